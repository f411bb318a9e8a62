internal import DyadContent
public import DyadDrawing

/// A film as a self-contained page of HTML: a slider, keys, play and pause, and the changes of each step as text.
///
///     let page = try await FilmPage(picture).html
public struct FilmPage: Sendable {
  /// The text of the page.
  public let html: String

  /// Paints the frames of a film.
  ///
  /// - Precondition: the picture is a film.
  public init(_ picture: Picture) async throws(PictureError) {
    guard let film = picture.film else { preconditionFailure("the picture is not a film") }
    var frames: [HTML] = []
    for (index, frame) in film.frames.enumerated() {
      let svg = try await HTML(frame.composition, idPrefix: "f\(index + 1)-")
      frames.append(FilmPage.frame(frame, index, svg))
    }
    html = FilmPage.page(film, frames).text
  }

  private static func frame(_ frame: Film.Frame, _ index: Int, _ svg: HTML) -> HTML {
    let content = frame.composition.content
    let changes = content.changeList
    let items = changes.map { "<li>\($0)</li>" as HTML }
    let none: HTML = "<p>\(index == 0 ? "First date." : content.changes)</p>"
    let hidden: HTML = index == 0 ? "" : " hidden"
    return """
      <section class="frame" id="frame-\(index + 1)" data-date="\(content.subtitle)"\(hidden)>
      <div class="picture">
      \(svg)</div>
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
      \(HTML(markup: WebAsset.filmStyle))
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
      <p id="status" role="status" class="unseen"></p>
      <div id="frames">
      \(frames)
      </div>
      </main>
      <script>
      \(HTML(markup: WebAsset.filmScript))
      </script>
      </body>
      </html>

      """
  }
}
