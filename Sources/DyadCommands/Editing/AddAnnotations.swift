internal import DyadCore
internal import DyadEditing
internal import DyadSources
internal import Foundation

/// Adds annotations of texts: those that name a claim become its citations, the others drafts, or are listed with their sources.
struct AddAnnotations {
  let dossier: String
  let path: String
  let makesDrafts: Bool
  let options: EditArguments

  func run() throws {
    let bytes: [UInt8]
    if path == "-" {
      bytes = try StandardStreams.input(atMost: DocumentReader.largest >> 20)
    } else {
      try DossierArguments.requireReadable(path)
      bytes = FileManager.default.contents(atPath: path).map { Array($0) } ?? []
    }
    let annotations: AnnotationReader.Annotations
    do throws(SourceError) { annotations = try AnnotationReader.read(bytes, document: path) } catch {
      throw Failure.input("\(path == "-" ? "standard input" : "'\(path)'"): \(error)")
    }
    var open: [String] = []
    try options.run(dossier) { editor throws(EditError) in
      var placement = AnnotationPlacement(editor, makingDrafts: makesDrafts)
      let report = try placement.add(annotations.quotes, to: &editor)
      open = placement.open
      let rest =
        annotations.withoutQuote == 0
        ? []
        : ["\(annotations.withoutQuote) annotation\(annotations.withoutQuote == 1 ? "" : "s") without a quote left out"]
      return report + [placement.summary] + rest
    }
    if !open.isEmpty, !options.dryRun { try Terminal.result(open.joined(separator: "\n")) }
  }
}
