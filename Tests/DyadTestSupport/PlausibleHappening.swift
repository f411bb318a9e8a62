/// An action of one party towards another, in the present and in the past tense.
struct PlausibleHappening {
  typealias Amount = (subject: String, number: String)
  /// Who can do it: everyone, states alone, states and those with arms, everyone but states; or states to states.
  enum Doers { case all, states, armed, people, amongStates }

  var type: String
  var mode: String?
  var counts: String?
  var isByOfficials = true
  var isDeniable = false
  /// Whether it takes days, and a table to sit at.
  var isLong = false
  var isAtSea = false
  private var doers: Doers
  private var present: String
  private var past: String

  /// With {1} and {2} for the two, {topic} for what it is about and {n} for how many.
  private init(
    _ type: String, _ mode: String? = nil, _ present: String, _ past: String, counting counts: String? = nil,
    by doers: Doers = .all
  ) {
    (self.type, self.mode, self.counts, self.present, self.past) = (type, mode, counts, present, past)
    self.doers = doers
    isByOfficials = !["ASSAULT", "MOBILIZE", "COERCE", "AID", "SANCTION", "COOPERATE", "RETREAT"].contains(type)
    isDeniable = ["ASSAULT", "COERCE", "ACCUSE", "MOBILIZE"].contains(type)
    isLong = mode == "multilateral"
    isAtSea = ["ASSAULT", "COERCE", "MOBILIZE"].contains(type)
  }

  func suits(_ one: PlausibleWorld.Party, _ other: PlausibleWorld.Party) -> Bool {
    switch doers {
    case .all: true
    case .states: one.type == nil
    case .armed: one.type == nil || one.type == "armed"
    case .people: one.type != nil && one.type != "alliance"
    case .amongStates: one.type == nil && other.type == nil
    }
  }

  func what(_ one: String, _ other: String, _ topic: String, _ amount: Amount?) -> String {
    fill(present, one, other, topic, amount)
  }
  func sentence(_ one: String, _ other: String, _ topic: String, _ amount: Amount?) -> String {
    fill(past, one, other, topic, amount)
  }
  private func fill(_ text: String, _ one: String, _ other: String, _ topic: String, _ amount: Amount?) -> String {
    text.replacing("{1}", with: one).replacing("{2}", with: other).replacing("{topic}", with: topic)
      .replacing("{n}", with: amount.map { "\($0.number) \($0.subject)" } ?? "")
  }

  static let excuses = [
    "its ships had been in harbour that week", "no such order had been given", "the charts told another story",
    "the reports came from people who had not been there", "it had happened elsewhere and to others",
  ]

  static let talks = [
    PlausibleHappening("CONSULT", "visit", "{1} visits {2}", "{1} visited {2} and spoke there about {topic}"),
    PlausibleHappening("CONSULT", "phone", "{1} telephones {2}", "{1} telephoned {2} about {topic}"),
    PlausibleHappening(
      "CONSULT", "multilateral", "{1} meets {2} at a conference on {topic}",
      "{1} met {2} at a conference on {topic} with {n}", counting: "delegates"),
    PlausibleHappening("REQUEST", nil, "{1} asks {2} for talks on {topic}", "{1} asked {2} for talks on {topic}"),
    PlausibleHappening("REJECT", nil, "{1} turns down an offer of {2}", "{1} turned down an offer of {2} on {topic}"),
    PlausibleHappening(
      "AGREE", nil, "{1} agrees with {2} to go on talking", "{1} agreed with {2} to go on talking of {topic}"),
    PlausibleHappening(
      "RETREAT", "ceasefire", "{1} calls off its patrols against {2}", "{1} called off its patrols against {2}",
      by: .armed),
  ]
  static let favours = [
    PlausibleHappening("CONSULT", "visit", "{1} visits {2}", "{1} paid {2} a friendly visit over {topic}"),
    PlausibleHappening(
      "AGREE", nil, "{1} signs an agreement with {2} on {topic}", "{1} signed an agreement with {2} on {topic}"),
    PlausibleHappening(
      "AID", nil, "{1} ships grain to {2}", "{1} sent {2} {n} of grain after the storm", counting: "shiploads",
      by: .states),
    PlausibleHappening(
      "SUPPORT", nil, "{1} takes the side of {2}", "{1} took the side of {2} in the matter of {topic}"),
    PlausibleHappening(
      "COOPERATE", nil, "{1} begins to lay a cable with {2}", "{1} began to lay a cable with {2}", by: .amongStates),
    PlausibleHappening(
      "CONCEDE", "release", "{1} releases sailors to the relief of {2}",
      "{1} let go {n} held since the summer, to the relief of {2}",
      counting: "sailors", by: .armed),
  ]
  static let quarrels = [
    PlausibleHappening("PROTEST", nil, "{1} protests to {2} over {topic}", "{1} protested to {2} over {topic}"),
    PlausibleHappening(
      "PROTEST", "demonstration", "Crowds of {1} march against {2}",
      "{n} turned out against {2} in the name of {1}", counting: "marchers", by: .people),
    PlausibleHappening(
      "ACCUSE", nil, "{1} accuses {2} of bad faith", "{1} accused {2} of bad faith in the matter of {topic}"),
    PlausibleHappening("REJECT", nil, "{1} rejects a note of {2}", "{1} rejected a note of {2} on {topic}"),
    PlausibleHappening(
      "THREATEN", nil, "{1} threatens {2} with a blockade", "{1} threatened {2} with a blockade", by: .amongStates),
    PlausibleHappening(
      "SANCTION", nil, "{1} freezes accounts of {2}", "{1} froze {n} of {2}", counting: "accounts", by: .states),
    PlausibleHappening(
      "COERCE", "seize", "{1} seizes boats of {2}", "{1} seized {n} of {2}", counting: "boats", by: .armed),
    PlausibleHappening(
      "MOBILIZE", nil, "{1} sends cutters against {2}", "{1} sent out {n} against {2}", counting: "cutters", by: .states
    ),
  ]
  static let blows = [
    PlausibleHappening(
      "ASSAULT", nil, "{1} strikes a convoy of {2}", "{1} struck a convoy of {2} and sank {n}", counting: "ships",
      by: .armed),
    PlausibleHappening(
      "ASSAULT", nil, "{1} fires upon a harbour of {2}", "{1} fired upon a harbour of {2} and killed {n}",
      counting: "people", by: .amongStates),
    PlausibleHappening(
      "RETREAT", "ceasefire", "{1} declares a ceasefire towards {2}", "{1} declared a ceasefire towards {2}", by: .armed
    ),
    PlausibleHappening(
      "MOBILIZE", nil, "{1} calls up reserves against {2}", "{1} called up {n} against {2}", counting: "battalions",
      by: .states),
    PlausibleHappening("REJECT", nil, "{1} rejects terms of {2}", "{1} rejected the terms of {2}"),
  ]
}
