internal import DyadContent
internal import DyadCore
internal import Graphviz

/// The frames of a film side by side, on as many pages as they need.
///
/// A frame leaves out events for lack of room, but no party; rather has a page fewer frames. The frames of a page share
/// one layout.
///
///     let film = PictureRequest.Kind.film(days, known: nil, hidesAbsent: false, sheet: 1)
///     let picture = try await PictureRequest(.between("egypt", "israel"), film).picture(of: graph)
///     print(picture.pageCount)
public struct FilmSheet: Sendable {
  /// The pages; each has at least one frame.
  public let pages: [Composition]

  /// A page, from 1; the last one for greater numbers.
  func page(_ number: Int) -> Composition { pages[max(0, min(number, pages.count) - 1)] }

  init(of source: FilmContent.Source, options: ContentOptions, style: Style, paper: Paper) async throws(Graph.Failure) {
    // The foot is about as high as that of a picture of everything, with a line for the numbers of the frames.
    let framing = try await Framing(source.union(options), style.paintedTheme, width: max(170, paper.width.points))
    var foot = framing.height + 12
    var pages: [Composition] = []
    for _ in 0..<4 {
      pages = try await FilmSheet.pages(of: source, options, style, paper, foot: foot)
      let excess = (pages.map(\.height.points).max() ?? 0) - paper.height.limit.points
      if excess <= 0 { break }
      foot += excess + 1
    }
    self.pages = pages
  }

  /// - Parameter foot: the height of title and foot.
  private static func pages(
    of source: FilmContent.Source, _ options: ContentOptions, _ style: Style, _ paper: Paper, foot: Double
  ) async throws(Graph.Failure) -> [Composition] {
    let setting = Setting(
      source: source, options: options, style: style, width: paper.width.points,
      height: paper.height.limit.points - foot)
    var parts: [FilmSheetPage] = []
    var first = 0
    repeat {
      let part = try await setting.page(from: first)
      parts.append(part)
      first += part.film.frames.count
    } while first < source.days.count
    var pages: [Composition] = []
    for part in parts {
      pages.append(try await part.composition(isOnly: parts.count == 1, of: source.days.count, on: paper))
    }
    return pages
  }

  /// What decides how many frames a page has.
  private struct Setting {
    let source: FilmContent.Source
    let options: ContentOptions
    let style: Style
    let width: Double
    /// The height of a page without title and foot.
    let height: Double

    /// The least width of a column.
    static let column = 220.0
    /// The most rows of frames on a page.
    static let mostRows = 8

    private var mostColumns: Int {
      max(1, Int((width + FilmSheetPage.gap) / (Setting.column + FilmSheetPage.gap)))
    }

    private func width(of columns: Int) -> Double {
      (width - FilmSheetPage.gap * Double(columns - 1)) / Double(columns)
    }

    private func limit(_ rows: Int) -> Double {
      (height - FilmSheetPage.gap * Double(rows - 1)) / Double(rows) - FilmSheetPage.captionHeight
    }

    /// The page that begins with a frame, with as many frames as fit it, in columns side by side or below one another.
    func page(from first: Int) async throws(Graph.Failure) -> FilmSheetPage {
      let left = source.days.count - first
      var best: (columns: Int, rows: Int)?
      for columns in (1...min(mostColumns, max(1, left))).reversed() {
        var rows = best.map { $0.columns * $0.rows / columns + 1 } ?? 1
        while rows <= Setting.mostRows, rows == 1 || (rows - 1) * columns < left,
          try await film(from: first, columns, rows, Array(Detail.withAllParties.suffix(1))) != nil
        {
          best = (columns, rows)
          rows += 1
        }
      }
      if let best, let film = try await film(from: first, best.columns, best.rows, Detail.withAllParties) {
        return try await FilmSheetPage(film, columns: best.columns, column: width(of: best.columns))
      }
      // Not one frame fits with all parties.
      let alone = source.part(first..<first + 1)
      for details in [Detail.ladder, Array(Detail.ladder.suffix(1))] {
        let limit = details.count == 1 ? 14_000 : limit(1)
        if let film = try await Film.fitting(
          alone, options: options, style: style, width: width, details: details, limit: limit)
        {
          return try await FilmSheetPage(film, columns: 1, column: width)
        }
      }
      preconditionFailure("a frame fits a page without a limit")
    }

    private func film(
      from first: Int, _ columns: Int, _ rows: Int, _ details: [Detail]
    ) async throws(Graph.Failure) -> Film? {
      let frames = first..<min(source.days.count, first + columns * rows)
      return try await Film.fitting(
        source.part(frames), options: options, style: style, width: width(of: columns), details: details,
        limit: limit(rows))
    }
  }
}
