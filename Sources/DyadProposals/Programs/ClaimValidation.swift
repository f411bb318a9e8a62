internal import DyadCore
internal import DyadEditing
internal import DyadFormats
internal import DyadSyntax

/// Turns the claims of a program into proposals, and refuses those that are not true to the text and the dossier.
struct ClaimValidation {
  private let request: ProposalRequest
  private let text: SourceText

  static let mostClaims = 2000

  init(_ request: ProposalRequest, _ text: SourceText) { (self.request, self.text) = (request, text) }

  /// A claim whose form is right.
  private struct Candidate {
    var name: String
    var proposal: Proposal
    var dossier: Dossier
  }

  func validated(_ claims: [JSONNode]) -> ProposalAnswer {
    var (candidates, rejected) = ([Candidate](), [ProposalAnswer.Rejection]())
    for (index, claim) in claims.enumerated() {
      let name = ClaimValidation.name(of: claim, index + 1)
      guard index < ClaimValidation.mostClaims else {
        rejected.append(.init(claim: name, reason: "more than \(ClaimValidation.mostClaims) claims"))
        break
      }
      switch candidate(claim, name, index + 1) {
      case .success(let one): candidates.append(one)
      case .failure(let refusal): rejected.append(.init(claim: name, reason: refusal.reason))
      }
    }
    // A claim falls with the record that it refers to, so that the rest is linked again.
    var isSettled = false
    while !isSettled {
      let faults = faults(of: candidates)
      isSettled = faults.isEmpty
      rejected += candidates.compactMap { one in faults[one.name].map { .init(claim: one.name, reason: $0) } }
      candidates.removeAll { faults[$0.name] != nil }
    }
    return ProposalAnswer(ClaimValidation.nested(candidates.map(\.proposal)), rejected: rejected)
  }

  private struct Refusal: Error { let reason: String }

  // MARK: One claim

  /// "claim 3 (event: Dar visits Kabul)"
  private static func name(of claim: JSONNode, _ number: Int) -> String {
    let kind = claim["kind"]?.text ?? "without a kind"
    let record = claim["record"]
    let words = record?["what"]?.text ?? record?["name"]?.text ?? record?["title"]?.text ?? record?["official"]?.text
    let short =
      words.map { ": " + String($0.prefix(60)).split(whereSeparator: \.isNewline).joined(separator: " ") } ?? ""
    return "claim \(number) (\(kind.prefix(30))\(short))"
  }

  private func candidate(_ claim: JSONNode, _ name: String, _ number: Int) -> Result<Candidate, Refusal> {
    func refused(_ reason: String) -> Result<Candidate, Refusal> { .failure(Refusal(reason: reason)) }
    guard let members = claim.members else { return refused("not an object") }
    let known: Set = ["kind", "quote", "record", "score", "rule", "speaker", "stance"]
    if let other = members.first(where: { !known.contains($0.key) }) { return refused("unknown key '\(other.key)'") }
    guard let kind = claim["kind"]?.text, let form = RequestDocument.kinds.first(where: { $0.name == kind }) else {
      return refused("'kind' is not one of \(RequestDocument.kinds.map(\.name).joined(separator: ", "))")
    }
    guard let quote = claim["quote"]?.text, !quote.allSatisfy(\.isWhitespace) else { return refused("no quote") }
    guard !text.find(quote).isEmpty else { return refused("quote not found in the text of '\(request.source.id)'") }
    guard let record = claim["record"], record.members != nil, let value = YAMLValue(record) else {
      return refused("no record")
    }
    if let key = record.members?.first(where: { RequestDocument.reserved.contains($0.key) })?.key {
      return refused("'\(key)' is not for programs to give")
    }
    let score = claim["score"]?.number ?? 0.5
    guard (0...1).contains(score) else { return refused("'score' is not between 0 and 1") }
    let stance = Citation.Stance(rawValue: claim["stance"]?.text ?? "asserts")
    guard let stance else { return refused("'stance' is neither asserts nor denies") }
    var own = value
    if kind == Entity.Kind.official.rawValue || Entity.Kind(rawValue: kind) != nil, value["id"] == nil,
      let name = value["name"]?.scalar
    {
      own = .mapping([YAMLValue.Member("id", .text(Entity.ID.slug(name)))] + (value.members ?? []))
    }
    if kind == Office.schema.form.name, value["id"] == nil, let title = value["title"]?.scalar,
      let of = value["of"]?.scalar
    {
      own = .mapping(
        [YAMLValue.Member("id", .text(Office.ID(title: title, of: Entity.ID(of)).text))] + (value.members ?? []))
    }
    let proposal = Proposal(
      kind: kind, record: own, source: request.source.id, quote: quote, speaker: claim["speaker"]?.text, stance: stance,
      rule: String((claim["rule"]?.text ?? "by a program").prefix(300)), score: score)
    let read = dossier(of: proposal, form, file: name, number)
    if let error = read.errors.first { return refused(error.message) }
    return .success(Candidate(name: name, proposal: proposal, dossier: read.value))
  }

  /// The claim as a dossier of its own, which the reader of dossiers checks.
  private func dossier(of proposal: Proposal, _ form: RecordForm, file: String, _ number: Int) -> Checked<Dossier> {
    let id = proposal.record["id"]?.scalar ?? "proposed-\(number)"
    var record = (proposal.record.members ?? []).filter { $0.key != "id" }
    record.append(YAMLValue.Member("cite", proposal.citation))
    let section: YAMLValue = .mapping([YAMLValue.Member(id, .mapping(record))])
    let root: YAMLValue = .mapping([YAMLValue.Member(form.section ?? "", section)])
    // JSON is YAML, and a dossier.
    return DossierReader.read(text: ClaimValidation.json(root).text(), file: file)
  }

  private static func json(_ value: YAMLValue) -> JSONValue {
    switch value {
    case .text(let text): .string(text)
    case .literal(let text): ["true", "false"].contains(text) ? .bool(text == "true") : .number(text)
    case .list(let items): .array(items.map(json))
    case .mapping(let members):
      .object(Dictionary(members.map { ($0.key, json($0.value)) }, uniquingKeysWith: { first, _ in first }))
    }
  }

  // MARK: All claims

  /// The first fault of each claim, in the light of the dossier and of the other claims.
  private func faults(of candidates: [Candidate]) -> [String: String] {
    let names = Set(candidates.map(\.name))
    let linked = KnowledgeGraph.linking([Dossier(request.graph)] + candidates.map(\.dossier), includingDrafts: true)
    var faults: [String: String] = [:]
    for finding in linked.errors {
      let places = [finding.place] + finding.notes.map(\.place)
      guard let name = places.compactMap({ $0?.file }).first(where: names.contains), faults[name] == nil else {
        continue
      }
      faults[name] = finding.message + (finding.suggestion.map { "; did you mean '\($0)'?" } ?? "")
    }
    return faults
  }

  /// Entities and offices with the claims that refer to them; those that no claim needs are claims of their own.
  private static func nested(_ proposals: [Proposal]) -> [Proposal] {
    let isClaim: (Proposal) -> Bool = { ["event", "holding"].contains($0.kind) }
    return proposals.filter { !isClaim($0) }.sorted { rank($0) < rank($1) } + proposals.filter(isClaim)
  }

  /// States first: others may belong to them.
  private static func rank(_ proposal: Proposal) -> Int {
    RecordForm.all.firstIndex { $0.name == proposal.kind } ?? 0
  }
}
