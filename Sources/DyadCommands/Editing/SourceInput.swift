internal import DyadCore
internal import DyadSources
internal import DyadSyntax
internal import Foundation

/// What `add source` is given: a document, a bibliography, or records in JSON.
struct SourceInput {
  enum Content {
    case document(SourceDocument, bytes: [UInt8])
    case library(BibliographyReader.Library)
    /// Sources with the keys of a dossier.
    case records([JSONNode])
  }

  /// The path, or "-" for standard input.
  let path: String
  let content: Content

  var name: String { path == "-" ? "standard input" : "'\(path)'" }

  init(reading path: String, encoding: String?) throws {
    self.path = path
    let bytes = try SourceInput.bytes(of: path)
    do throws(SourceError) { content = try SourceInput.content(bytes, path, encoding) } catch {
      let name = path == "-" ? "standard input" : "'\(path)'"
      switch error {
      case .document(let message): throw Failure.input("\(name): \(message)")
      case .environment(let message): throw Failure.environment("\(name): \(message)")
      }
    }
  }

  private static func bytes(of path: String) throws -> [UInt8] {
    if path == "-" { return try StandardStreams.input(atMost: DocumentReader.largest >> 20) }
    try DossierArguments.requireReadable(path)
    let attributes = try? FileManager.default.attributesOfItem(
      atPath: URL(fileURLWithPath: path).resolvingSymlinksInPath().path)
    guard attributes?[.type] as? FileAttributeType == .typeRegular else {
      throw Failure.input("'\(path)' is not a file")
    }
    guard (attributes?[.size] as? Int ?? 0) <= DocumentReader.largest else {
      throw Failure.input("'\(path)': it is larger than \(DocumentReader.largest >> 20) MB")
    }
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw Failure.environment("'\(path)' cannot be read")
    }
    return Array(bytes)
  }

  private static func content(_ bytes: [UInt8], _ path: String, _ encoding: String?) throws(SourceError) -> Content {
    if let form = BibliographyReader.Form.of(path) { return .library(try BibliographyReader().read(bytes, form)) }
    let first = bytes.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
    if path == "-", first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
      guard let root = try? JSONParser.parse(bytes, document: "standard input") else {
        throw .document("it begins as JSON, and is not valid JSON")
      }
      let objects = root.array ?? [root]
      // Sources have no 'type', and items of CSL JSON do.
      if objects.contains(where: { $0["type"] != nil }) { return .library(try BibliographyReader().read(bytes, .csl)) }
      return .records(objects.filter { $0.members != nil })
    }
    return .document(try DocumentReader(encoding: encoding).read(bytes, named: path), bytes: bytes)
  }
}
