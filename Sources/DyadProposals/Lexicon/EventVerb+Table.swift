internal import DyadCore

/// The verbs of the sixteen types of PLOVER.
extension EventVerb {
  static let table: [EventVerb] =
    agreements + meetings + support + cooperation + aid + retreats + concessions + requests + accusations + rejections
    + threats + protests + sanctions + mobilization + coercion + assaults

  private static func verbs(
    _ type: EventType, mode: String? = nil, to recipient: Recipient = .object, having objects: Set<String> = [],
    _ words: [String]
  ) -> [EventVerb] {
    words.map { EventVerb($0, type, mode, recipient, objects) }
  }

  private static let treaties: Set<String> = [
    "agreement", "agreements", "treaty", "accord", "accords", "deal", "pact", "declaration", "memorandum", "protocol",
    "ceasefire", "truce", "armistice", "contract", "communique", "roadmap", "convention",
  ]
  private static let agreements =
    verbs(
      .agree, to: .eachOther, having: treaties,
      ["sign", "conclude", "reach", "initial", "ratify", "finalise", "finalize"])
    + verbs(.agree, to: .eachOther, ["agree"])
    + verbs(.agree, to: .after(["to", "with"]), ["pledge", "promise", "undertake", "vow"])

  private static let talks: Set<String> = [
    "talks", "meeting", "meetings", "negotiations", "consultations", "summit", "dialogue", "discussions", "conference",
  ]
  private static let meetings =
    verbs(.consult, mode: "visit", ["visit", "tour"])
    + verbs(.consult, mode: "visit", to: .after(["to", "in", "at"]), ["fly", "travel", "arrive", "journey"])
    + verbs(.consult, mode: "visit", to: .after(["to"]), having: ["delegation"], ["lead", "send", "head"])
    + verbs(.consult, to: .eachOther, ["meet", "negotiate", "confer", "discuss"])
    + verbs(
      .consult, to: .eachOther, having: talks,
      ["hold", "begin", "resume", "open", "start", "continue", "attend", "convene"])
    + verbs(.consult, mode: "third-party", ["mediate", "host", "receive"])
    + verbs(.consult, mode: "phone", ["telephone", "phone"])
    + verbs(.consult, to: .after(["to", "with"]), ["speak"])
    + verbs(
      .consult, mode: "third-party", having: ["agreement", "ceasefire", "truce", "talks", "deal", "accord", "treaty"],
      ["broker", "mediate", "arrange", "facilitate"])

  private static let support =
    verbs(
      .support,
      [
        "praise", "back", "endorse", "welcome", "congratulate", "commend", "thank", "support", "recognise", "recognize",
        "applaud", "defend", "hail", "assure",
      ])
    + verbs(.support, to: .after(["with"]), having: ["solidarity", "support"], ["express", "voice"])
    + verbs(.support, having: ["prize", "award", "backing"], ["give", "award"])

  private static let openings: Set<String> = [
    "embassy", "embassies", "consulate", "border", "borders", "crossing", "crossings", "road", "railway", "line",
    "flights",
    "trade", "relations", "ties", "corridor", "route", "airspace", "ferry", "link", "links", "bridge",
  ]
  private static let cooperation =
    verbs(.cooperate, to: .eachOther, ["cooperate", "collaborate"])
    + verbs(
      .cooperate, to: .after(["with", "to"]), having: openings,
      ["open", "reopen", "restore", "resume", "establish", "normalise", "normalize"])
    + verbs(
      .cooperate, to: .after(["with", "to"]), having: ["evidence", "intelligence", "information", "data", "plans"],
      ["present", "share", "exchange", "provide"])
    + verbs(.cooperate, having: ["troops", "soldiers", "pilots", "officers", "police"], ["train"])
    + verbs(.cooperate, to: .eachOther, having: ["ambassadors", "envoys", "maps", "embassies"], ["exchange"])

  private static let goods: Set<String> = [
    "aid", "assistance", "relief", "food", "medicine", "medicines", "loan", "loans", "grant", "funds", "money",
    "weapons", "arms",
    "supplies", "wheat", "oil", "equipment", "help", "shelter", "home", "asylum",
  ]
  private static let aid =
    verbs(
      .aid, to: .after(["to", "for"]), having: goods,
      ["give", "provide", "send", "deliver", "supply", "donate", "offer", "grant", "lend", "extend"])
    + verbs(.aid, ["aid", "assist", "supply"])

  private static let retreats =
    verbs(
      .retreat, mode: "withdraw", to: .after(["from"]), ["withdraw", "pull out", "pull back", "retreat", "evacuate"])
    + verbs(
      .retreat, mode: "release", to: .after(["to"]),
      having: [
        "prisoner", "prisoners", "hostage", "hostages", "detainees", "soldier", "soldiers", "captives", "fishermen",
        "pilot", "men", "captive",
      ], ["release", "free", "return", "hand over", "repatriate"])
    + verbs(
      .retreat, mode: "ceasefire", to: .after(["with", "against"]), having: ["ceasefire", "truce"],
      ["declare", "announce", "observe"])
    + verbs(.retreat, to: .after(["to"]), ["go home"])
    + verbs(
      .retreat, mode: "withdraw", to: .after(["to"]),
      having: [
        "town", "towns", "city", "village", "villages", "territory", "territories", "region", "area", "base",
        "positions", "zone", "land", "peninsula", "hill", "island", "islands", "district", "districts", "capital",
      ], ["leave", "return", "evacuate", "hand", "cede"])
    + verbs(
      .retreat, mode: "ceasefire", to: .after(["with"]), having: ["war", "fighting", "hostilities"],
      ["end", "stop", "halt"])
    + verbs(
      .retreat, mode: "release", to: .eachOther, having: ["prisoners", "captives", "bodies", "detainees"],
      ["exchange", "swap"])

  private static let concessions =
    verbs(
      .concede, to: .after(["on", "against", "for", "from"]),
      having: [
        "sanctions", "embargo", "blockade", "ban", "restrictions", "siege", "curfew", "tariffs", "conditions", "rules",
        "requirements", "visa", "visas",
      ], ["lift", "ease", "relax", "waive", "end", "remove", "suspend", "loosen", "drop"])
    + verbs(.concede, to: .after(["to", "from"]), ["apologise", "apologize", "yield", "concede"])
    + verbs(
      .concede, to: .after(["with", "from"]),
      having: [
        "ruling", "agreement", "demand", "demands", "terms", "proposal", "plan", "verdict", "award", "decision",
      ], ["accept"])

  private static let requests =
    verbs(.request, ["urge", "ask", "request", "implore", "press"])
    + verbs(.request, to: .after(["to", "from", "of"]), ["appeal", "demand", "plead"])
    + verbs(.request, to: .after(["on", "upon"]), ["call on", "call upon"])
    + verbs(.request, to: .after(["from", "of"]), ["call for"])

  private static let accusations =
    verbs(
      .accuse, mode: "disapprove",
      ["criticise", "criticize", "condemn", "denounce", "decry", "deplore", "censure", "reproach", "rebuke"])
    + verbs(.accuse, mode: "allege", ["accuse", "blame", "charge"])
    + verbs(
      .accuse, mode: "disapprove", to: .after(["to", "with", "against"]),
      having: ["protest", "protests", "complaint", "complaints", "objection"],
      ["lodge", "submit", "file", "make", "deliver"])
    + verbs(.accuse, mode: "disapprove", to: .after(["to", "of", "about"]), ["complain"])
    + verbs(
      .accuse, mode: "disapprove", to: .after(["from", "of"]), having: ["ambassador", "envoy", "diplomat", "attaché"],
      ["summon"])

  private static let rejections =
    verbs(.reject, ["reject", "dismiss", "rebuff", "veto", "spurn"])
    + verbs(.reject, to: .after(["to", "from", "with"]), ["refuse", "decline", "balk"])

  private static let threats =
    verbs(.threaten, ["threaten", "warn"])
    + verbs(.threaten, to: .after(["to"]), having: ["ultimatum"], ["give", "issue", "deliver"])

  private static let protests =
    verbs(
      .protest, mode: "demo", to: .after(["against", "outside"]), ["demonstrate", "protest", "rally", "riot", "march"])

  private static let measures: Set<String> = [
    "sanctions", "sanction", "embargo", "ban", "tariffs", "tariff", "boycott", "duty", "duties", "levy", "levies",
    "fee", "fees",
  ]
  private static let sanctions =
    verbs(
      .sanction, mode: "discontinue", to: .after(["on", "against", "under"]), having: measures,
      ["impose", "put", "place", "announce", "declare", "renew", "extend"])
    + verbs(
      .sanction, mode: "expel", to: .after(["of", "from"]),
      having: ["ambassador", "diplomat", "diplomats", "attaché", "attachés", "envoy"], ["expel", "recall", "withdraw"])
    + verbs(
      .sanction, mode: "discontinue", to: .after(["with", "to"]),
      having: [
        "relations", "ties", "trade", "aid", "flights", "imports", "exports", "assistance", "cooperation", "treaty",
        "talks", "payments", "supplies", "visas",
      ], ["sever", "suspend", "halt", "cut", "break off", "freeze", "stop", "end", "downgrade"])
    + verbs(.sanction, mode: "discontinue", ["sanction", "boycott", "embargo"])
    + verbs(
      .sanction, mode: "discontinue", to: .after(["with"]), having: ["relations", "ties"],
      ["break", "cut off", "rupture"])

  private static let mobilization =
    verbs(
      .mobilize, mode: "troops", to: .after(["to", "near", "along", "on", "against"]),
      having: [
        "troops", "forces", "soldiers", "tanks", "ships", "ship", "warships", "aircraft", "army", "fleet", "missiles",
        "units", "patrol", "patrols", "reservists", "boats",
      ], ["deploy", "mass", "amass", "mobilise", "mobilize", "move", "send", "station", "reinforce"])
    + verbs(.mobilize, mode: "militia", to: .after(["against"]), ["mobilise", "mobilize"])
    + verbs(
      .mobilize, mode: "troops", to: .after(["to", "in", "near", "along"]),
      having: ["peacekeepers", "observers", "troops"], ["send", "deploy"])

  private static let coercion =
    verbs(.coerce, mode: "arrest", ["arrest", "detain", "capture", "imprison", "jail", "kidnap", "abduct", "intern"])
    + verbs(.coerce, mode: "seize", ["seize", "confiscate", "impound", "intercept"])
    + verbs(
      .coerce, mode: "restrict", to: .after(["to", "with", "for"]),
      having: openings.union(["port", "ports", "harbour", "strait", "waters", "pass", "market"]),
      ["close", "shut", "seal", "block", "blockade"])
    + verbs(.coerce, mode: "deport", to: .after(["to"]), ["deport", "expel"])
    + verbs(
      .coerce, to: .after(["on", "against"]),
      having: ["crackdown", "curfew", "siege", "operation", "restrictions", "blockade"],
      ["launch", "initiate", "begin", "impose", "start", "order", "mount"])
    + verbs(.coerce, to: .after(["on"]), ["crack down"])
    + verbs(.coerce, ["target", "blockade", "besiege"])
    + verbs(.coerce, mode: "ban", ["ban", "outlaw"])

  private static let raids: Set<String> = [
    "attack", "attacks", "offensive", "assault", "strike", "strikes", "airstrikes", "raid", "raids", "invasion",
    "missiles", "rockets", "bombardment", "war", "shells", "shots",
  ]
  private static let assaults =
    verbs(
      .assault,
      [
        "attack", "bomb", "shell", "kill", "strike", "hit", "invade", "raid", "ambush", "assassinate", "bombard",
        "massacre", "wound", "shoot", "murder", "storm", "overrun", "occupy", "neutralise", "neutralize", "destroy",
        "sink", "ram",
      ])
    + verbs(
      .assault, to: .after(["on", "against", "at", "into"]), having: raids,
      ["launch", "carry out", "mount", "fire", "begin", "open", "conduct", "start"])
    + verbs(.assault, to: .after(["on", "at", "into"]), ["fire on", "fire at", "advance into"])
    + verbs(.assault, to: .eachOther, ["fight", "clash", "battle", "skirmish"])
    + verbs(
      .assault,
      having: [
        "town", "towns", "city", "village", "villages", "territory", "territories", "region", "area", "base",
        "positions", "zone", "land", "peninsula", "hill", "island", "islands", "district", "districts", "capital",
      ], ["take", "capture", "seize", "retake", "recapture"])
    + verbs(.assault, ["down", "shoot down", "torpedo", "mine", "cripple"])
    + verbs(.assault, to: .after(["on"]), having: ["fire"], ["open"])
    + verbs(.assault, to: .after(["on", "against"]), having: ["war"], ["declare", "wage"])
}
