internal import ArgumentParser
internal import DyadCore
internal import DyadDrawing
internal import Foundation

/// The theme, language and paper of a picture.
struct StyleArguments: ParsableArguments {
  @Option(help: "The colours; auto is light or dark, as the reader of an SVG prefers (default: light).")
  var theme: ThemeName?

  @Option(
    help: ArgumentHelp(
      "The language of names and fixed phrases: en, ar, zh, fr, de, fa, ru, es or ur.", valueName: "tag"))
  var lang: String?

  @Option(help: ArgumentHelp("The place of the list of sources.", valueName: "place"))
  var sources: SourcePlace = .foot

  @Option(help: ArgumentHelp("The width on paper: 170mm, 8.5cm, 6in, 482pt.", valueName: "length"))
  var width: Length = Paper.page.width

  @Option(
    help: ArgumentHelp("The exact height on paper (default: that of the content, at most 247mm).", valueName: "length"))
  var height: Length?

  @Option(help: ArgumentHelp("The ratio of width to height, instead of --height: 16:9, 4:3, 1:1.", valueName: "ratio"))
  var aspect: AspectRatio?

  @Option(
    help: "How much of a pair or of one party to show; full is everything that fits (default: standard).")
  var detail: DetailLevel?

  @Option(help: ArgumentHelp("A sentence or two below the title.", valueName: "text"))
  var standfirst: String?

  @Option(help: ArgumentHelp("A line at the foot: who made the picture.", valueName: "text"))
  var credit: String?

  func fill(_ options: inout PictureOptions) {
    (options.detail, options.standfirst, options.credit) = (detail, standfirst, credit)
    (options.theme, options.language, options.showsSources) = (theme?.id, lang, sources == .foot)
    (options.width, options.height, options.aspect) = (width, height, aspect)
  }
}

/// The place of the list of sources.
enum SourcePlace: String, CaseIterable, ExpressibleByArgument { case foot, none }

/// The name of a theme, or `auto`.
struct ThemeName: ExpressibleByArgument {
  let id: String

  init?(argument: String) {
    guard PictureRequest.themes.contains(argument) else { return nil }
    id = argument
  }

  static var allValueStrings: [String] { PictureRequest.themes }
}

/// A ratio of width to height, such as 16:9.
struct AspectRatio: ExpressibleByArgument {
  let ratio: Double

  init?(argument: String) {
    let sides = argument.split(separator: ":").compactMap { Double($0) }
    guard sides.count == 2, sides.allSatisfy({ $0 > 0 && $0.isFinite }), (0.1...10).contains(sides[0] / sides[1]) else {
      return nil
    }
    ratio = sides[0] / sides[1]
  }
}
