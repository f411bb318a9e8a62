internal import ArgumentParser
internal import DyadDrawing
internal import Foundation
internal import Graphviz

/// The file and format of a picture, and its description as text.
struct PictureArguments: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write, or - for standard output; its suffix selects the format.", valueName: "file")
  )
  var output: String?

  @Option(name: .customLong("as"), help: ArgumentHelp("The format, overriding the suffix.", valueName: "format"))
  var asked: ImageFormat?

  @Option(help: ArgumentHelp("The resolution of a PNG, in pixels per inch.", valueName: "number"))
  var dpi = 300

  @OptionGroup var text: TextArguments

  func validate() throws {
    guard let output else {
      if !text.describe { throw ValidationError("Give --output, or --describe for the picture as text.") }
      if text.sidecar { throw ValidationError("--sidecar requires --output.") }
      return
    }
    guard asked != nil || suffixFormat != nil else {
      throw ValidationError("Give --as, or a file that ends in .svg, .png, .pdf, .dot or .gv.")
    }
    if output == "-", text.describe || text.sidecar {
      throw ValidationError("A picture on standard output excludes --describe and --sidecar.")
    }
  }

  /// The format, or `nil` if no picture is requested.
  var format: ImageFormat? { output == nil ? nil : asked ?? suffixFormat }

  private var suffixFormat: ImageFormat? {
    output.flatMap { Composition.suffixes[URL(fileURLWithPath: $0).pathExtension.lowercased()] }
  }

  func fill(_ options: inout PictureOptions) { options.resolution = dpi }

  /// Writes the picture, and its description if requested.
  func write(_ picture: Picture) async throws {
    if let output, let format { try Output.write(try await picture.rendering(as: format).bytes, to: output) }
    try text.write(picture.alternative, beside: output)
  }
}

/// The description of a picture as text.
struct TextArguments: ParsableArguments {
  @Flag(help: "Describe the picture as text on standard output; without --output, nothing is drawn.")
  var describe = false

  @Flag(help: "Write the description beside the picture: ties.svg.txt.")
  var sidecar = false

  func write(_ alternative: String, beside output: String?) throws {
    if sidecar, let output { try Output.write(Array(alternative.utf8), to: output + ".txt") }
    if describe { try Terminal.result(alternative) }
  }
}
