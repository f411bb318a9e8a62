/// The name by which a thing is known in a dossier, typed by what it names.
///
/// Small letters, digits, `-`, `_` and `.`, beginning with a letter or digit.
///
///     let pakistan: Entity.ID = "pakistan"
public struct Identifier<Subject>: Hashable, Sendable {
  public let text: String
  public init(_ text: String) { self.text = text }

  /// Whether the text may stand as an id in a dossier.
  public static func isWellFormed(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, first != "-", first != "_", first != "." else { return false }
    return text.unicodeScalars.allSatisfy { scalar in
      ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) || scalar == "-" || scalar == "_" || scalar == "."
    }
  }
}

extension Identifier: Comparable, CustomStringConvertible, ExpressibleByStringLiteral {
  public init(stringLiteral text: String) { self.init(text) }
  public var description: String { text }
  public static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}
