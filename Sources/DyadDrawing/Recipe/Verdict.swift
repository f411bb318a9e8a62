/// What has become of a picture since it was drawn, held against a dossier.
///
///     Verdict(on: recipe, redrawn: try recipe.remade(from: graph))
public enum Verdict: Hashable, Sendable {
  /// It tells what the dossier tells.
  case current
  /// The dossier tells something else by now: these claims, or, where there are none, only what was left out.
  case stale([Difference])
  /// It was not drawn from this dossier.
  case foreign

  /// A claim that has come, gone or changed.
  public struct Difference: Hashable, Sendable {
    public enum How: String, Hashable, Sendable { case added, removed, changed }
    public var claim: String
    public var how: How

    public init(claim: String, how: How) { (self.claim, self.how) = (claim, how) }
  }

  /// - Parameters:
  ///   - recipe: what the picture carries.
  ///   - redrawn: what it would carry if it were drawn now.
  public init(on recipe: Recipe, redrawn: Recipe) {
    let isKnown =
      recipe.dossier.title == redrawn.dossier.title || !Set(recipe.claims.keys).isDisjoint(with: redrawn.claims.keys)
    guard isKnown else {
      self = .foreign
      return
    }
    let all = Set(recipe.claims.keys).union(redrawn.claims.keys).sorted()
    let differences = all.compactMap { claim -> Difference? in
      switch (recipe.claims[claim], redrawn.claims[claim]) {
      case (nil, _): Difference(claim: claim, how: .added)
      case (_, nil): Difference(claim: claim, how: .removed)
      case (let old, let new): old == new ? nil : Difference(claim: claim, how: .changed)
      }
    }
    self = differences.isEmpty && recipe.description == redrawn.description ? .current : .stale(differences)
  }
}
