/// A value in the notation of Graphviz, with its escapes.
struct Notation: Hashable {
  var string: String
  var isHTML = false

  /// - Parameter isRecord: whether the value is the label of a record, where braces and bars separate fields.
  init(_ value: Value, for attribute: String, isRecord: Bool = false) {
    switch value {
    case .html(let markup):
      string = markup
      isHTML = true
    case .raw(let raw):
      string = AttributeRole(of: attribute) == .link ? Notation.entities(raw) : raw
    case .text(let text):
      string = Notation.literal(text, for: attribute, isRecord: isRecord)
    }
  }

  private static func literal(_ text: String, for attribute: String, isRecord: Bool) -> String {
    switch AttributeRole(of: attribute) {
    case .label:
      escaped(text, backslash: "\\\\", isRecord: isRecord && attribute == "label")
    case .tooltip:
      escaped(text, backslash: "\\\\\\\\")  // unescaped twice
    case .link, .id:
      escaped(text, backslash: "\\\\")
    case .plain:
      escaped(text, backslash: "\\")
    case .keyword:
      text
    }
  }

  private static func escaped(_ text: String, backslash: String, isRecord: Bool = false) -> String {
    guard isRecord || text.utf8.contains(where: isEscaped) else { return text }
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count + 16)
    var previous: UInt8?
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\\"): result += backslash.utf8
      case UInt8(ascii: "&"): result += "&amp;".utf8
      case UInt8(ascii: "\n") where previous == UInt8(ascii: "\r"): break
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"): result += "\\n".utf8
      default:
        if isRecord, isSeparator(byte) { result.append(UInt8(ascii: "\\")) }
        result.append(byte)
      }
      previous = byte
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether the label of a record is separated by it.
  private static func isSeparator(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "|"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: " "):
      true
    default: false
    }
  }

  /// Whether it is written otherwise, outside of records.
  private static func isEscaped(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "&"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): true
    default: false
    }
  }

  /// Up to 2.42.3 Graphviz writes links to SVG without escaping `&` and `<` (#1687).
  private static func entities(_ link: String) -> String {
    var result = ""
    let scalars = Array(link.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case "&" where !isEntity(scalars[(index + 1)...]): result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func isEntity(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
    let name = rest.prefix { $0 != ";" }
    guard name.count < rest.count, (1...10).contains(name.count) else { return false }
    return name.allSatisfy {
      $0 == "#" || ($0.isASCII && $0.properties.isAlphabetic) || ("0"..."9").contains($0)
    }
  }
}

/// How Graphviz unescapes the text of an attribute.
enum AttributeRole {
  case label, tooltip, link, id
  /// Escapes are not interpreted, entities are.
  case plain
  /// Written to DOT and pictures as it is: colors, shapes, numbers.
  case keyword

  init(of name: String) {
    self =
      switch name {
      case "label", "xlabel", "headlabel", "taillabel": .label
      case "tooltip", "edgetooltip", "headtooltip", "labeltooltip", "tailtooltip": .tooltip
      case "id", "target", "edgetarget", "headtarget", "labeltarget", "tailtarget": .id
      case "class", "comment": .plain
      case _ where AttributeRole.links.contains(name): .link
      default: .keyword
      }
  }

  static let links: Set = [
    "URL", "href", "edgeURL", "edgehref", "headURL", "headhref", "labelURL", "labelhref", "tailURL",
    "tailhref",
  ]
}
