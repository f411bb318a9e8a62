public import DyadCore

/// A party in a picture: its kind, its name, and the lines below the name.
///
///     content.figures.first?.name     // "Pakistan"
public struct Figure: Hashable, Sendable, Identifiable {
  /// The side that it is on, which decides its colours.
  public enum Side: Hashable, Sendable { case first, second, other }

  /// The entity.
  public var id: Entity.ID
  /// What the entity is, which decides its form.
  public var kind: Entity.Kind
  /// The side that it is on.
  public var side: Side
  /// The name as shown: short, in the language of the picture.
  public var name: String
  /// The full name, for the tooltip and the description.
  public var fullName: String
  /// Small lines below the name: offices held at the date, or affiliations, with the numbers of their sources.
  public var lines: [String]
  /// The numbers of sources with which each of the lines ends.
  var numbers: [[Int]] = []
  /// The ids of the claims in `lines`.
  public var claims: [String]
  /// Whether the sources do not name it.
  public var isUnnamed: Bool
  /// Whether it only possibly exists at the date.
  public var isPossible: Bool
  /// The quotes that it rests on.
  public var quotes: [String]
  /// Its change, in a picture of a diff.
  public var mark: Mark?
  /// Whether it is part of the film, but absent from this frame.
  public var isAbsent: Bool

  /// A figure.
  public init(
    id: Entity.ID, kind: Entity.Kind, side: Side, name: String, fullName: String, lines: [String] = [],
    claims: [String] = [], isUnnamed: Bool = false, isPossible: Bool = false, quotes: [String] = [], mark: Mark? = nil,
    isAbsent: Bool = false
  ) {
    (self.id, self.kind, self.side, self.name, self.fullName) = (id, kind, side, name, fullName)
    (self.lines, self.claims, self.isUnnamed, self.isPossible) = (lines, claims, isUnnamed, isPossible)
    (self.quotes, self.mark, self.isAbsent) = (quotes, mark, isAbsent)
  }
}
