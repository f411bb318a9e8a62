internal import ArgumentParser
internal import DyadContent
internal import DyadCore
internal import DyadDrawing
internal import Foundation
internal import Graphviz

/// How a picture looks, in which language, and on what paper.
struct DrawingArguments: ParsableArguments {
  @Option(help: "The colours: light, dark, print, or auto, which in an SVG follows its reader's choice.")
  var theme: ThemeChoice?

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

  enum SourcePlace: String, CaseIterable, ExpressibleByArgument { case foot, none }

  func validate() throws {
    if height != nil, aspect != nil { throw ValidationError("--height and --aspect exclude each other.") }
  }

  var paper: Paper {
    let exact = height ?? aspect.map { Length(points: width.points / $0.ratio) }
    return Paper(width: width, height: exact.map { .exactly($0) } ?? Paper.page.height)
  }

  func style(of view: View) -> Style {
    let choice = theme ?? view.theme.flatMap(ThemeChoice.init) ?? ThemeChoice(argument: "light")!
    return Style(theme: choice.theme, darkTheme: choice.darkTheme)
  }

  /// The language and the place of the sources, with a warning for a language without fixed words.
  func options() -> ContentOptions {
    if let lang, Lexicon.named(lang) == nil {
      let known = Lexicon.all.map(\.language).joined(separator: ", ")
      Terminal.say(
        "warning: there are no fixed words in '\(lang)'; they are English, and names are taken where they are known (there are: \(known))"
      )
    }
    return ContentOptions(
      lexicon: lang.map { Lexicon.named($0) ?? Lexicon.english.naming(in: $0) } ?? .english,
      showsSources: sources == .foot)
  }
}

/// Where a picture is written, in which format, and whether in words, too.
struct PictureArguments: ParsableArguments {
  @Option(name: .shortAndLong, help: "The file to write, or - for standard output; its suffix picks the format.")
  var output: String?

  @Option(name: .customLong("as"), help: "The format, whatever the suffix: svg, png, pdf or dot.")
  var asked: ImageFormat?

  @Option(help: "The pixels to an inch of a PNG.")
  var dpi = 300

  @OptionGroup var words: PictureWords

  func validate() throws {
    if !(36...1200).contains(dpi) { throw ValidationError("--dpi is a number from 36 to 1200.") }
    guard let output else {
      if !words.describe { throw ValidationError("Give --output, or --describe for the picture in words.") }
      if words.sidecar { throw ValidationError("--sidecar goes with --output.") }
      return
    }
    guard asked != nil || suffixFormat != nil else {
      throw ValidationError("Give --as, or a file that ends in .svg, .png, .pdf, .dot or .gv.")
    }
    if output == "-", words.describe || words.sidecar {
      throw ValidationError("A picture on standard output stands there alone.")
    }
  }

  /// `nil` where no picture is asked for.
  var format: ImageFormat? { output == nil ? nil : asked ?? suffixFormat }

  private var suffixFormat: ImageFormat? {
    output.flatMap { Composition.suffixes[URL(fileURLWithPath: $0).pathExtension.lowercased()] }
  }

  /// The picture, and its words where they are asked for.
  func write(_ composition: Composition, _ finish: Finish) async throws -> PictureWords.Description {
    if let output, let format {
      try Output.write(try await composition.picture(as: format, dpi: dpi, finish: finish), to: output)
    }
    return try words.write(composition.content, beside: output)
  }
}

/// Whether a picture is told in words, too, and where.
struct PictureWords: ParsableArguments {
  @Flag(help: "Tell what the picture shows, in words, on standard output; without --output, nothing is drawn.")
  var describe = false

  @Flag(help: "Write what the picture shows, in words, beside it: ties.svg.txt.")
  var sidecar = false

  /// A picture as text, and the sources that it cites.
  struct Description: Sendable {
    let text: String
    let sources: [Source]
  }

  func write(_ content: Content, beside output: String?) throws -> Description {
    try write(content.alternative, citing: content.notes.sources, beside: output)
  }

  func write(_ alternative: String, citing sources: [Source], beside output: String?) throws -> Description {
    if sidecar, let output { try Output.write(Array(alternative.utf8), to: output + ".txt") }
    if describe { Terminal.result(alternative) }
    return Description(text: alternative, sources: sources)
  }
}

/// A theme, or the one that follows the reader.
struct ThemeChoice: ExpressibleByArgument {
  let theme: Theme
  let darkTheme: Theme?

  init?(argument: String) {
    if argument == "auto" {
      (theme, darkTheme) = (.light, .dark)
    } else if let named = Theme.named(argument) {
      (theme, darkTheme) = (named, nil)
    } else {
      return nil
    }
  }

  static var allValueStrings: [String] { Theme.all.map(\.id) + ["auto"] }
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
