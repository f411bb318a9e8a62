/// The words that say whether an event is one of conflict or of cooperation.
///
/// The first listed word of a line decides, because it is mostly its verb: "Armenia condemns the visit" is about
/// condemning.
enum TypeWords {
  /// What a word says, and the type that it suggests.
  struct Meaning {
    var sign: Tone.Sign
    var type: EventType?
  }

  /// The meaning of the line; `nil` if it has no listed word, or its first one leaves it open.
  static func meaning(of line: String) -> Meaning? {
    let words = line.lowercased().split { !$0.isLetter }.map(String.init)
    for word in words {
      if isListed(word, in: open) { return nil }
      if let found = verbs.first(where: { isListed(word, in: [$0.verb]) }) { return found.meaning }
    }
    return nil
  }

  /// The word of an amount that says that people came to harm: "killed".
  static func harm(in subject: String) -> String? {
    subject.lowercased().split { !$0.isLetter }.map(String.init).first { harms.contains($0) }
  }

  /// Whether the word is one of the verbs, in one of its forms, or its noun.
  private static func isListed(_ word: String, in verbs: [String]) -> Bool {
    verbs.contains { verb in
      guard word.hasPrefix(verb.hasSuffix("e") ? String(verb.dropLast()) : verb) else { return false }
      let stem = verb.hasSuffix("e") ? String(verb.dropLast()) : verb
      let ends = verb.hasSuffix("e") ? ["e", "es", "ed", "ing", "ings"] : ["", "s", "es", "ed", "ing", "ings"]
      let doubled = stem.last.map { last in ["\(last)ed", "\(last)ing"] } ?? []
      return (ends + doubled).contains(String(word.dropFirst(stem.count)))
    }
  }

  private typealias Listed = (verb: String, meaning: Meaning)

  private static let verbs: [Listed] =
    list(
      .conflict,
      [
        (
          .assault,
          [
            "attack", "kill", "shell", "bomb", "shoot", "shot", "assault", "assassinate", "invade", "strike", "raid",
            "massacre",
          ]
        ),
        (
          .coerce,
          [
            "arrest", "detain", "blockade", "seize", "capture", "abduct", "kidnap", "expel", "deport", "imprison",
            "jail", "torture",
          ]
        ),
        (.accuse, ["accuse", "condemn", "denounce", "blame"]), (.threaten, ["threaten"]),
        (nil, ["flee", "fled", "oust"]),
      ])
    + list(
      .cooperation,
      [
        (.concede, ["release", "pardon", "apologize", "apologise"]), (.agree, ["agree", "sign"]),
        (.consult, ["visit", "meet", "met", "congratulate", "welcome"]), (.aid, ["aid", "assist", "donate", "rescue"]),
        (.retreat, ["withdraw", "withdrew"]), (.cooperate, ["cooperate"]),
      ])

  /// Verbs after which a listed word says nothing about the event itself.
  private static let open = [
    "deny", "denies", "denied", "refuse", "reject", "stop", "halt", "suspend", "cancel", "fail", "say", "said",
    "discuss", "demand",
    "ask", "call", "urge", "promise", "offer", "propose", "report", "confirm", "warn", "mourn", "remember", "mark",
    "investigate",
    "try", "tries", "plan", "negotiate", "mediate", "talk", "storm", "protest", "order", "decree", "appoint", "replace",
    "resign",
    "stay", "miss", "skip", "avoid", "prevent", "postpone", "boycott", "disown", "free",
  ]

  private static let harms: Set<String> = [
    "killed", "dead", "deaths", "wounded", "injured", "arrested", "detained", "abducted", "deported", "expelled",
  ]

  private static func list(_ sign: Tone.Sign, _ types: [(EventType?, [String])]) -> [Listed] {
    types.flatMap { type, verbs in verbs.map { ($0, Meaning(sign: sign, type: type)) } }
  }
}

extension LintRule {
  /// The words, numbers or tone of an event contradict the score of its type.
  static let typeSurprise = LintRule(.typeSurprise) { linted in
    linted.events.compactMap { event in
      guard let surprise = LintRule.surprise(in: event.value) else { return nil }
      let type = event.value.type
      let score = "\(type.rawValue) scores \(LintRule.signed(type.tone)) (\(LintRule.noun(type.tone.sign)))"
      return LintFinding(
        claim: event.value.id.text, message: "\(score), but \(surprise.reason)", place: event.place(of: surprise.key),
        suggestion: surprise.type?.rawValue)
    }
  }

  private static func surprise(in event: Event) -> (reason: String, key: String, type: EventType?)? {
    let sign = event.type.tone.sign
    guard sign != .neutral else { return nil }
    if let own = event.ownTone, own.sign != .neutral, own.sign != sign {
      return ("the tone is \(signed(own)) (\(noun(own.sign)))", "tone", TypeWords.meaning(of: event.what)?.type)
    }
    if let meaning = TypeWords.meaning(of: event.what), meaning.sign != sign {
      return ("'\(event.what)' is about \(noun(meaning.sign))", "type", meaning.type)
    }
    let subjects = event.numbers.map(\.subject)
    if sign == .cooperation, let harm = subjects.compactMap(TypeWords.harm).first {
      return ("it counts people '\(harm)'", "numbers", nil)
    }
    return nil
  }

  private static func noun(_ sign: Tone.Sign) -> String {
    switch sign {
    case .conflict: "conflict"
    case .neutral: "neutral"
    case .cooperation: "cooperation"
    }
  }

  private static func signed(_ tone: Tone) -> String {
    (tone.value > 0 ? "+" : "") + (tone.value == tone.value.rounded() ? String(Int(tone.value)) : String(tone.value))
  }
}
