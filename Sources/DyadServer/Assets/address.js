// The address of the page names what it shows, so that a bookmark or a reload restores it.

const keys = ['source', 'view', 'on', 'claim'];

// { source: 'thaw', view: null, … } of '?source=thaw'
export function read(search) {
  const asked = new URLSearchParams(search);
  return Object.fromEntries(keys.map(key => [key, asked.get(key) || null]));
}

// '?source=thaw' of { source: 'thaw', view: null, … }
export function written(choice) {
  const asked = new URLSearchParams(keys.filter(key => choice[key]).map(key => [key, choice[key]]));
  return asked.size ? `?${asked}` : '';
}
