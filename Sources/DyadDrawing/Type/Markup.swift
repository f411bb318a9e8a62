internal import DyadSyntax

/// The markup of Graphviz's HTML-like labels; all text in it is escaped.
enum Markup {
  /// Graphviz uses the escapes of XML.
  static func escaped(_ text: String) -> String { XMLText.escaped(text) }

  static func text(_ run: Run) -> String {
    guard run.text.unicodeScalars.contains(where: isNearSigns) else {
      return part(of: run, run.text, family: Face.family)
    }
    var parts: [(text: String, isSign: Bool)] = []
    for character in run.text {
      let isSign = signs.contains(character)
      if parts.last?.isSign == isSign {
        parts[parts.count - 1].text.append(character)
      } else {
        parts.append((String(character), isSign))
      }
    }
    return parts.map { part(of: run, $0.text, family: $0.isSign ? Face.signs : Face.family) }.joined()
  }

  /// The space between words in a bitmap.
  ///
  /// Pango rounds every advance to whole pixels at 96 per inch. At 7 points that makes a space a fifth narrower than it is in
  /// an SVG, and words run together; a third of an em is rounded to the next pixel.
  static func paintedSpace(_ size: Int) -> String { size == Face.small.size ? "\u{2004}" : " " }

  /// A label with the spaces of a bitmap.
  static func painted(_ label: String) -> String {
    label.replacing(#/(<FONT [^>]*POINT-SIZE="(\d+)"[^>]*>)(.*?)<\/FONT>/#) { match in
      "\(match.output.1)\(match.output.3.replacing(" ", with: paintedSpace(Int(match.output.2) ?? 0)))</FONT>"
    }
  }

  /// The characters that are set in another font.
  private static let signs: Set<Character> = Set("≠→←↑↓↕↳↲▲▼●△▽○")

  /// Whether it is in the blocks of Unicode that have them: arrows to geometric shapes.
  private static func isNearSigns(_ scalar: Unicode.Scalar) -> Bool { (0x2190...0x25FF).contains(scalar.value) }

  private static func part(of run: Run, _ text: String, family: String) -> String {
    // Graphviz replaces \N, \G and others in markup too.
    var inner = escaped(text.utf8.contains(UInt8(ascii: "\\")) ? text.replacing("\\", with: "\\\\") : text)
    if run.face.isBold { inner = "<B>\(inner)</B>" }
    if run.isStruck { inner = "<S>\(inner)</S>" }
    if run.face.isItalic { inner = "<I>\(inner)</I>" }
    return "<FONT FACE=\"\(family)\" POINT-SIZE=\"\(run.face.size)\" COLOR=\"\(run.color)\">\(inner)</FONT>"
  }

  /// The lines, each ended so that it is aligned by itself.
  static func text(_ paragraph: Paragraph, align: Alignment = .left) -> String {
    paragraph.lines.map { (align == .right ? turned($0) : ordered($0)).map(text).joined() }.joined(
      separator: align.lineBreak) + align.lineBreak
  }

  /// Lines of one face with a row above them that is as high as needed for capitals to be in the middle of a shape.
  static func centred(_ lines: String, _ face: Face, count: Int) -> String {
    // Between lines, Graphviz adds what it leaves out below a single one.
    let above = Int((2 * face.rise * (count > 1 ? 0.8 : 1)).rounded())
    guard above > 0, !lines.isEmpty else { return lines }
    return
      "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\"><TR><TD HEIGHT=\"\(above)\"></TD></TR>"
      + "<TR><TD>\(lines)</TD></TR></TABLE>"
  }

  /// Graphviz places runs from left to right; for a language written from right to left, their order is reversed.
  private static func turned(_ line: [Run]) -> [Run] {
    line.reversed().map { run in
      // The space before a word is on its right here, which in words that run from the left is after them.
      let isLeftToRight =
        !run.text.unicodeScalars.contains(where: isRightToLeft) && run.text.contains(where: \.isLetter)
      let text =
        isLeftToRight && run.text.hasPrefix(" ")
        ? run.text.dropFirst() + " " : (isLeftToRight ? "" : "\u{200F}") + run.text
      return Run(text, run.face, run.color, isStruck: run.isStruck)
    }
  }

  /// In a line from left to right, a run of mixed scripts is from left to right too, whatever the script of its first word;
  /// a run of one script keeps its direction.
  private static func ordered(_ line: [Run]) -> [Run] {
    line.map { run in
      let scalars = run.text.unicodeScalars
      guard scalars.contains(where: isRightToLeft) else { return run }
      let isMixed =
        scalars.contains { $0.properties.isAlphabetic && !isRightToLeft($0) || "–:([".unicodeScalars.contains($0) }
      guard isMixed else { return run }
      var run = run
      run.text = "\u{202A}\(run.text)\u{202C}"
      return run
    }
  }

  private static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC: true
    default: false
    }
  }

  enum Alignment: String, CustomStringConvertible {
    case left = "LEFT"
    case center = "CENTER"
    case right = "RIGHT"
    var description: String { rawValue }
    var lineBreak: String { self == .center ? "<BR/>" : "<BR ALIGN=\"\(rawValue)\"/>" }
  }

  static func number(_ value: Double) -> String {
    value == value.rounded() ? String(Int(value)) : String((value * 1000).rounded() / 1000)
  }
}
