internal import DyadCore

/// A noun that reports an event: "a visit by A to B", "A's attack on B", "talks between A and B".
struct EventNoun: Hashable, Sendable {
  let type: EventType
  let mode: String?
  /// The prepositions before the recipient.
  let recipients: Set<String>
  /// Whether both parties do it: "between A and B".
  let isMutual: Bool

  static let byWord: [String: EventNoun] = {
    var byWord: [String: EventNoun] = [:]
    func add(
      _ words: [String], _ type: EventType, _ mode: String? = nil, to recipients: Set<String> = [],
      isMutual: Bool = false
    ) {
      for word in words {
        byWord[word] = EventNoun(type: type, mode: mode, recipients: recipients, isMutual: isMutual)
      }
    }
    add(["visit", "visits", "trip"], .consult, "visit", to: ["to"])
    add(
      ["talks", "meeting", "meetings", "negotiations", "summit", "consultations"], .consult, to: ["with"],
      isMutual: true)
    add(
      [
        "attack", "attacks", "raid", "raids", "offensive", "bombing", "bombings", "shelling", "airstrike", "airstrikes",
        "invasion", "ambush",
      ], .assault, to: ["on", "against", "in", "of"])
    add(
      ["war", "clash", "clashes", "fighting", "skirmish", "skirmishes", "battle"], .assault, to: ["with", "against"],
      isMutual: true)
    add(["crackdown"], .coerce, to: ["on", "against"])
    add(["arrest", "arrests", "detention"], .coerce, "arrest", to: ["of"])
    add(["sanctions", "embargo", "boycott"], .sanction, "discontinue", to: ["on", "against", "of"])
    add(["agreement", "accord", "treaty", "pact", "truce"], .agree, to: ["with"], isMutual: true)
    add(["ceasefire", "armistice"], .retreat, "ceasefire", to: ["with"], isMutual: true)
    add(["withdrawal", "pullout"], .retreat, "withdraw", to: ["from"])
    add(["condemnation", "criticism"], .accuse, "disapprove", to: ["of"])
    add(["threat", "threats"], .threaten, to: ["to", "against"])
    add(["apology"], .concede, to: ["to", "from"])
    return byWord
  }()
}
