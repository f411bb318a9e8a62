/// A size, weight and slant of the picture's one family.
struct Face: Hashable, Sendable {
  /// Where Noto Sans has no sign for a letter, its Arabic sister comes before others that have some of the letters only.
  static let family = "Noto Sans,Noto Sans Arabic"

  var size: Int
  var isBold = false
  var isItalic = false

  // Whole points: Graphviz cuts the rest of a size off.
  static let title = Face(size: 14, isBold: true)
  static let subtitle = Face(size: 9)
  static let state = Face(size: 10, isBold: true)
  static let name = Face(size: 8, isBold: true)
  static let head = Face(size: 11, isBold: true)
  static let body = Face(size: 8)
  static let small = Face(size: 7)
  static let label = Face(size: 7, isBold: true)

  var italic: Face { Face(size: size, isBold: isBold, isItalic: true) }
  var upright: Face { Face(size: size, isBold: isBold) }
  var bold: Face { Face(size: size, isBold: true, isItalic: isItalic) }
}

/// Words in one face and colour.
struct Run: Hashable, Sendable {
  var text: String
  var face: Face
  var color: String
  /// It does not begin a line: the word before it comes along.
  var isGlued: Bool
  var isStruck: Bool

  init(_ text: String, _ face: Face, _ color: String, isGlued: Bool = false, isStruck: Bool = false) {
    (self.text, self.face, self.color) = (text, face, color)
    (self.isGlued, self.isStruck) = (isGlued, isStruck)
  }
}
