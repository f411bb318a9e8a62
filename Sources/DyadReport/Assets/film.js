// The page of a film: frames, play and pause. With reduced motion, "Play" moves one frame.
const frames = all(document, '.frame');
const play = byId('play');
const calm = matchMedia('(prefers-reduced-motion: reduce)');
let shown = 1;
let timer = null;
function show(place) {
  shown = place;
  frames.forEach((frame, index) => { frame.hidden = index !== place - 1; });
  const words = frames[place - 1].dataset.date;
  showStop(place, frames.length, words);
  history.replaceState(null, '', '#date-' + place);
  byId('status').textContent = [words, ...all(frames[place - 1], 'li').map(item => item.textContent)].join('. ');
}
function stop() {
  clearInterval(timer);
  timer = null;
  play.textContent = 'Play';
  play.setAttribute('aria-pressed', 'false');
}
function start() {
  if (shown === frames.length) show(1);
  play.textContent = 'Pause';
  play.setAttribute('aria-pressed', 'true');
  timer = setInterval(() => {
    if (shown === frames.length) stop(); else show(shown + 1);
  }, 1500);
}
play.addEventListener('click', () => {
  if (timer) { stop(); return; }
  if (calm.matches) show(shown === frames.length ? 1 : shown + 1); else start();
});
connectSlider({ count: () => frames.length, place: () => shown, go: place => { stop(); show(place); } });
const asked = location.hash.match(/^#date-([0-9]+)$/);
show(asked ? Math.min(Math.max(+asked[1], 1), frames.length) : 1);
