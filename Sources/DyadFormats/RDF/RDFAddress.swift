internal import DyadCore

/// The addresses of things: `urn:dyad:` and what sort of thing it is, then its id, with all but letters, digits and `-._~` as `%XX`.
enum RDFAddress {
  static let base = "urn:dyad:"
  static let dossier = "urn:dyad:dossier"
  /// The graph that the quads are in.
  static let graph = "urn:dyad:graph"

  enum Sort: String { case source, entity, office, holding, kind, relation, phase, event, view }

  static func of<Thing>(_ sort: Sort, _ id: Identifier<Thing>) -> String {
    "\(base)\(sort.rawValue)/\(encoded(id.text))"
  }

  /// The id in an address of that sort.
  static func id<Thing>(_ sort: Sort, in iri: String, _: Identifier<Thing>.Type = Identifier<Thing>.self)
    -> Identifier<Thing>?
  {
    let start = "\(base)\(sort.rawValue)/"
    guard iri.hasPrefix(start), let text = decoded(iri.dropFirst(start.count)), mayName(sort, text) else { return nil }
    return Identifier(text)
  }

  /// Offices have the ids that they get from whose they are; those of holdings and phases are anybody's.
  private static func mayName(_ sort: Sort, _ text: String) -> Bool {
    switch sort {
    case .holding, .phase:
      if case .success(text) = Clean.text(text) { return !text.isEmpty }
      return false
    case .office:
      return text.split(separator: "/", omittingEmptySubsequences: false).allSatisfy {
        Identifier<Entity>.isWellFormed(String($0))
      }
    default: return Identifier<Entity>.isWellFormed(text)
    }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: true
    default: false
    }
  }

  static func encoded(_ text: String) -> String {
    if text.utf8.allSatisfy(isPlain) { return text }
    var encoded = ""
    for byte in text.utf8 {
      if isPlain(byte) {
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        encoded += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
    return encoded
  }

  private static func decoded(_ text: Substring) -> String? {
    guard text.utf8.contains(0x25) else { return String(text) }
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == 0x25 else {
        bytes.append(byte)
        continue
      }
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      guard digits.utf8.count == 2, let value = UInt8(digits, radix: 16) else { return nil }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    return String(validating: bytes, as: UTF8.self)
  }
}
