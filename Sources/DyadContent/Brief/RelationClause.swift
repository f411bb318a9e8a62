package import DyadCore

/// The clause that a sentence makes of a phase: its kind, its two ends and its wording.
///
///     RelationClause(kind: pressure, from: pakistan, to: taliban, reads: "urged, largely in vain").clause
///     // "the Afghan Taliban have been urged by Pakistan, largely in vain"
package struct RelationClause {
  package var kind: RelationKind
  package var from: EnglishName
  package var to: EnglishName
  /// The third party between the two, where the kind has one.
  package var mediator: EnglishName?
  /// The wording of the phase.
  package var reads: String?
  /// The two ends as the subject of an undirected kind: "the two countries".
  package var both: EnglishName
  /// Whether the wording only says that the claim is a claim: "charged, and denied".
  package var isReported = false

  package init(
    kind: RelationKind, from: EnglishName, to: EnglishName, by mediator: EnglishName? = nil, reads: String?,
    both: EnglishName? = nil, isReported: Bool = false
  ) {
    (self.kind, self.from, self.to, self.reads, self.isReported) = (kind, from, to, reads, isReported)
    self.mediator = mediator
    self.both = both ?? .list([from, to])
  }

  var between: String { "between \(both.text)" }

  /// The clause.
  package var clause: EnglishClause {
    let wording = wording
    if kind == RelationKind.builtIn["ties"] { return ties(wording) }
    if let view = view(wording) { return view }
    guard let wording else { return core.clause }
    if case .other(let text) = wording, let remarks = remarks(text) { return core.with(", \(remarks)") }
    if case .predicate(let text) = wording, isActivity(text) { return core.with(", \(text)") }
    if case .other(let text) = wording, isActivity(text) { return core.with(", \(text)") }
    switch wording {
    case .predicate(let text):
      if kind.isDirected, let passive = passive(text) { return passive }
      return EnglishClause(core.nominal, .be, text)
    case .state(let text): return EnglishClause(core.nominal, .be, text)
    case .adverbial(let text):
      // "by Michel" would make him the author of everything before it.
      let isByName = text.hasPrefix("by ") && text.dropFirst(3).first?.isUppercase == true
      return core.with(isByName ? " through \(text.dropFirst(3))" : " \(text)")
    case .noun(let noun):
      if let owned = core.owned, NounPhrase.head(noun.core.split(separator: " ").map { String($0) }) == owned.noun {
        return EnglishClause(
          from, .have, [noun.core, owned.preposition, to.text, noun.rest].filter { !$0.isEmpty }.joined(separator: " "))
      }
      if isRemark(noun) { return core.with(", \(noun.text)") }
      // "friction, at its worst": a second comma would give the phrase to the whole.
      let isPhrase =
        noun.rest.hasPrefix(", ")
        && noun.rest.split(separator: " ").dropFirst().first
          .map { EnglishWords.prepositions.contains(String($0)) } ?? false
      let means = isPhrase ? "\(noun.core) \(noun.rest.dropFirst(2))" : noun.text
      return core.with(core.takesMeans ? " with \(means)" : ", with \(means)")
    case .role(let role, let rest):
      var clause = core.role(role)
      clause.rest += rest
      return clause
    case .verb(let verb, let rest, _):
      if verb == core.clause.verb, rest.isEmpty { return core.clause }
      return core.with(", " + gerund(verb, rest))
    case .circumstance(let text): return core.with(", with \(text)")
    case .other(let text): return core.with(" (in short: \(text))")
    }
  }

  /// Without one, if it only says that the claim is attributed or denied, as the sentence says already.
  private var wording: PhaseWording? {
    guard let reads, !reads.isEmpty else { return nil }
    // Who governs is in power.
    if kind.id == "governs", reads == "in power" { return nil }
    if isReported {
      let words = reads.split { !$0.isLetter }.map { String($0) }
      if words.allSatisfy({ RelationClause.reports.contains($0) || $0.first?.isUppercase == true }) { return nil }
    }
    return PhaseWording(reads)
  }

  /// "guarding what was left", which the first party does; "growing" is what the relation does.
  private func isActivity(_ text: String) -> Bool {
    let words = text.split { $0 == " " || $0 == "," }.map { String($0) }
    guard kind.isDirected, words.count > 1, let verb = words.first.flatMap(EnglishVerb.gerund) else { return false }
    return !RelationClause.verbsOfRelations.contains(verb.base)
  }

  /// "B has been banned by A"
  private func passive(_ text: String) -> EnglishClause? {
    let first = text.prefix { $0.isLetter }
    guard RelationClause.recipients.contains(String(first)), !text.contains(" by ") else { return nil }
    return EnglishClause(to, .be, "\(first) by \(from.text)\(text.dropFirst(first.count))")
  }

  /// "giving it a home", "joining, or trying to"
  private func gerund(_ verb: EnglishVerb, _ rest: String) -> String {
    var words = rest.split(separator: " ").map { String($0) }
    for index in words.indices.dropFirst() where ["and", "or", "but"].contains(words[index - 1]) {
      if let other = EnglishVerb.third(words[index]) ?? EnglishVerb.named(words[index]), !other.isAlsoNoun {
        words[index] = other.gerund
      }
    }
    let isBare = !words.contains("to") && words.first.map(EnglishWords.determiners.contains) ?? false
    if isBare, ["give", "grant", "lend", "deny", "promise"].contains(verb.base) {
      words.insert(to.isPlural ? "them" : "it", at: 0)
    }
    return ([verb.gerund] + words).joined(separator: " ")
  }

  // MARK: Ties

  /// The kind that has no verb of its own: the wording of the phase is the predicate.
  private func ties(_ wording: PhaseWording?) -> EnglishClause {
    let relations = EnglishName("relations \(between)", isPlural: true)
    switch wording {
    case nil: return EnglishClause(both, .have, "relations")
    case .predicate(let text):
      let first =
        text.split { $0 == " " || $0 == "," }.first { !EnglishWords.isAdverb(String($0)) }.map { String($0) } ?? text
      // Relations thaw, but parties negotiate.
      let isDone = EnglishVerb.gerund(first).map { !RelationClause.verbsOfRelations.contains($0.base) } ?? false
      return EnglishClause(isDone || RelationClause.partyAdjectives.contains(first) ? both : relations, .be, text)
    case .state(let text), .adverbial(let text): return EnglishClause(both, .be, text)
    case .noun(let noun):
      return .there(
        [noun.core, between, noun.rest].filter { !$0.isEmpty }.joined(separator: " ").replacing(" ,", with: ","),
        isPlural: noun.isPlural)
    case .role(let role, let rest):
      return NounPhrase.isPlural(role) ? EnglishClause(both, .be, role + rest) : described(relations, role + rest)
    case .verb(let verb, let rest, _): return EnglishClause(both, verb, rest)
    case .circumstance(let text): return EnglishClause(relations, .be, "maintained, with \(text)")
    case .other(let text): return described(relations, text)
    }
  }

  /// A frame that is right for any words.
  private func described(_ relations: EnglishName, _ text: String) -> EnglishClause {
    EnglishClause(relations, .be, "best described as “\(text)”")
  }

  /// Participles that describe the recipient: "banned" under hostility is the other party, not the hostility.
  private static let recipients: Set<String> = [
    "urged", "banned", "watched", "warned", "outlawed", "tolerated", "courted", "besieged", "asked", "armed", "funded",
    "paid", "trained", "hosted", "threatened", "sanctioned", "boycotted", "accused", "condemned", "blamed", "bombed",
    "attacked", "shelled", "surrounded", "isolated", "pursued", "persecuted", "occupied", "equipped", "expelled",
    "encouraged", "advised", "protected", "financed", "sheltered", "praised", "rebuked", "summoned", "invited",
  ]
  private static let reports: Set<String> = [
    "alleged", "charged", "claimed", "denied", "reported", "suspected", "rumoured", "contested", "disputed", "and",
    "but",
    "reportedly", "allegedly", "asserted", "by", "the",
  ]
  private static let verbsOfRelations: Set<String> = [
    "thaw", "worsen", "improve", "deteriorate", "cool", "warm", "grow", "decline", "recover", "fray", "stabilise",
    "ease",
    "normalise", "drift", "deepen", "escalate", "sour", "strengthen", "weaken", "evolve", "crumble", "collapse", "fall",
    "rise", "freeze", "develop", "harden", "loosen", "tighten", "break", "change", "suffer", "waver", "revive",
  ]
  private static let partyAdjectives: Set<String> = [
    "reconciled", "allied", "united", "divided", "estranged", "aligned", "unreconciled", "locked", "engaged",
    "isolated",
  ]
}
