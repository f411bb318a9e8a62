// Dates and intervals in EDTF: whether they are valid, and how they read.

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const dateForm = /^(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?([~?])?$/;

// '19 Apr 2025' of '2025-04-19'; null for what is no date.
export function dateWords(text) {
  const parts = dateForm.exec(text);
  if (!parts) return null;
  const [, year, month, day, mark] = parts;
  if (month && (Number(month) < 1 || Number(month) > 12)) return null;
  if (day && (Number(day) < 1 || Number(day) > new Date(Date.UTC(2000, Number(month), 0)).getUTCDate())) return null;
  if (day === '29' && month === '02' && new Date(Date.UTC(Number(year), 2, 0)).getUTCDate() < 29) return null;
  const words = [day && String(Number(day)), month && months[Number(month) - 1], String(Number(year))].filter(Boolean).join(' ');
  return mark === '~' ? `about ${words}` : mark === '?' ? `${words}, uncertain` : words;
}

function boundWords(text) {
  const range = /^\[(.*)\.\.(.*)\]$/.exec(text);
  if (!range) return dateWords(text);
  const [early, late] = [range[1], range[2]].map(part => (part ? dateWords(part) : ''));
  if (early === null || late === null || !(early || late)) return null;
  if (early && late) return `some day from ${early} to ${late}`;
  return late ? `${late} or earlier` : `${early} or later`;
}

// 'since Aug 2021' of '2021-08/..'; null for what is neither a date nor an interval.
export function words(text) {
  const parts = text.trim().split('/');
  if (parts.length === 1) return dateWords(parts[0]);
  if (parts.length !== 2) return null;
  const [start, end] = parts.map(part => (part === '' || part === '..' ? '' : boundWords(part)));
  if (start === null || end === null) return null;
  if (start && end) return `${start} to ${end}`;
  if (start) return parts[1] === '..' ? `since ${start}` : `since ${start}, end unknown`;
  if (end) return `until ${end}`;
  return parts[0] === '..' && parts[1] === '..' ? 'always' : null;
}

// An interval that begins with the date, for what lasts: '2025-04-19' becomes '2025-04-19/..'.
export const openFrom = text => (text.includes('/') ? text : `${text}/..`);

// For what a source shows to have begun: '2025-04-19' becomes '[..2025-04-19]/..'.
export const begunBy = text => (text.includes('/') ? text : `[..${text}]/..`);
