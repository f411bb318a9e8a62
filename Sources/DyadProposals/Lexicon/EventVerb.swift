internal import DyadCore

/// A verb that reports an event of a PLOVER type.
struct EventVerb: Hashable, Sendable {
  /// Where the sentence names the recipient.
  enum Recipient: Hashable, Sendable {
    /// The object: "attacked X".
    case object
    /// After one of these prepositions: "imposed sanctions on X".
    case after(Set<String>)
    /// Those who act, to each other, unless "with" names another: "they met".
    case eachOther
  }

  /// The verb, or the verb and its particle: "pull out".
  let lemma: String
  let particle: String?
  let type: EventType
  let mode: String?
  let recipient: Recipient
  /// The nouns of which the object must have one; empty where any object will do.
  let objects: Set<String>

  init(_ words: String, _ type: EventType, _ mode: String?, _ recipient: Recipient, _ objects: Set<String>) {
    let parts = words.split(separator: " ").map(String.init)
    (lemma, particle) = (parts[0], parts.count > 1 ? parts[1] : nil)
    (self.type, self.mode, self.recipient, self.objects) = (type, mode, recipient, objects)
  }

  /// The verbs by each of their forms.
  static let byForm: [String: [(verb: EventVerb, form: VerbForm)]] = {
    var byForm: [String: [(EventVerb, VerbForm)]] = [:]
    for verb in table {
      for (form, word) in VerbForm.forms(of: verb.lemma) { byForm[word, default: []].append((verb, form)) }
    }
    return byForm
  }()
}

/// A form of an English verb.
enum VerbForm: Hashable, Sendable, CaseIterable {
  case base, third, past, participle, gerund

  /// The forms of a verb; of a regular one unless the table has it.
  static func forms(of lemma: String) -> [(VerbForm, String)] {
    let third =
      hasSuffix(lemma, "s", "sh", "ch", "x", "z", "go")
      ? lemma + "es" : isConsonantY(lemma) ? lemma.dropLast() + "ies" : lemma + "s"
    let parts = irregular[lemma]
    let ed = lemma.hasSuffix("e") ? lemma + "d" : isConsonantY(lemma) ? lemma.dropLast() + "ied" : lemma + "ed"
    let ing = lemma.hasSuffix("e") && !lemma.hasSuffix("ee") ? lemma.dropLast() + "ing" : lemma + "ing"
    return [
      (.base, lemma), (.third, third), (.past, parts?.past ?? ed), (.participle, parts?.participle ?? ed),
      (.gerund, parts?.gerund ?? ing),
    ]
  }

  private static func hasSuffix(_ word: String, _ endings: String...) -> Bool {
    endings.contains { word.hasSuffix($0) }
  }
  private static func isConsonantY(_ word: String) -> Bool {
    word.hasSuffix("y") && !"aeiou".contains(word.dropLast().last ?? "a")
  }

  private static let irregular: [String: (past: String, participle: String, gerund: String)] = {
    let rows = """
      meet met met meeting
      hold held held holding
      hit hit hit hitting
      strike struck struck striking
      fight fought fought fighting
      begin began begun beginning
      give gave given giving
      withdraw withdrew withdrawn withdrawing
      shoot shot shot shooting
      fly flew flown flying
      shut shut shut shutting
      cut cut cut cutting
      break broke broken breaking
      freeze froze frozen freezing
      seek sought sought seeking
      speak spoke spoken speaking
      send sent sent sending
      take took taken taking
      leave left left leaving
      lead led led leading
      go went gone going
      put put put putting
      say said said saying
      tell told told telling
      ban banned banned banning
      overrun overran overrun overrunning
      pay paid paid paying
      blow blew blown blowing
      retake retook retaken retaking
      pull pulled pulled pulling
      stop stopped stopped stopping
      come came come coming
      commit committed committed committing
      admit admitted admitted admitting
      kidnap kidnapped kidnapped kidnapping
      let let let letting
      undertake undertook undertaken undertaking
      forbid forbade forbidden forbidding
      host hosted hosted hosting
      pledge pledged pledged pledging
      veto vetoed vetoed vetoing
      sit sat sat sitting
      """
    return Dictionary(
      uniqueKeysWithValues: rows.split(separator: "\n").map { row in
        let words = row.split(separator: " ").map(String.init)
        return (words[0], (words[1], words[2], words[3]))
      })
  }()
}
