internal import DyadArchive
internal import DyadSyntax
internal import Foundation

/// A format of documents from which sources are made.
package enum DocumentFormat: String, CaseIterable, Sendable {
  case text, markdown, html, pdf, docx, odt, epub

  /// The suffixes of its files, the usual one first.
  package var suffixes: [String] {
    switch self {
    case .text: ["txt", "text"]
    case .markdown: ["md", "markdown"]
    case .html: ["html", "htm", "xhtml"]
    case .pdf: ["pdf"]
    case .docx: ["docx"]
    case .odt: ["odt"]
    case .epub: ["epub"]
    }
  }

  /// The format of a file: by its first bytes where they decide, else by its suffix; `nil` for an unknown one.
  static func of(_ bytes: [UInt8], named name: String) -> DocumentFormat? {
    let suffix = (name as NSString).pathExtension.lowercased()
    let named = allCases.first { $0.suffixes.contains(suffix) }
    if bytes.starts(with: Array("%PDF-".utf8)) { return .pdf }
    if bytes.starts(with: Array("PK\u{3}\u{4}".utf8)) { return archived(bytes) }
    if let named, ![.pdf, .docx, .odt, .epub].contains(named) { return named }
    guard named == nil, suffix.isEmpty || name == "-" else { return nil }
    let start = String(decoding: bytes.prefix(1000), as: UTF8.self).lowercased()
    let isPage = ["<!doctype html", "<html", "<head", "<body"].contains { start.contains($0) }
    return isPage ? .html : start.hasPrefix("---\n") ? .markdown : .text
  }

  private static func archived(_ bytes: [UInt8]) -> DocumentFormat? {
    guard let archive = ZipArchive(bytes) else { return nil }
    if archive.names.contains("word/document.xml") { return .docx }
    let type = archive.file(named: "mimetype", limit: 200).map { String(decoding: $0, as: UTF8.self) } ?? ""
    if type.hasPrefix("application/epub+zip") { return .epub }
    return type.hasPrefix("application/vnd.oasis.opendocument.text") ? .odt : nil
  }
}
