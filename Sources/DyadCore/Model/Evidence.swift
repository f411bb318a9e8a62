/// The evidence for a claim: sources, quotes, speakers, and since when it could be known.
///
///     Evidence([Citation(of: "herald", quote: "the ferry sails again")])
public struct Evidence: Hashable, Sendable {
  /// What the sources together state: that the claim is true, that it is not, or both; or that there is no source.
  public enum Standing: Hashable, Sendable { case unsourced, asserted, denied, contested }

  /// The citations, in the order of the dossier.
  public var citations: [Citation]
  /// When the claim could be known, if the dossier gives it.
  public var known: Interval?
  /// How confident the analyst is in the claim, if the dossier gives it.
  public var confidence: Confidence?
  /// What the claim rests on, if the dossier says so.
  public var basis: Basis?
  /// Whether the claim is a draft: proposed, and not accepted yet.
  public var isDraft = false
  /// The time since the earliest publication among its sources, which linking sets.
  public internal(set) var published: Interval?

  /// Evidence with these citations.
  public init(
    _ citations: [Citation] = [], known: Interval? = nil, confidence: Confidence? = nil, basis: Basis? = nil
  ) {
    (self.citations, self.known, self.confidence, self.basis) = (citations, known, confidence, basis)
  }

  /// What the claim rests on: as the dossier says, or else as its citations show; `nil` where no citation asserts it.
  ///
  /// What a data set counts is attributed to it, and never reported, whatever the dossier says.
  public var overallBasis: Basis? {
    if let basis, !(basis == .reported && isCounted) { return basis }
    guard citations.contains(where: { $0.stance == .asserts }) else { return nil }
    return speakers.isEmpty ? .reported : .attributed
  }

  /// Whether rows of data sets are all that asserts it.
  public var isCounted: Bool {
    let asserting = citations.filter { $0.stance == .asserts }
    return !asserting.isEmpty && asserting.allSatisfy { !$0.rows.isEmpty }
  }

  /// Whether the coder concludes it.
  public var isInferred: Bool { basis == .inferred }

  /// The confidence in the claim: its own, or else the highest of the citations that assert it.
  public var overallConfidence: Confidence? {
    confidence ?? citations.filter { $0.stance == .asserts }.compactMap(\.confidence).max()
  }

  /// What the citations together state.
  public var standing: Standing {
    let stances = Set(citations.map(\.stance))
    return switch (stances.contains(.asserts), stances.contains(.denies)) {
    case (false, false): .unsourced
    case (true, false): .asserted
    case (false, true): .denied
    case (true, true): .contested
    }
  }

  /// The speakers of asserting citations, and the data sets whose rows they cite; empty if some source asserts the claim
  /// itself.
  public var speakers: [Mention] {
    let asserting = citations.filter { $0.stance == .asserts }
    guard asserting.allSatisfy({ $0.voice != nil }) else { return [] }
    var seen: Set<Mention> = []
    return asserting.compactMap(\.voice).filter { seen.insert($0).inserted }
  }

  /// The speakers of denying citations, in order.
  public var deniers: [Mention] {
    var seen: Set<Mention> = []
    return citations.filter { $0.stance == .denies }.compactMap(\.voice).filter { seen.insert($0).inserted }
  }

  /// Whether the claim could be known by that day; possibly, where nothing says since when.
  public func couldBeKnown(by day: Day) -> Certainty {
    guard let known = known ?? published else { return .possibly }
    return ValidTime.throughout(known).holds(at: Moment(on: day))
  }
}
