/// What the words of phases can be.
enum EnglishWords {
  static func isAdverb(_ word: String) -> Bool {
    adverbs.contains(word)
      || word.count > 4 && word.hasSuffix("ly") && !adjectives.contains(word) && !nouns.contains(word)
  }

  static func isNoun(_ word: String) -> Bool {
    let lower = word.lowercased()
    return nouns.contains(lower) || EnglishNames.pluralNouns.contains(lower) || mass.contains(lower)
      || roles.contains(lower)
      || NounPhrase.isPlural(lower)
        && (nouns.contains(singular(lower)) || roles.contains(singular(lower))
          || nounEndings.contains(where: singular(lower).hasSuffix))
      || lower.count > 5 && nounEndings.contains(where: lower.hasSuffix) && !adjectives.contains(lower)
  }

  static func isAdjective(_ word: String) -> Bool {
    adjectives.contains(word) || isParticiple(word) || word.count > 4 && word.hasSuffix("ing") && !nouns.contains(word)
      || word.count > 4 && adjectiveEndings.contains(where: word.hasSuffix) && !nouns.contains(word)
      || word.hasSuffix("er")
        && (adjectives.contains(String(word.dropLast(2))) || adjectives.contains(String(word.dropLast())))
      || word.hasPrefix("un") && word.count > 5 && isAdjective(String(word.dropFirst(2)))
      || word.contains("-") && word.split(separator: "-").last.map { isAdjective(String($0)) } ?? false
  }

  static func isParticiple(_ word: String) -> Bool {
    EnglishVerb.participle(word) != nil && !["put", "let", "set", "run", "hit", "come"].contains(word)
      || word.count > 4 && word.hasSuffix("ed") && !nouns.contains(word)
  }

  /// Whether the noun takes no indefinite article: "aid", "friction".
  static func isMass(_ noun: String) -> Bool {
    let noun = noun.lowercased()
    return mass.contains(noun) || !nouns.contains(noun) && massEndings.contains(where: noun.hasSuffix)
      || noun.hasSuffix("ing") && !nouns.contains(noun)
  }

  private static func singular(_ plural: String) -> String {
    plural.hasSuffix("ies")
      ? plural.dropLast(3) + "y"
      : ["sses", "ches", "shes", "xes"].contains(where: plural.hasSuffix)
        ? String(plural.dropLast(2)) : String(plural.dropLast())
  }

  private static let nounEndings = [
    "tion", "sion", "ment", "ness", "ity", "ship", "ance", "ence", "ism", "dom", "hood",
  ]
  private static let massEndings = ["tion", "sion", "ness", "ity", "ship", "ance", "ence", "ism", "dom", "hood"]
  private static let adjectiveEndings = ["ous", "ful", "ive", "ial", "able", "ible", "less", "ish", "ical"]

  static let singularsInS: Set<String> = ["news", "chaos", "headquarters", "series", "corps", "alias"]
  static let particles: Set<String> = ["off", "up", "down", "out", "back", "away", "apart", "on"]
  static let determiners: Set<String> = [
    "a", "an", "the", "some", "no", "two", "three", "four", "several", "many", "few", "fewer", "both", "neither",
    "either",
    "each", "every", "its", "their", "his", "her", "this", "these", "those", "most", "all", "any", "little", "much",
  ]
  static let prepositions: Set<String> = [
    "of", "in", "on", "by", "with", "for", "from", "at", "into", "against", "over", "after", "before", "between",
    "under",
    "about", "towards", "toward", "to", "through", "during", "near", "without", "within", "as", "across", "among",
    "behind",
    "beyond", "despite", "along", "around", "via", "until", "since", "amid", "beside", "inside", "outside", "like",
  ]
  /// Phrases with a preposition that say what something is like, not how something is done.
  static let states: Set<String> = [
    "at war", "at peace", "at odds", "at rest", "at loggerheads", "at an", "at a", "at risk", "at stake", "in doubt",
    "in force", "in abeyance", "in crisis", "in ruins", "in place", "in effect", "in question", "in tatters",
    "in limbo",
    "in decline", "in suspense", "in danger", "on hold", "on ice", "on paper", "under way", "under strain",
    "under threat",
    "under review", "under pressure", "under negotiation", "without effect", "of no", "out of", "on the",
  ]

  private static let adverbs: Set<String> = [
    "again", "still", "now", "once", "often", "sometimes", "then", "also", "not", "no longer", "never", "very",
    "rather",
    "more", "less", "quite", "almost", "nearly", "abroad", "openly", "together", "apart", "always", "already", "longer",
    "even", "only", "too", "somewhat", "increasingly",
  ]

  /// Adjectives that no ending shows.
  static let adjectives: Set<String> = Set(
    """
    acute adversarial aloof ambivalent amicable angry armed asymmetric bad bilateral bitter brief brittle brotherly calm \
    casual cautious central chilly civil clandestine clear close cold constant cool cordial correct costly covert critical \
    current deadly deep dependent difficult diplomatic direct discreet distant dormant early easy economic equal even \
    faint fair faithful false fertile final financial firm first formal fragile free fresh friendly full fully general \
    gentle genuine global good grave great growing half-hearted hard harsh heavy high hostile hot icy ill inconclusive \
    independent indirect informal intact intense intermittent internal joint large last late latent legal light likely \
    limited local lonely long loose low loyal lukewarm major mature mild military minor mixed modest moribund mutual narrow \
    near neighbourly neighborly neutral new nominal normal open overt partial passive permanent personal plain poor popular \
    precarious pragmatic private public quick quiet rare ready real recent regular remote rough rude sceptical secret \
    secure separate severe shaky sharp short shut silent simple sincere slack slow small smooth soft solid sour sovereign \
    special stable stagnant steady stiff strategic strict strong subdued subject sudden sullen symbolic tacit tense \
    tentative tepid terse thin tight tough toxic true turbulent unclear uneasy unfriendly unilateral unstable upbeat urgent \
    usual vague void volatile warm wary weak wide willing worse better worst best stronger closer
    """.split { $0 == " " || $0 == "\n" }.map { String($0) })

  /// What a party is to another.
  static let roles: Set<String> = [
    "member", "observer", "founder", "broker", "ally", "partner", "host", "guarantor", "mediator", "patron", "client",
    "rival", "enemy", "backer", "sponsor", "donor", "supplier", "protector", "neighbour", "friend", "adversary",
    "opponent",
    "facilitator", "signatory", "candidate", "associate", "go-between", "occupier", "proxy", "vassal", "suzerain",
    "creditor", "debtor", "allies", "partners", "rivals", "enemies", "friends", "adversaries", "neighbours", "members",
    "group", "force", "movement", "organization", "organisation",
  ]

  /// Nouns that take no indefinite article.
  private static let mass: Set<String> = Set(
    """
    access aggression aid ambiguity animosity anxiety appeasement arbitration assistance autonomy bloodshed brinkmanship \
    business calm carnage chaos co-operation coercion coexistence collaboration confidence contact containment \
    cooperation counterterrorism deadlock détente deterrence diplomacy discontent discord disengagement distrust doubt \
    engagement enmity equipment espionage estrangement fighting food friction friendship fuel funding goodwill grain gas \
    harassment harmony help hostility independence indifference influence intelligence interference justice leverage \
    mediation mistrust money movement neutrality normalisation normalization oil peace persecution piracy poverty power \
    praise progress propaganda protection protest rapprochement recognition reconciliation recruitment relief repression \
    resentment resistance respect restraint rivalry security shelter silence smuggling solidarity stability stalemate \
    suspicion support surveillance sympathy tension terror terrorism trade training transit tranquillity trouble trust \
    turmoil uncertainty unease unity unrest violence war water weaponry
    """.split { $0 == " " || $0 == "\n" }.map { String($0) })

  /// Nouns that take one, or have a plural.
  private static let nouns: Set<String> = Set(
    """
    accord accusation aide air agreement airstrike alliance ambassador apology appeal arm armament armistice army arrangement arrest assault \
    attack bank base battle blockade bloc bombing border boycott breach break breakdown breakthrough bridge build-up campaign \
    capital ceasefire channel claim clash coalition collapse commission commitment compromise concession concern condition \
    confederation conference conflict confrontation consulate convention corridor coup council crackdown crisis crossing customs \
    cut deadline deal debt decline defeat delegation demand dialogue disagreement dispute division drone embargo embassy \
    emergency encounter entente exchange exercise exile export failure feud flag flight freeze frontier gesture government \
    grievance group guarantee guerrilla halt handshake hope hostage impasse import incident incursion infiltration \
    insurgency interlude interval intervention invasion investment island issue judgment killing landing law league line \
    link loan lull mandate manoeuvre march measure meeting militia mine missile mission month murder negotiation network \
    note offensive offer office operation opposition order pact parade partition partnership pattern pause payment phase \
    pilgrim pipeline plan pledge plot policy port position presence principle prisoner problem programme project promise \
    proposal protectorate protocol province proxy public purchase quarrel question raid railway rapprochement reconciliation \
    reform refugee regime relation relationship relief reprisal request resolution restriction retaliation retreat return \
    revolt right rift ruling rupture sabotage sanction school season settlement shadow ship siege signal skirmish \
    split standoff stand-off state step strain strategy strike struggle subsidy summit surrender system talk tariff tax thaw \
    threat tie toll trail trading transition treaty tribute truce understanding union uprising vacuum victory visa visit vote \
    warning weapon withdrawal word year meeting talks ties relations
    """.split { $0 == " " || $0 == "\n" }.map { String($0) })
}
