/// A size, weight and slant of the picture's one family.
package struct Face: Hashable, Sendable {
  /// Noto Sans Arabic comes before fonts that have only some of the Arabic letters.
  static let family = "Noto Sans,Noto Sans Arabic"

  /// Fonts with arrows, triangles and mathematical signs, which Noto Sans lacks. Named, so that a browser does not
  /// compose ≠ of a sign and a stroke.
  static let signs = "DejaVu Sans,Noto Sans Symbols2,Noto Sans Math,Segoe UI Symbol,Apple Symbols"

  var size: Int
  var isBold = false
  var isItalic = false

  // Graphviz truncates sizes to whole points.
  static let title = Face(size: 14, isBold: true)
  static let subtitle = Face(size: 9)
  static let state = Face(size: 10, isBold: true)
  package static let name = Face(size: 8, isBold: true)
  package static let head = Face(size: 11, isBold: true)
  package static let body = Face(size: 8)
  package static let small = Face(size: 7)
  static let label = Face(size: 7, isBold: true)

  /// The same in a smaller size, where a word is wider than its figure.
  func smaller(by points: Int) -> Face { Face(size: size - points, isBold: isBold, isItalic: isItalic) }

  /// The height of a line, as Graphviz counts it.
  var lineHeight: Double { Double(size) * 1.2 }

  /// The height of capitals in Noto Sans.
  var capHeight: Double { Double(size) * 0.714 }

  /// How far Graphviz places a line above the middle by cap height, because it counts the space below the baseline as text.
  var rise: Double { Double(size) * 0.22 }

  package var italic: Face { Face(size: size, isBold: isBold, isItalic: true) }
  var upright: Face { Face(size: size, isBold: isBold) }
  var bold: Face { Face(size: size, isBold: true, isItalic: isItalic) }
}

/// Text in one face and colour.
package struct Run: Hashable, Sendable {
  package var text: String
  var face: Face
  var color: String
  /// Whether it never begins a line: a break comes before the preceding word.
  var isGlued: Bool
  var isStruck: Bool

  package init(_ text: String, _ face: Face, _ color: String, isGlued: Bool = false, isStruck: Bool = false) {
    (self.text, self.face, self.color) = (text, face, color)
    (self.isGlued, self.isStruck) = (isGlued, isStruck)
  }
}
