internal import DyadArchive
internal import DyadSyntax
internal import Foundation

/// Reads documents as sources: plain text, Markdown, HTML, PDF, DOCX, ODT and EPUB.
///
///     try DocumentReader().read(Array(page.utf8), named: "ferry.html").record["title"]
package struct DocumentReader: Sendable {
  /// The greatest size of a document.
  package static let largest = 100 << 20
  /// The greatest size of a text, in which quotes are looked up.
  package static let largestText = 16 << 20

  private let programs: Programs
  private let encoding: String?

  /// - Parameter encoding: the encoding of text that does not declare one, in place of UTF-8.
  package init(_ programs: Programs = Programs(), encoding: String? = nil) {
    (self.programs, self.encoding) = (programs, encoding)
  }

  package func read(_ bytes: [UInt8], named name: String) throws(SourceError) -> SourceDocument {
    guard !bytes.isEmpty else { throw .document("it is empty") }
    guard bytes.count <= DocumentReader.largest else {
      throw .document("it is larger than \(DocumentReader.largest >> 20) MB")
    }
    guard let format = DocumentFormat.of(bytes, named: name) else { throw DocumentReader.unknown(bytes) }
    let (text, record) = try content(bytes, format)
    let clean = DocumentReader.clean(text)
    guard clean.contains(where: { !$0.isWhitespace }) else {
      throw .document(
        format == .pdf
          ? "it has no text, only pictures; recognize the text first, such as with 'ocrmypdf IN.pdf OUT.pdf'"
          : "it has no text")
    }
    guard clean.utf8.count <= DocumentReader.largestText else {
      throw .document(
        "its text has \(clean.utf8.count >> 20) MB; quotes are looked up in texts of at most \(DocumentReader.largestText >> 20) MB: split it"
      )
    }
    var whole = record
    whole.offer("title", DocumentReader.firstLine(of: clean), from: "first line")
    whole.offer("title", name == "-" ? "Untitled" : URL(fileURLWithPath: name).lastPathComponent, from: "file name")
    return SourceDocument(
      format: format, text: clean, record: whole, isPlain: format == .text && Array(clean.utf8) == bytes)
  }

  private static func unknown(_ bytes: [UInt8]) -> SourceError {
    let known = DocumentFormat.allCases.flatMap(\.suffixes).map { ".\($0)" }.joined(separator: ", ")
    let isOldWord = bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
    return .document(
      isOldWord ? "it is a document of an old Word; save it as DOCX" : "its format is unknown; known: \(known)")
  }

  private func content(_ bytes: [UInt8], _ format: DocumentFormat) throws(SourceError) -> (String, SourceRecord) {
    let decoding = TextEncoding(programs: programs, stated: encoding)
    switch format {
    case .text: return (String(decoding: try decoding.decoded(bytes), as: UTF8.self), SourceRecord())
    case .markdown:
      let text = String(decoding: try decoding.decoded(bytes), as: UTF8.self)
      let (record, body) = PropertyMetadata.read(markdown: text.replacing("\r\n", with: "\n"))
      return (try pandoc("markdown-yaml_metadata_block", Array(body.utf8)), record)
    case .html:
      let page = HTMLDocument(try decoding.decoded(bytes, declaring: TextEncoding.declared(inPage: bytes)))
      return (try pandoc("html", Array(PageText(page).html.utf8)), HTMLMetadata.read(page))
    case .pdf: return try pdf(bytes)
    case .docx, .odt, .epub:
      let record = ZipArchive(bytes).map { PropertyMetadata.read($0, format) } ?? SourceRecord()
      return (try pandoc(format.rawValue, bytes), record)
    }
  }

  private func pandoc(_ format: String, _ bytes: [UInt8]) throws(SourceError) -> String {
    let output = try programs.run(
      .pandoc, ["--sandbox", "-f", format, "-t", "plain", "--wrap=none"], input: bytes)
    return String(decoding: output, as: UTF8.self)
  }

  /// The text in reading order; words that a line end divides are joined.
  private func pdf(_ bytes: [UInt8]) throws(SourceError) -> (String, SourceRecord) {
    let text = try programs.run(.pdfToText, ["-enc", "UTF-8", "-nopgbrk", "-q", "-", "-"], input: bytes)
    let info = try programs.run(.pdfInfo, ["-enc", "UTF-8", "-isodates", "-"], input: bytes)
    return (
      String(decoding: text, as: UTF8.self), PropertyMetadata.read(pdfInfo: String(decoding: info, as: UTF8.self))
    )
  }

  /// With line ends of Unix and without control characters.
  private static func clean(_ text: String) -> String {
    var clean = String.UnicodeScalarView()
    var last: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\r", "\u{C}", "\u{B}", "\u{85}", "\u{2028}", "\u{2029}": clean.append("\n")
      case "\n": if last != "\r" { clean.append("\n") }
      case "\t": clean.append(scalar)
      case _ where scalar.properties.generalCategory == .control || scalar == "\u{FEFF}": break
      default: clean.append(scalar)
      }
      last = scalar
    }
    return String(clean)
  }

  private static func firstLine(of text: String) -> String? {
    let line = text.split(separator: "\n").lazy.map(\.onOneLine).first { !$0.isEmpty }
    return line.flatMap { $0.count <= 160 ? $0 : nil }
  }
}
