// Requests to the server of the page. A refusal is a ServerError with its status and what the server says.

export class ServerError extends Error {
  constructor(status, body) {
    super(body.conflict || body.message || (body.diagnostics || []).map(each => each.message).join('; ') || `Error ${status}`);
    this.status = status;
    this.isConflict = Boolean(body.conflict);
    this.diagnostics = body.diagnostics || [];
    // The version with which an edit conflicts.
    this.version = body.version;
  }
}

async function answered(request) {
  let answer;
  try {
    answer = await request;
  } catch {
    throw new ServerError(0, { message: 'The server does not answer. What you typed is still here; start `dyad serve --edit` again.' });
  }
  const text = await answer.text();
  if (answer.ok) return text;
  let body;
  try {
    body = JSON.parse(text);
  } catch {
    body = { message: text.trim() };
  }
  throw new ServerError(answer.status, body);
}

function address(path, query) {
  const given = Object.entries(query).filter(([, value]) => value !== null && value !== undefined && value !== '');
  return `/edit/${path}${given.length ? `?${new URLSearchParams(given)}` : ''}`;
}

export const getText = (path, query = {}) => answered(fetch(address(path, query)));

export const get = async (path, query = {}) => JSON.parse(await getText(path, query));

export async function post(path, body) {
  const token = document.querySelector('meta[name="dyad-token"]').content;
  const headers = { 'Content-Type': 'application/json', 'X-Dyad-Token': token };
  return JSON.parse(await answered(fetch(address(path, {}), { method: 'POST', headers, body: JSON.stringify(body) })));
}
