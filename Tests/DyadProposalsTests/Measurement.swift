import DyadContent
import DyadCore
import DyadEditing
import DyadFormats
import DyadProposals
import DyadTestSupport
import Testing

/// How well proposals agree with the claims that a dossier makes of the same text.
struct Measurement {
  /// A share of claims: right ones among the proposed and among those of the dossier.
  struct Score {
    var right = 0
    var proposed = 0
    var expected = 0

    var precision: Double { proposed == 0 ? 0 : Double(right) / Double(proposed) }
    var recall: Double { expected == 0 ? 0 : Double(right) / Double(expected) }
    var f1: Double { precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall) }
  }

  /// What has to agree, each with all before it.
  enum Part: String, CaseIterable {
    case passage = "passage", type = "type", actor = "+ actor", recipient = "+ recipient", date = "+ date"
  }

  var parts: [Part: Score] = [:]
  var offices = Score()
  /// A line for each event of the dossier and each proposal without one.
  var log: [String] = []

  /// The events and offices that the dossier takes from the source, against those that rules find if they know its entities only.
  init(of graph: KnowledgeGraph, _ source: Source, minimumScore: Double) throws {
    var bare = Dossier(graph)
    (bare.events, bare.relations, bare.holdings, bare.offices, bare.views, bare.reviews) = ([], [], [], [], [], [])
    let known = KnowledgeGraph.linking([bare]).value
    let answer = try RuleProposer().proposals(for: ProposalRequest(graph: known, source: source))
    let text = try #require(source.text)
    let proposals = answer.proposals.filter { $0.score >= minimumScore }

    let gold = graph.events.values.filter {
      $0.evidence.citations.contains { $0.source == source.id && $0.quote != nil }
    }
    .sorted { $0.id < $1.id }
    let proposed = proposals.filter { $0.kind == "event" }
    func ranges(_ event: Event) -> [Range<Int>] {
      event.evidence.citations.filter { $0.source == source.id }.compactMap(\.quote).flatMap(text.find)
    }
    var pairs: [(gold: Int, proposal: Int, agreed: Set<Part>)] = []
    for (index, event) in gold.enumerated() {
      let claimed = ranges(event)
      for (number, proposal) in proposed.enumerated() {
        let found = text.find(proposal.quote)
        guard found.contains(where: { one in claimed.contains { $0.overlaps(one) } }) else { continue }
        pairs.append((index, number, Measurement.agreement(of: proposal, with: event)))
      }
    }
    pairs.sort { ($0.agreed.count, $1.gold, $1.proposal) > ($1.agreed.count, $0.gold, $0.proposal) }
    var (usedGold, usedProposals) = ([Int: (Int, Set<Part>)](), Set<Int>())
    for pair in pairs where usedGold[pair.gold] == nil && !usedProposals.contains(pair.proposal) {
      usedGold[pair.gold] = (pair.proposal, pair.agreed)
      usedProposals.insert(pair.proposal)
    }
    for (index, part) in Part.allCases.enumerated() {
      let needed = Set(Part.allCases[...index])
      parts[part] = Score(
        right: usedGold.values.count { $0.1.isSuperset(of: needed) }, proposed: proposed.count, expected: gold.count)
    }
    for (index, event) in gold.enumerated() {
      let match = usedGold[index]
      log.append(
        "gold \(event.id) \(event.type.rawValue) \(event.actors)→\(event.recipients) \(event.within): "
          + (match.map {
            "\(Measurement.words(proposed[$0.0])) [\(Part.allCases.filter($0.1.contains).map(\.rawValue).joined(separator: " "))]"
          } ?? "MISSED"))
    }
    for (number, proposal) in proposed.enumerated() where !usedProposals.contains(number) {
      log.append("extra \(Measurement.words(proposal)) “\(proposal.quote.prefix(120))”")
    }

    let goldOffices = Set(
      graph.holdings.values.filter { $0.evidence.citations.contains { $0.source == source.id } }.compactMap { holding in
        graph.offices[holding.office].map { "\(holding.official) \($0.of) \(Office.ID.slug($0.title))" }
      })
    let foundOffices = proposals.filter { $0.kind == "holding" }.map { proposal in
      let id = proposal.record["office"]?.scalar ?? ""
      return "\(proposal.record["official"]?.scalar ?? "") \(id.replacing("/", with: " "))"
    }
    offices = Score(
      right: Set(foundOffices).intersection(goldOffices).count, proposed: foundOffices.count,
      expected: goldOffices.count)
    log += goldOffices.subtracting(foundOffices).sorted().map { "office missed: \($0)" }
    log += Set(foundOffices).subtracting(goldOffices).sorted().map { "office extra: \($0)" }
  }

  private static func words(_ proposal: Proposal) -> String {
    func ids(_ key: String) -> [String] { (proposal.record[key]?.items ?? []).compactMap(\.scalar) }
    return
      "\(proposal.record["type"]?.scalar ?? "") \(ids("actors"))→\(ids("recipients")) \(proposal.record["on"]?.scalar ?? "") (\(proposal.score))"
  }

  private static func agreement(of proposal: Proposal, with event: Event) -> Set<Part> {
    var agreed: Set<Part> = [.passage]
    func ids(_ key: String) -> Set<String> { Set((proposal.record[key]?.items ?? []).compactMap(\.scalar)) }
    func agree(_ found: Set<String>, _ expected: [Entity.ID]) -> Bool {
      expected.isEmpty ? found.isEmpty : !found.isDisjoint(with: expected.map(\.text))
    }
    if proposal.record["type"]?.scalar == event.type.rawValue { agreed.insert(.type) }
    if agree(ids("actors"), event.actors) { agreed.insert(.actor) }
    if agree(ids("recipients"), event.recipients) { agreed.insert(.recipient) }
    if let on = proposal.record["on"]?.scalar.flatMap({ Interval($0) }), isWithin(on, event.within) {
      agreed.insert(.date)
    }
    return agreed
  }

  /// Whether one of the two dates is within the other, and the proposed one is a year long at most.
  private static func isWithin(_ found: Interval, _ expected: Interval) -> Bool {
    let (one, other) = (found.span, expected.span)
    guard one.lowerBound != .distantPast, one.upperBound != .distantFuture, one.count <= 366 else { return false }
    return other.lowerBound <= one.lowerBound && one.upperBound <= other.upperBound
      || one.lowerBound <= other.lowerBound && other.upperBound <= one.upperBound
  }

  // MARK: The table

  static func add(_ one: Score, _ other: Score) -> Score {
    Score(
      right: one.right + other.right, proposed: one.proposed + other.proposed, expected: one.expected + other.expected)
  }

  static func cell(_ score: Score) -> String {
    func hundredths(_ value: Double) -> String { DraftNote.hundredths(value) }
    return "\(hundredths(score.precision)) / \(hundredths(score.recall)) / \(hundredths(score.f1))"
  }
}
