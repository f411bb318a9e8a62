const answer = await fetch('/edit/state' + location.search);
const state = await answer.json();
document.getElementById('text').textContent = state.source?.text ?? '';
const sheet = await fetch('/edit/sheet.svg' + location.search);
const drawing = new DOMParser().parseFromString(await sheet.text(), 'image/svg+xml');
document.getElementById('sheet').append(document.importNode(drawing.documentElement, true));
