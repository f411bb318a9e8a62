internal import DyadContent
public import DyadCore
public import Graphviz

/// A picture that is laid out and not yet painted.
///
///     let png = try await request.picture(of: graph).rendering(as: .png)
///     print(picture.warnings.map(\.description))
public struct Picture: Sendable {
  /// The form of a picture.
  public enum Arrangement: Sendable {
    /// On one page.
    case page(Composition)
    /// On a page of a film sheet.
    case sheet(FilmSheet, page: Int)
    /// On a page for each date.
    case film(Film)
  }

  /// The request.
  public let request: PictureRequest
  /// Its parts with their positions.
  public let arrangement: Arrangement
  /// Problems that do not keep it from being painted.
  public let warnings: [PictureWarning]
  let graph: KnowledgeGraph

  /// How it was made: the request, the dossier, and a digest of each claim shown.
  public var recipe: Recipe { Recipe(request, of: graph, content) }

  fileprivate var content: Content {
    switch arrangement {
    case .page(let composition): composition.content
    case .sheet(let sheet, let page): sheet.page(page).content
    case .film(let film): film.content.summary
    }
  }

  /// The page; `nil` in a film.
  public var composition: Composition? {
    switch arrangement {
    case .page(let composition): composition
    case .sheet(let sheet, let page): sheet.page(page)
    case .film: nil
    }
  }
  /// The number of pages on which the dates of a film sheet fit; 1 for other pictures.
  public var pageCount: Int { if case .sheet(let sheet, _) = arrangement { sheet.pages.count } else { 1 } }
  /// The film; `nil` on one page.
  public var film: Film? { if case .film(let film) = arrangement { film } else { nil } }

  /// The same picture, at another page of a film sheet.
  ///
  /// - Parameter number: from 1 to `pageCount`.
  public func page(_ number: Int) -> Picture {
    guard case .sheet(let sheet, _) = arrangement, case .film(let days, let known, let hidesAbsent, _) = request.kind
    else { return self }
    var request = request
    request.kind = .film(days, known: known, hidesAbsent: hidesAbsent, sheet: number)
    return Picture(request: request, arrangement: .sheet(sheet, page: number), warnings: warnings, graph: graph)
  }

  /// The picture as text, for readers who cannot see it.
  public var alternative: String {
    switch arrangement {
    case .page(let composition): composition.content.alternative
    case .sheet(let sheet, let page): sheet.page(page).content.alternative
    case .film(let film): film.alternative
    }
  }

  /// The numbered sources.
  public var sources: [Source] {
    switch arrangement {
    case .page(let composition): composition.content.notes.sources
    case .sheet(let sheet, let page): sheet.page(page).content.notes.sources
    case .film(let film): film.notes.sources
    }
  }

  /// Paints the picture; SVG and PNG contain its recipe, and a film is an animated SVG.
  ///
  /// Throws `Graph.Failure` if Graphviz fails.
  ///
  /// - Parameter idPrefix: a prefix for every id of an SVG, for several on one page.
  public func rendering(as format: ImageFormat, idPrefix: String = "") async throws(PictureError) -> Rendering {
    let recipe = recipe
    let finish = Finish(recipe: recipe, stylesheet: request.stylesheet, idPrefix: idPrefix)
    do {
      let bytes =
        switch arrangement {
        case .film(let film): try await film.loop(recipe: recipe)
        case .page(let composition):
          try await composition.picture(as: format, dpi: request.resolution, finish: finish)
        case .sheet(let sheet, let page):
          try await sheet.page(page).picture(as: format, dpi: request.resolution, finish: finish)
        }
      return Rendering(bytes: bytes, format: format, recipe: recipe, of: self)
    } catch {
      throw PictureError(error, drawing: request.focus)
    }
  }
}

/// A painted picture, with the texts for a page around it.
///
///     let rendering = try await picture.rendering(as: .svg)
///     try Data(rendering.bytes).write(to: file)
///     print(rendering.alternative)
public struct Rendering: Sendable {
  /// The file.
  public let bytes: [UInt8]
  /// Its format.
  public let format: ImageFormat
  /// The title, the date and what it rests on: "Egypt and Israel: at war. As of 7 Oct 1973 · 2 press reports, 1973."
  public let description: String
  /// The title and the date, for a text that shows the picture: "Egypt and Israel: at war. As of 7 Oct 1973."
  public let caption: String
  /// The picture as text, for readers who cannot see it, its description first.
  public let alternative: String
  /// The numbered sources.
  public let sources: [Source]
  /// Problems that did not keep it from being painted.
  public let warnings: [PictureWarning]
  /// How it was made.
  public let recipe: Recipe

  init(bytes: [UInt8], format: ImageFormat, recipe: Recipe, of picture: Picture) {
    (self.bytes, self.format, self.recipe) = (bytes, format, recipe)
    alternative = picture.alternative
    description = alternative.split(separator: "\n").first.map(String.init) ?? ""
    (caption, sources, warnings) = (picture.content.caption, picture.sources, picture.warnings)
  }
}

/// A problem of a picture that can be painted nevertheless.
///
///     picture.warnings.map(\.description)
public enum PictureWarning: Hashable, Sendable, CustomStringConvertible {
  /// A party in focus exists at none of the dates.
  case absent(Entity.ID)
  /// There is no translation for the language; fixed text is English.
  case otherLanguage(String)
  /// The font of pictures is not installed.
  case otherFont
  /// The smallest type on paper has this size in points, which is under six.
  case smallType(Double)
  /// The picture has this height, which is more than its paper.
  case tooHigh(Length)

  /// A network of so many parties shows only so many: those with the strongest ties to each other.
  case strongestTies(shown: Int, of: Int)

  /// The problem, in lower case and without a full stop.
  public var description: String {
    switch self {
    case .absent(let party): "'\(party)' does not exist at that date"
    case .otherLanguage(let tag):
      "no translation for '\(tag)': fixed text is English, and names are in '\(tag)' where the dossier has them (available: \(Lexicon.all.map(\.language).joined(separator: ", ")))"
    case .otherFont: "Noto Sans is not installed; the picture uses another font (Debian: fonts-noto-core)"
    case .smallType(let points): "the smallest type on paper is \((points * 10).rounded() / 10) pt"
    case .tooHigh(let height): "the picture does not fit its paper at full size (\(height) high)"
    case .strongestTies(let shown, let all):
      "of \(all) parties with ties, the picture shows the \(shown) with the strongest ties to each other"
    }
  }

  /// Whether the picture is too large for its paper, so that a filter would help.
  public var isAboutSize: Bool {
    switch self {
    case .smallType, .tooHigh, .strongestTies: true
    case .absent, .otherLanguage, .otherFont: false
    }
  }

  static func all(of composition: Composition) async throws(Graph.Failure) -> [PictureWarning] {
    var warnings: [PictureWarning] = try await Composition.hasItsFont() ? [] : [.otherFont]
    let (shown, weaker) = (composition.content.figures.count, composition.content.weakerParties)
    if weaker > 0 { warnings.append(.strongestTies(shown: shown, of: shown + weaker)) }
    if composition.smallestType < 6 {
      warnings.append(.smallType(composition.smallestType))
    } else if !composition.fits {
      warnings.append(.tooHigh(composition.height))
    }
    return warnings
  }
}
