/// The id of a record, typed by what it identifies.
///
/// At most 120 lower-case letters, digits, `-`, `_` and `.`, beginning with a letter or digit.
///
///     let pakistan: Entity.ID = "pakistan"
public struct Identifier<Subject>: Hashable, Sendable {
  /// The id as the dossier writes it.
  public let text: String
  /// An id, well formed or not.
  public init(_ text: String) { self.text = text }

  /// The most characters of an id, so that the ids of two parties fit into the name of a file.
  public static var longest: Int { 120 }

  /// Whether the text is a valid id of a dossier.
  public static func isWellFormed(_ text: String) -> Bool {
    text.utf8.count <= longest && hasValidCharacters(text)
  }

  /// Whether the text is a valid id, or a part of the id of an office, which is made of a title.
  package static func hasValidCharacters(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, first != "-", first != "_", first != "." else { return false }
    return text.unicodeScalars.allSatisfy { scalar in
      ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) || scalar == "-" || scalar == "_" || scalar == "."
    }
  }
}

extension Identifier: Comparable, CustomStringConvertible, ExpressibleByStringLiteral {
  /// An id written in code.
  public init(stringLiteral text: String) { self.init(text) }
  /// The id as the dossier writes it.
  public var description: String { text }
  /// By Unicode scalars, as strings are compared.
  public static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}
