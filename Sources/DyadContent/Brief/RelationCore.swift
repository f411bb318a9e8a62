import DyadCore

/// The clause and the noun of a kind of relation, before the wording of a phase is set in.
struct RelationCore {
  /// "Pakistan has put pressure on the Taliban"
  var clause: EnglishClause
  /// "Pakistan's pressure on the Taliban"
  var nominal: EnglishName
  /// Whether "with" follows without a comma: "has supported Egypt with aid".
  var takesMeans = false
  /// The noun of the kind with its preposition: "presence" and "in".
  var owned: (noun: String, preposition: String)?
  /// What a role replaces: "a member" in "has been a member of the League".
  var place: (before: String, after: String)?

  func with(_ addition: String) -> EnglishClause {
    var clause = clause
    clause.rest =
      clause.rest.isEmpty ? String(addition.drop { $0 == " " || $0 == "," }.drop { $0 == " " }) : clause.rest + addition
    return clause
  }

  func role(_ role: String) -> EnglishClause {
    let phrase = NounPhrase.isPlural(role) ? role : EnglishArticle.indefinite(role)
    guard let place else { return with(" as \(phrase)") }
    var clause = clause
    clause.rest = clause.subject.isPlural ? "\(role)s \(place.after)" : "\(phrase) \(place.after)"
    return clause
  }
}

extension RelationClause {
  /// The clause of the kind alone.
  var core: RelationCore {
    guard kind == RelationKind.builtIn[kind.id] else { return customCore }
    let (a, b) = (from.text, to.text)
    switch kind.id.text {
    case "alliance":
      return RelationCore(clause: EnglishClause(both, .be, "allies"), nominal: named("the alliance \(between)"))
    case "recognition":
      return RelationCore(clause: verb("recognise", b), nominal: owned("recognition", "of"))
    case "trade":
      return RelationCore(
        clause: EnglishClause(both, known("trade"), "with each other"), nominal: named("trade \(between)"))
    case "mediation":
      if let mediator {
        return RelationCore(
          clause: EnglishClause(mediator, known("mediate"), between),
          nominal: named(
            mediator.isShort
              ? "\(mediator.possessive) mediation \(between)" : "the mediation by \(mediator.text) \(between)"))
      }
      let target = to.isList ? "between \(b)" : "with \(b)"
      return RelationCore(
        clause: EnglishClause(from, known("mediate"), target),
        nominal: named(from.isShort ? "\(from.possessive) mediation \(target)" : "the mediation by \(a) \(target)"))
    case "good-offices":
      let whose = from.isPlural ? "their" : "its"
      return RelationCore(
        clause: EnglishClause(from, known("lend"), "\(whose) good offices to \(b)"),
        nominal: EnglishName(
          from.isShort ? "\(from.possessive) good offices for \(b)" : "the good offices of \(a) for \(b)",
          isPlural: true))
    case "support":
      return RelationCore(
        clause: verb("support", b), nominal: owned("support", "for"), takesMeans: true, owned: ("support", "for"))
    case "shelter": return RelationCore(clause: verb("shelter", b), nominal: owned("shelter", "for"))
    case "pressure":
      return RelationCore(
        clause: EnglishClause(from, known("put"), "pressure on \(b)"), nominal: owned("pressure", "on"),
        takesMeans: true)
    case "rivalry":
      return RelationCore(clause: EnglishClause(both, .be, "rivals"), nominal: named("the rivalry \(between)"))
    case "hostility":
      return RelationCore(clause: EnglishClause(from, .be, "hostile to \(b)"), nominal: owned("hostility", "to"))
    case "war": return RelationCore(clause: EnglishClause(both, .be, "at war"), nominal: named("the war \(between)"))
    case "governs": return RelationCore(clause: verb("govern", b), nominal: owned("rule", "over"))
    case "part-of": return RelationCore(clause: EnglishClause(from, .be, "part of \(b)"), nominal: owned("place", "in"))
    case "operates-from":
      return RelationCore(
        clause: EnglishClause(from, known("operate"), "from \(b)"), nominal: owned("presence", "in"),
        owned: ("presence", "in"))
    default: return customCore
    }
  }

  /// The clause of a kind that a dossier declares: its wording is a noun phrase, or begins with one of the parties.
  private var customCore: RelationCore {
    let sentence = OneLine.of(kind.sentence)
    if let mediated = mediatedCore(sentence) { return mediated }
    if sentence == "membership of {from} in {to}" {
      let plain = EnglishClause(
        from, .be, from.isPlural && !from.isList ? "members of \(to.text)" : "a member of \(to.text)")
      return RelationCore(
        clause: from.isList ? EnglishClause(from, .be, "members of \(to.text)") : plain,
        nominal: owned("membership", "in"),
        place: ("", "of \(to.text)"))
    }
    if sentence.hasPrefix("{from} ") {
      let rest = filled(String(sentence.dropFirst("{from} ".count)))
      let (first, tail) = (rest.prefix { $0 != " " }, rest.drop { $0 != " " }.dropFirst())
      let nominal = EnglishName(filled(sentence), isPlural: from.isPlural)
      if sentence == "{from} and {to}" {
        return RelationCore(clause: EnglishClause(both, .be, "linked"), nominal: named("the link \(between)"))
      }
      if let verb = EnglishVerb.third(String(first)) {
        return RelationCore(clause: EnglishClause(from, verb, String(tail)), nominal: owned("stance", "towards"))
      }
      if first == "in" || first == "within" {
        return RelationCore(
          clause: EnglishClause(from, .be, rest), nominal: owned("membership", "in"), place: ("", "of \(tail)"))
      }
      let acting = EnglishVerb.gerund(String(first)).map { EnglishClause(from, $0, String(tail)) }
      let plain =
        EnglishWords.prepositions.contains(String(first))
        ? EnglishClause(from, known(first == "on" ? "comment" : "act"), rest) : EnglishClause(from, .be, rest)
      return RelationCore(clause: acting ?? plain, nominal: acting == nil ? owned("stance", "towards") : nominal)
    }
    // "attacks of {from} on {to}", "talks of {from} and {to}"
    let noun = sentence.prefix { $0 != "{" }.split(separator: " ").map { String($0) }
    let head = NounPhrase.head(noun)
    let isPlural = NounPhrase.isPlural(head)
    // "attacks by", but "the army of"
    let isAction =
      EnglishVerb.named(isPlural ? String(head.dropLast()) : head) != nil
      || ["tion", "sion", "ment", "ing", "ings", "tions", "ments"].contains(where: head.hasSuffix)
      || ["on", "against", "to"].contains { sentence.contains("of {from} \($0) {to}") }
    let words =
      sentence.contains("of {from} and {to}")
      ? sentence.replacing("of {from} and {to}", with: "between {from} and {to}")
      : sentence.contains("{to}") && isAction ? sentence.replacing("of {from}", with: "by {from}") : sentence
    let phrase = filled(words)
    if noun.first == "the", let place = sentence.ranges(of: " in {to}").last, place.upperBound == sentence.endIndex {
      let subject = EnglishName(filled(String(sentence[..<place.lowerBound])), isPlural: isPlural)
      return RelationCore(
        clause: EnglishClause(subject, .be, "in \(to.text)"), nominal: EnglishName(phrase, isPlural: isPlural))
    }
    let needsArticle =
      !isPlural && !EnglishWords.isMass(head) && noun.first.map { !EnglishWords.determiners.contains($0) } ?? false
    return RelationCore(
      clause: .there(needsArticle ? EnglishArticle.indefinite(phrase) : phrase, isPlural: isPlural),
      nominal: EnglishName(
        isPlural || noun.first.map(EnglishWords.determiners.contains) ?? false ? phrase : "the \(phrase)",
        isPlural: isPlural))
  }

  /// "China has encouraged dialogue between the two countries", for a kind with a third party between the two.
  private func mediatedCore(_ sentence: String) -> RelationCore? {
    guard let mediator, let place = sentence.firstRange(of: " by {by}") else { return nil }
    let noun = String(sentence[..<place.lowerBound])
    let rest = filled(String(sentence[place.upperBound...].drop { $0 == " " }))
    let isPlural = NounPhrase.isPlural(NounPhrase.head(noun.split(separator: " ").map { String($0) }))
    let nominal = EnglishName(
      mediator.isShort ? "\(mediator.possessive) \(noun) \(rest)" : "the \(noun) by \(mediator.text) \(rest)",
      isPlural: isPlural)
    let verb = [("ment", ""), ("ion", "e"), ("ion", ""), ("ing", ""), ("", "")].lazy.compactMap { ending, base in
      noun.hasSuffix(ending) ? EnglishVerb.named(noun.dropLast(ending.count) + base) : nil
    }.first
    if let verb, rest.hasPrefix("of ") {
      return RelationCore(clause: EnglishClause(mediator, verb, String(rest.dropFirst(3))), nominal: nominal)
    }
    let phrase = "\(noun) by \(mediator.text) \(rest)"
    let needsArticle = !isPlural && !EnglishWords.isMass(noun) && !noun.contains(" of ")
    return RelationCore(
      clause: .there(needsArticle ? EnglishArticle.indefinite(phrase) : phrase, isPlural: isPlural), nominal: nominal)
  }

  /// The words with the names of the parties; the two together may have a name of their own.
  private func filled(_ template: String) -> String {
    template.split(separator: "{from} and {to}", omittingEmptySubsequences: false).map { part in
      RelationKind(kind.id, String(part)).sentence(from: from.text, to: to.text, by: mediator?.text ?? "")
    }.joined(separator: both.text)
  }

  private func known(_ base: String) -> EnglishVerb {
    guard let verb = EnglishVerb.named(base) else { preconditionFailure("no verb '\(base)'") }
    return verb
  }

  private func verb(_ base: String, _ object: String) -> EnglishClause { EnglishClause(from, known(base), object) }

  private func named(_ text: String) -> EnglishName { EnglishName(text, isPlural: false) }

  /// "China's support for Egypt", "the support of the Army of Ethiopia for Egypt"
  private func owned(_ noun: String, _ preposition: String) -> EnglishName {
    if from.isShort { return named("\(from.possessive) \(noun) \(preposition) \(to.text)") }
    return named(
      preposition == "of"
        ? "the \(noun) \(preposition) \(to.text) by \(from.text)"
        : "the \(noun) of \(from.text) \(preposition) \(to.text)")
  }
}
