/// Whether a picture is up to date with a dossier.
///
///     let recipe = picture.recipe
///     let verdict = Verdict(on: recipe, redrawn: try recipe.remade(from: graph))
///     if case .stale(let differences) = verdict { print(differences.map(\.claim)) }
public enum Verdict: Hashable, Sendable {
  /// The picture is up to date.
  case current
  /// The dossier has changed: these claims differ; if none does, only the omissions do.
  case stale([Difference])
  /// The picture was drawn from another dossier.
  case foreign

  /// A claim that was added, removed or changed.
  public struct Difference: Hashable, Sendable {
    /// The kind of a difference.
    public enum How: String, Hashable, Sendable { case added, removed, changed }
    /// The id of the claim.
    public var claim: String
    /// The kind of the difference.
    public var how: How

    /// Creates a difference of a claim.
    public init(claim: String, how: How) { (self.claim, self.how) = (claim, how) }
  }

  /// Compares the recipe of a picture with the recipe that it would have if it were drawn now.
  ///
  /// - Parameters:
  ///   - recipe: the recipe in the picture.
  ///   - redrawn: the recipe of the same request and the present dossier.
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
