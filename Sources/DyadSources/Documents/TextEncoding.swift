internal import Foundation
internal import DyadSyntax

/// The encoding of a text: as its first bytes or its own declaration say, else UTF-8; nothing is guessed.
struct TextEncoding {
  let programs: Programs
  /// The encoding that the user states.
  let stated: String?

  /// The text in UTF-8, without a byte order mark.
  func decoded(_ bytes: [UInt8], declaring declared: String? = nil) throws(SourceError) -> [UInt8] {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return try valid(Array(bytes.dropFirst(3)), "UTF-8") }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return try converted(bytes, "UTF-16") }
    if let name = stated ?? declared.map(TextEncoding.onTheWeb), !["utf-8", "utf8"].contains(name.lowercased()) {
      return try converted(bytes, name)
    }
    return try valid(bytes, declared ?? stated ?? "")
  }

  private func valid(_ bytes: [UInt8], _ name: String) throws(SourceError) -> [UInt8] {
    if bytes.contains(0) { throw .document("it is not text: it contains a NUL") }
    if String(validating: bytes, as: UTF8.self) != nil { return bytes }
    throw .document(
      name.isEmpty
        ? "it is not UTF-8 and does not declare its encoding; give the encoding, such as --encoding windows-1252"
        : "it declares \(name), but is not valid in it; give its encoding, such as --encoding windows-1252")
  }

  private func converted(_ bytes: [UInt8], _ name: String) throws(SourceError) -> [UInt8] {
    let isName = name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.:".contains($0)) }
    guard isName, name.first?.isLetter == true, name.count < 40 else {
      throw .document("'\(name)' is not the name of an encoding; iconv -l lists them")
    }
    let text: [UInt8]
    do { text = try programs.run(.iconv, ["-f", name, "-t", "UTF-8"], input: bytes) } catch {
      guard case .document = error else { throw error }
      throw .document("it is not valid text in the encoding \(name); give another, such as --encoding windows-1252")
    }
    return try valid(text.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(text.dropFirst(3)) : text, name)
  }

  /// What browsers read for a label: Latin 1 is its superset Windows-1252, and so on (encoding.spec.whatwg.org).
  private static func onTheWeb(_ label: String) -> String {
    switch label.lowercased() {
    case "iso-8859-1", "latin1", "ascii", "us-ascii", "iso8859-1", "cp1252", "x-cp1252": "windows-1252"
    case "gb2312", "gbk", "x-gbk": "GB18030"
    case "shift_jis", "shift-jis", "sjis", "x-sjis", "windows-31j": "CP932"
    case "iso-8859-9", "latin5": "windows-1254"
    case "euc-kr", "ks_c_5601-1987": "CP949"
    case "tis-620", "iso-8859-11": "windows-874"
    default: label
    }
  }

  /// The encoding that a page of HTML declares near its start.
  static func declared(inPage bytes: [UInt8]) -> String? {
    let head = HTMLDocument(Array(bytes.prefix(4096)))
    for meta in head.elements(named: "meta") {
      if let name = meta["charset"] { return name.trimmed }
      guard meta["http-equiv"]?.lowercased() == "content-type", let content = meta["content"] else { continue }
      if let place = content.lowercased().range(of: "charset=") {
        return String(content[place.upperBound...].prefix { $0 != ";" }).trimmed
      }
    }
    let start = String(decoding: bytes.prefix(200), as: UTF8.self)
    guard start.hasPrefix("<?xml"), let place = start.range(of: "encoding=") else { return nil }
    return String(start[place.upperBound...].dropFirst().prefix { $0 != "\"" && $0 != "'" })
  }
}

extension StringProtocol {
  /// Without white space at its ends.
  var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }

  /// With one space for any white space, and no control characters.
  var onOneLine: String {
    let clean = String(
      String.UnicodeScalarView(
        unicodeScalars.filter { $0.value >= 32 && $0.value != 127 || $0.properties.isWhitespace }))
    return clean.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
