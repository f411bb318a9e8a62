internal import ArgumentParser
internal import DyadCore
internal import DyadDrawing
internal import Foundation

/// How a picture looks, in which language, and on what paper.
struct LookArguments: ParsableArguments {
  @Option(help: "The colours: light, dark, print, or auto, which in an SVG follows its reader's choice.")
  var theme: ThemeName?

  @Option(help: ArgumentHelp("The language of names and fixed words, as a tag: ur, fr.", valueName: "tag"))
  var lang: String?

  @Option(help: "Where the numbered sources are listed: foot or none.")
  var sources: SourcePlace = .foot

  @Option(help: ArgumentHelp("The width on paper: 170mm, 8.5cm, 6in, 482pt.", valueName: "length"))
  var width: Length = Paper.page.width

  @Option(
    help: ArgumentHelp("The height on paper, exactly; without it, as high as it needs to be.", valueName: "length"))
  var height: Length?

  @Option(help: ArgumentHelp("Width to height, in place of a height: 16:9, 4:3, 1:1.", valueName: "ratio"))
  var aspect: AspectRatio?

  func fill(_ options: inout PictureOptions) {
    (options.theme, options.language, options.showsSources) = (theme?.id, lang, sources == .foot)
    (options.width, options.height, options.aspect) = (width, height, aspect)
  }
}

/// Where the numbered sources are listed.
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

/// A width to a height.
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
