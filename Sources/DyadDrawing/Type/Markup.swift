/// The markup of Graphviz's HTML-like labels; every word in it is escaped here.
enum Markup {
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in text.unicodeScalars {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(character)
      }
    }
    return result
  }

  static func text(_ run: Run) -> String {
    var inner = escaped(run.text)
    if run.face.isBold { inner = "<B>\(inner)</B>" }
    if run.face.isItalic { inner = "<I>\(inner)</I>" }
    return
      "<FONT FACE=\"\(Face.family)\" POINT-SIZE=\"\(number(run.face.size))\" COLOR=\"\(run.color)\">\(inner)</FONT>"
  }

  /// The lines, each ended so that it is aligned by itself.
  static func text(_ paragraph: Paragraph, align: Alignment = .left) -> String {
    paragraph.lines.map { $0.map(text).joined() }.joined(separator: align.lineBreak) + align.lineBreak
  }

  enum Alignment: String {
    case left = "LEFT"
    case center = "CENTER"
    var lineBreak: String { self == .left ? "<BR ALIGN=\"LEFT\"/>" : "<BR/>" }
  }

  static func number(_ value: Double) -> String {
    value == value.rounded() ? String(Int(value)) : String((value * 1000).rounded() / 1000)
  }
}
