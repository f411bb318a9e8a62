internal import DyadContent
public import DyadDrawing
internal import Foundation

/// A film as a self-contained page of HTML: a slider, keys, play and pause, and the changes of each step as text.
///
///     try await FilmPage(film).html
public struct FilmPage: Sendable {
  /// The page.
  public let html: String

  /// The page of a film.
  public init(_ film: Film) async throws {
    var frames: [HTML] = []
    for (index, frame) in film.frames.enumerated() {
      let svg = try await frame.composition.svg(Finish(idPrefix: "f\(index + 1)-"))
      frames.append(FilmPage.frame(frame, index, svg))
    }
    html = FilmPage.page(film, frames).text
  }

  private static func frame(_ frame: Film.Frame, _ index: Int, _ svg: String) -> HTML {
    let content = frame.composition.content
    let changes = content.changeList
    let items = changes.map { "<li>\($0)</li>" as HTML }
    let none: HTML = "<p>\(index == 0 ? "The first picture." : content.changes)</p>"
    let hidden: HTML = index == 0 ? "" : " hidden"
    return """
      <section class="frame" id="frame-\(index + 1)" data-date="\(content.subtitle)"\(hidden)>
      <div class="picture">
      \(HTML(svg: svg))</div>
      <h2>\(content.subtitle)</h2>
      \(changes.isEmpty ? none : "<ul>\n\(items)\n</ul>" as HTML)
      </section>
      """
  }

  private static func page(_ film: Film, _ frames: [HTML]) -> HTML {
    let language = film.options.lexicon.language
    let direction: HTML = film.options.lexicon.isRightToLeft ? " dir=\"rtl\"" : ""
    return """
      <!doctype html>
      <html lang="\(language)"\(direction)>
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:">
      <link rel="icon" href="data:,">
      <title>\(film.title)</title>
      <style>
      \(style)
      </style>
      </head>
      <body>
      <main>
      <h1>\(film.title)</h1>
      <div class="controls" role="group" aria-label="Date">
      <button type="button" id="previous" aria-label="Previous date">◀</button>
      <button type="button" id="play" aria-pressed="false">Play</button>
      <button type="button" id="next" aria-label="Next date">▶</button>
      <label for="slider">Date</label>
      <input type="range" id="slider" min="1" max="\(max(1, frames.count))" value="1" step="1">
      <output id="date" for="slider"></output>
      </div>
      <p id="said" role="status" class="unseen"></p>
      <div id="frames">
      \(frames)
      </div>
      </main>
      <script>
      \(script)
      </script>
      </body>
      </html>

      """
  }

  private static let style: HTML = """
    body { font: 16px/1.45 "Noto Sans", sans-serif; margin: 0 auto; max-width: 60rem; padding: 1rem; color: #1b1f23; background: #fff }
    h1 { font-size: 1.4rem; margin: 0 0 .5rem }
    h2 { font-size: 1.1rem }
    .controls { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; position: sticky; top: 0; background: #fff; padding: .5rem 0; border-bottom: 1px solid #c9ced3 }
    .controls input { flex: 1 1 12rem; accent-color: #0b4f8a }
    .controls output { min-width: 11rem }
    button { font: inherit; min-width: 2.75rem; min-height: 2.75rem; border: 1px solid #6e7781; border-radius: .4rem; background: #f4f6f8; color: inherit }
    :focus-visible { outline: 3px solid #0b4f8a; outline-offset: 2px }
    .picture svg { width: 100%; height: auto }
    [hidden] { display: none }
    .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
    @media print { .controls { display: none } .frame[hidden] { display: block } .frame { break-after: page } }
    """

  /// Arrow keys and the slider go from frame to frame; whoever asks for less motion starts every step himself.
  private static let script: HTML = """
    const frames = [...document.querySelectorAll('.frame')];
    const slider = document.getElementById('slider'), play = document.getElementById('play');
    const date = document.getElementById('date'), said = document.getElementById('said');
    const calm = matchMedia('(prefers-reduced-motion: reduce)');
    let timer = null;
    function show(number) {
      const place = Math.min(Math.max(number, 1), frames.length);
      frames.forEach((frame, index) => { frame.hidden = index !== place - 1; });
      slider.value = place;
      const words = frames[place - 1].dataset.date;
      slider.setAttribute('aria-valuetext', words);
      date.textContent = words + ' (' + place + '/' + frames.length + ')';
      history.replaceState(null, '', '#date-' + place);
      const list = [...frames[place - 1].querySelectorAll('li')].map(item => item.textContent);
      said.textContent = [words, ...list].join('. ');
    }
    function stop() {
      clearInterval(timer);
      timer = null;
      play.textContent = 'Play';
      play.setAttribute('aria-pressed', 'false');
    }
    function start() {
      if (+slider.value === frames.length) show(1);
      play.textContent = 'Pause';
      play.setAttribute('aria-pressed', 'true');
      timer = setInterval(() => {
        if (+slider.value === frames.length) stop(); else show(+slider.value + 1);
      }, 1500);
    }
    slider.addEventListener('input', () => { stop(); show(+slider.value); });
    document.getElementById('previous').addEventListener('click', () => { stop(); show(+slider.value - 1); });
    document.getElementById('next').addEventListener('click', () => { stop(); show(+slider.value + 1); });
    play.addEventListener('click', () => {
      if (timer) return stop();
      // One step for those who asked for no more.
      if (calm.matches) show(+slider.value === frames.length ? 1 : +slider.value + 1); else start();
    });
    document.addEventListener('keydown', event => {
      if (event.target === slider || event.altKey || event.ctrlKey || event.metaKey) return;
      const steps = { ArrowLeft: -1, ArrowRight: 1 };
      if (event.key in steps) { stop(); show(+slider.value + steps[event.key]); event.preventDefault(); }
      if (event.key === 'Home') { stop(); show(1); event.preventDefault(); }
      if (event.key === 'End') { stop(); show(frames.length); event.preventDefault(); }
    });
    const asked = location.hash.match(/^#date-([0-9]+)$/);
    show(asked ? +asked[1] : 1);
    """
}
