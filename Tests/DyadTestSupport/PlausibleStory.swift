/// How two get on over the years: chapters in the order in which they may follow one another.
struct PlausibleStory {
  var kind: String
  var isDirected = false
  /// Whether the first does it in secret, and denies it.
  var isSecret = false
  /// Whether the first is against the other.
  var isAgainst = false
  /// Whether the story begins with its first chapter and has all of them.
  var isWhole = false
  var chapters: [Chapter]

  /// What a chapter says, in the two tenses.
  struct Words {
    var have: String
    var had: String
  }

  struct Chapter {
    var reads: String
    var tone: Int
    private var template: String

    /// With {1} and {2} for the two, {topic} for what it is about, {have} or {has} for the tense.
    init(_ reads: String, _ tone: Int, _ template: String) {
      (self.reads, self.tone, self.template) = (reads, tone, template)
    }

    func words(_ one: PlausibleWorld.Party, _ other: PlausibleWorld.Party, _ topic: String) -> Words {
      let said = template.replacing("{1}", with: one.said).replacing("{2}", with: other.said)
        .replacing("{topic}", with: topic)
      return Words(
        have: said.replacing("{have}", with: "have").replacing("{has}", with: "has"),
        had: said.replacing("{have}", with: "had").replacing("{has}", with: "had"))
    }
  }

  static let topics = [
    "the herring quota", "the landing of the telegraph cable", "the lighthouse dues", "the pilot fees",
    "the rescue zones", "the ferry licences", "the boundary at sea", "the coaling stations", "the pearl beds",
    "the quarantine rules", "the harbour tolls", "the weather ships", "the dredging of the northern passage",
    "the rights of the islanders abroad",
  ]

  static let founding = PlausibleStory(
    kind: "member", isDirected: true, chapters: [Chapter("founder", 4, "{1} {has} led {2}")])
  static let membership = PlausibleStory(
    kind: "member", isDirected: true,
    chapters: [
      Chapter("observer", 1, "{1} {has} sat in {2} as an observer"),
      Chapter("member", 3, "{1} {has} been a member of {2}"),
      Chapter("suspended", -2, "{1} {has} been suspended from {2}"),
    ])

  static let greatRivals = PlausibleStory(
    kind: "ties", isWhole: true,
    chapters: [
      Chapter("strained", -4, "{1} and {2} {have} been at odds over {topic}"),
      Chapter("without ambassadors", -6, "{1} and {2} {have} kept no ambassadors in each other's capitals"),
      Chapter("thawing", 2, "{1} and {2} {have} been talking again, chiefly about {topic}"),
      Chapter("correct", 1, "{1} and {2} {have} kept up relations that both call correct"),
    ])
  static let claims = PlausibleStory(
    kind: "rivalry", isWhole: true,
    chapters: [
      Chapter("over the outer isles", -5, "{1} and {2} {have} both laid claim to the outer isles"),
      Chapter("before the commission", -2, "{1} and {2} {have} left their claims to a commission"),
      Chapter("at sea", -6, "{1} and {2} {have} had cutters follow each other's fleets"),
    ])
  static let tariffs = PlausibleStory(
    kind: "pressure", isDirected: true,
    chapters: [
      Chapter("by tariffs", -4, "{1} {has} laid tariffs on all that comes from {2}"),
      Chapter("eased", -1, "{1} {has} taken only half of its tariffs from {2}"),
    ])

  private static let close = PlausibleStory(
    kind: "ties",
    chapters: [
      Chapter("correct", 1, "{1} and {2} {have} kept embassies in each other's capitals"),
      Chapter("warmer", 3, "{1} and {2} {have} worked together on {topic}"),
      Chapter("close", 6, "{1} and {2} {have} held their naval exercises together"),
      Chapter("cooler", -2, "{1} and {2} {have} put off their yearly council because of {topic}"),
    ])
  static let alliance = PlausibleStory(
    kind: "alliance",
    chapters: [
      Chapter("by treaty", 8, "{1} and {2} {have} been bound by a treaty of mutual defence"),
      Chapter("in doubt", 2, "{1} and {2} {have} left their treaty of defence without a new term"),
    ])
  private static let trade = PlausibleStory(
    kind: "trade",
    chapters: [
      Chapter("free of duty", 5, "{1} and {2} {have} traded free of duty"),
      Chapter("by licence", 1, "{1} and {2} {have} traded by licence alone, because of {topic}"),
    ])
  private static let recognition = PlausibleStory(
    kind: "recognition", isDirected: true,
    chapters: [
      Chapter("in full", 4, "{1} {has} recognised the government of {2}"),
      Chapter("suspended", -3, "{1} {has} withheld its recognition from the government of {2}"),
    ])
  private static let goodOffices = PlausibleStory(
    kind: "good-offices", isDirected: true,
    chapters: [
      Chapter("as a broker", 4, "{1} {has} offered {2} its good offices over {topic}"),
      Chapter("at rest", 0, "{1} {has} let its good offices for {2} rest"),
    ])
  private static let quarrel = PlausibleStory(
    kind: "rivalry",
    chapters: [
      Chapter("over the shoals", -5, "{1} and {2} {have} both claimed the shoals between them"),
      Chapter("frozen", -2, "{1} and {2} {have} let the quarrel over {topic} rest"),
      Chapter("again", -6, "{1} and {2} {have} been quarrelling over {topic} again"),
    ])
  private static let war = PlausibleStory(
    kind: "war",
    chapters: [
      Chapter("at sea", -10, "{1} and {2} {have} been fighting each other at sea"),
      Chapter("armistice", -4, "{1} and {2} {have} kept an armistice"),
    ])
  private static let uneasy = PlausibleStory(
    kind: "ties",
    chapters: [
      Chapter("neighbourly", 2, "{1} and {2} {have} shared the care for {topic}"),
      Chapter("strained", -4, "{1} and {2} {have} been at odds over {topic}"),
      Chapter("broken off", -7, "{1} and {2} {have} had no relations at all"),
      Chapter("thawing", 2, "{1} and {2} {have} been talking again about {topic}"),
    ])

  static let powers = [close, alliance, trade, quarrel, uneasy, greatRivals, tariffs]
  static let friends = [close, close, alliance, trade, trade, recognition]
  static let strangers = [close, trade, recognition, goodOffices, goodOffices, tariffs, uneasy]
  static let neighbours = [quarrel, quarrel, uneasy, uneasy, uneasy, trade, close, war]

  private static let ban = PlausibleStory(
    kind: "hostility", isDirected: true, isAgainst: true,
    chapters: [
      Chapter("watched", -3, "{1} {has} kept {2} under watch"),
      Chapter("banned", -7, "{1} {has} banned {2}"),
    ])
  private static let talks = PlausibleStory(
    kind: "good-offices", isDirected: true,
    chapters: [Chapter("by envoys", 4, "{1} {has} carried messages to {2} about {topic}")])
  private static let money = PlausibleStory(
    kind: "support", isDirected: true, isSecret: true,
    chapters: [
      Chapter("with money", 5, "{1} {has} paid {2}"),
      Chapter("in small sums", 2, "{1} {has} paid {2} small sums, and those late"),
    ])

  static let withGroups = [
    ban, talks, money,
    PlausibleStory(
      kind: "support", isDirected: true,
      chapters: [Chapter("with schools", 4, "{1} {has} paid for the schools of {2}")]),
  ]
  static let withArmed = [
    ban, talks, money,
    PlausibleStory(
      kind: "shelter", isDirected: true, isSecret: true,
      chapters: [
        Chapter("in its ports", -3, "{1} {has} let {2} use its ports"),
        Chapter("in its camps", -5, "{1} {has} let {2} train in its camps"),
      ]),
  ]
  static let amongGroups = [
    PlausibleStory(
      kind: "rivalry", chapters: [Chapter("over members", -5, "{1} and {2} {have} fought over members and money")]),
    PlausibleStory(
      kind: "alliance",
      chapters: [
        Chapter("of convenience", 5, "{1} and {2} {have} acted together"),
        Chapter("lapsed", -2, "{1} and {2} {have} gone separate ways"),
      ]),
  ]
  static let withBodies = [
    PlausibleStory(
      kind: "support", isDirected: true, chapters: [Chapter("with staff", 4, "{1} {has} lent staff to {2}")]),
    PlausibleStory(
      kind: "pressure", isDirected: true, isAgainst: true,
      chapters: [Chapter("by visas", -4, "{1} {has} refused visas to the staff of {2}")]),
  ]
}
