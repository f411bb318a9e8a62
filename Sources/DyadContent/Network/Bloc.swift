public import DyadCore

/// Parties that belong together: the members of an organization, or a community that an algorithm found.
///
///     content.blocs.map(\.name)     // ["Concord of the Western Waters", "League of the Long Sea"]
public struct Bloc: Hashable, Sendable, Identifiable {
  /// The organization, or the number of the community.
  public enum ID: Hashable, Sendable {
    /// The members of this organization.
    case organization(Entity.ID)
    /// A community, from 1.
    case community(Int)
  }

  /// What identifies it within a picture.
  public var id: ID
  /// The name of the organization, or "Bloc 1 (found)".
  public var name: String
  /// Its members in the picture, sorted.
  public var members: [Entity.ID]
  /// The phases of membership that it shows; none where an algorithm found it.
  public var claims: [String]

  /// Whether an algorithm found it in the ties of a whole film, and not in those of one picture.
  public var isOverPeriod: Bool

  /// A bloc.
  public init(id: ID, name: String, members: [Entity.ID], claims: [String], isOverPeriod: Bool = false) {
    (self.id, self.name, self.members, self.claims) = (id, name, members, claims)
    self.isOverPeriod = isOverPeriod
  }

  /// Whether an algorithm found it.
  public var isFound: Bool { if case .community = id { true } else { false } }
}

/// The blocs of a network or a matrix.
struct Blocs {
  private(set) var all: [Bloc] = []
  /// The relations that they show, so that no line does.
  private(set) var memberships: Set<Relation.ID> = []

  /// The kind of relation between a member and its organization.
  private static let membership: RelationKind.ID = "member"

  /// Those that relations of membership state. One that is uncertain, contested or changing is a line.
  ///
  /// - Parameter parties: those with figures.
  static func stated(
    in snapshot: Snapshot, among parties: Set<Entity.ID>, _ shownAs: Representatives, _ marks: Marks?,
    _ lexicon: Lexicon
  ) -> Blocs {
    var blocs = Blocs()
    let ties = snapshot.ties.filter { tie in
      tie.kind.id == membership && snapshot.entity(tie.relation.to)?.item.kind == .organization
        && tie.certainty == .yes && tie.leading?.item.evidence.standing != .contested
        && tie.leading?.item.evidence.isInferred != true && tie.tone.sign != .conflict
        && tie.phases.allSatisfy { (marks?.mark($0.id.text) ?? .kept) == .kept }
        && parties.contains(shownAs[tie.relation.from]) && shownAs[tie.relation.from] != tie.relation.to
    }
    for (organization, ties) in Dictionary(grouping: ties, by: \.relation.to).sorted(by: { $0.key < $1.key }) {
      let members = Set(ties.map { shownAs[$0.relation.from] }).sorted()
      guard members.count > 1 else { continue }
      blocs.all.append(
        Bloc(
          id: .organization(organization),
          name: snapshot.graph.label(of: organization, at: snapshot.moment, in: lexicon), members: members,
          claims: ties.flatMap(\.phases).map(\.id.text).sorted()))
      blocs.memberships.formUnion(ties.map(\.id))
    }
    return blocs
  }

  /// The communities of three parties or more that the lines form.
  static func found(_ dyads: [DyadSummary], _ lexicon: Lexicon) -> Blocs {
    found(
      communities(of: Dictionary(dyads.map { ($0.dyad, $0.tone?.value ?? 0) }, uniquingKeysWith: { one, _ in one })),
      isOverPeriod: false, lexicon)
  }

  /// Communities as blocs, with numbers by their order.
  static func found(_ communities: [[Entity.ID]], isOverPeriod: Bool, _ lexicon: Lexicon) -> Blocs {
    var blocs = Blocs()
    blocs.all = communities.enumerated().map { index, members in
      Bloc(
        id: .community(index + 1), name: lexicon.phrase(.foundBloc, String(index + 1)), members: members, claims: [],
        isOverPeriod: isOverPeriod)
    }
    return blocs
  }

  /// The communities of three parties or more in ties of these weights; none if all parties are one.
  static func communities(of weights: [Dyad: Double]) -> [[Entity.ID]] {
    let parties = Set(weights.keys.flatMap { [$0.first, $0.second] }).sorted()
    let places = Dictionary(uniqueKeysWithValues: parties.enumerated().map { ($1, $0) })
    let ties = weights.sorted { $0.key < $1.key }.compactMap { dyad, weight -> Communities.Tie? in
      guard let one = places[dyad.first], let other = places[dyad.second] else { return nil }
      return Communities.Tie(one: one, other: other, weight: weight)
    }
    return Communities(count: parties.count, ties).groups.filter { $0.count > 2 && $0.count < parties.count }
      .map { $0.map { parties[$0] } }
  }

  /// Those of which a party is shown, with the members that are.
  func restricted(to parties: Set<Entity.ID>) -> Blocs {
    var blocs = self
    for index in blocs.all.indices { blocs.all[index].members.removeAll { !parties.contains($0) } }
    blocs.all.removeAll(where: \.members.isEmpty)
    return blocs
  }
}
