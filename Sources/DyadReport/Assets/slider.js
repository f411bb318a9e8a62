// The slider of a page: the range input, the buttons, and the keys that move through the frames.
'use strict';
const byId = id => document.getElementById(id);
const all = (where, what) => [...where.querySelectorAll(what)];

// Calls `go` with the number of a stop, from 1 to `count()`. `place()` is the stop that is shown, 0 for none of them;
// keys are handled while `isActive()`. Listeners are on the document, so that the controls may be replaced.
function connectSlider({ count, place, go, isActive = () => true }) {
  const move = stop => { if (count()) go(Math.min(Math.max(stop, 1), count())); };
  document.addEventListener('input', event => { if (event.target.id === 'slider') move(+event.target.value); });
  document.addEventListener('click', event => {
    const button = event.target.closest('button');
    if (button && button.id === 'previous') move(place() - 1);
    if (button && button.id === 'next') move(place() + 1);
  });
  document.addEventListener('keydown', event => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.target.closest('input, select, #claims')) return;
    const stops = { ArrowLeft: place() - 1, ArrowRight: place() + 1, Home: 1, End: count() };
    if (event.key in stops && isActive()) { move(stops[event.key]); event.preventDefault(); }
  });
}

// Shows a stop on the slider and beside it as text.
function showStop(place, count, words) {
  const slider = byId('slider');
  if (place) slider.value = place;
  slider.setAttribute('aria-valuetext', words);
  byId('date').textContent = words + (place ? ' (' + place + '/' + count + ')' : '');
}
