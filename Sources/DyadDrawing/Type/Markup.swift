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
    paragraph.lines.map { ordered($0).map(text).joined() }.joined(separator: align.lineBreak) + align.lineBreak
  }

  /// A line that mixes scripts reads from the left, as its English words do, even where it begins with a name that does not.
  private static func ordered(_ line: [Run]) -> [Run] {
    let scalars = line.flatMap(\.text.unicodeScalars)
    let isMixed =
      scalars.contains(where: isRightToLeft) && scalars.contains { $0.isASCII && $0.properties.isAlphabetic }
    guard isMixed else { return line }
    var marked = line
    marked[0].text = "\u{200E}" + marked[0].text
    return marked
  }

  private static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC: true
    default: false
    }
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
