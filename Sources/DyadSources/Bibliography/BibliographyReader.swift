internal import DyadSyntax
internal import Foundation

/// Reads bibliographies as sources: CSL JSON, BibTeX and RIS, as Zotero and EndNote export them.
///
///     try BibliographyReader().read(Array(library.utf8), .ris).records.count
package struct BibliographyReader: Sendable {
  /// A form of bibliography.
  package enum Form: String, CaseIterable, Sendable {
    case csl, bibtex, ris

    /// The form of a file, by its suffix.
    package static func of(_ name: String) -> Form? {
      switch (name as NSString).pathExtension.lowercased() {
      case "json": .csl
      case "bib", "bibtex": .bibtex
      case "ris": .ris
      default: nil
      }
    }
  }

  /// The sources of a bibliography, and how many of its items have no title.
  package struct Library: Sendable {
    package var records: [SourceRecord]
    package var untitled: Int
  }

  private let programs: Programs

  package init(_ programs: Programs = Programs()) { self.programs = programs }

  package func read(_ bytes: [UInt8], _ form: Form) throws(SourceError) -> Library {
    let records: [SourceRecord]
    switch form {
    case .csl: records = try csl(bytes)
    case .bibtex:
      try requireUTF8(bytes)
      records = try csl(
        try programs.run(.pandoc, ["--sandbox", "-f", "biblatex", "-t", "csljson"], input: bytes),
        isFromBibTeX: true)
    case .ris:
      try requireUTF8(bytes)
      records = try RISReader.read(String(decoding: bytes, as: UTF8.self))
    }
    let titled = records.filter { $0["title"] != nil }
    guard !records.isEmpty else { throw .document("it has no items") }
    return Library(records: titled, untitled: records.count - titled.count)
  }

  private func requireUTF8(_ bytes: [UInt8]) throws(SourceError) {
    if String(validating: bytes, as: UTF8.self) == nil { throw .document("it is not UTF-8; export it as UTF-8") }
  }

  private func csl(_ bytes: [UInt8], isFromBibTeX: Bool = false) throws(SourceError) -> [SourceRecord] {
    let root: JSONNode
    do { root = try JSONParser.parse(bytes, document: "") } catch {
      throw .document("line \(error.location.line), column \(error.location.column): \(error.message)")
    }
    guard let items = root.array ?? root["items"]?.array, items.allSatisfy({ $0["type"] != nil || $0["title"] != nil })
    else { throw .document("it is not CSL JSON, an array of items with 'type' and 'title'") }
    return items.map { CSLItem.record($0, isFromBibTeX: isFromBibTeX) }
  }
}
