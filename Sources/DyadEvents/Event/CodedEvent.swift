public import DyadCore

/// An event as a data set codes it: who did what to whom, on which days, and who reported it.
///
/// It is a report that a machine or a coder counted, not a claim that a person read.
///
///     let event = CodedEvent(
///       id: "883106531", on: Day(2019, 10, 24)!, actor: CodedParty("PAKGOV", state: "PAK", sector: "GOV"),
///       recipient: CodedParty("AFG", state: "AFG"), action: CodedAction("042", quad: .verbalCooperation, tenths: 19))
public struct CodedEvent: Hashable, Sendable {
  /// The id in the data set; it identifies the event together with its first day.
  public var id: String
  /// The days within which it happened.
  public var days: ClosedRange<Day>
  /// Who acted.
  public var actor: CodedParty
  /// To whom it was done.
  public var recipient: CodedParty
  /// What was done.
  public var action: CodedAction
  /// How often it was reported.
  public var reports: ReportCount
  /// How many died.
  public var deaths: DeathCount?
  /// Where it happened.
  public var place: CodedPlace?
  /// What the rows of one report share: its address, or the id of a story.
  public var story: String?
  /// Where to read it: an address, or the publisher and the headline.
  public var reference: String?
  /// The version of the row, where the data set revises its rows.
  public var version: String?

  /// An event of one day.
  public init(
    id: String, on day: Day, actor: CodedParty, recipient: CodedParty, action: CodedAction,
    reports: ReportCount = ReportCount(), story: String? = nil, reference: String? = nil
  ) {
    self.init(
      id: id, within: day...day, actor: actor, recipient: recipient, action: action, reports: reports, story: story,
      reference: reference)
  }

  /// An event within several days.
  public init(
    id: String, within days: ClosedRange<Day>, actor: CodedParty, recipient: CodedParty, action: CodedAction,
    reports: ReportCount = ReportCount(), deaths: DeathCount? = nil, place: CodedPlace? = nil, story: String? = nil,
    reference: String? = nil, version: String? = nil
  ) {
    (self.id, self.days, self.actor, self.recipient, self.action) = (id, days, actor, recipient, action)
    (self.reports, self.deaths, self.place) = (reports, deaths, place)
    (self.story, self.reference, self.version) = (story, reference, version)
  }
}

/// How often an event was reported.
public struct ReportCount: Hashable, Sendable {
  /// Mentions in all texts.
  public var mentions: Int
  /// Publishers or addresses.
  public var sources: Int
  /// Texts.
  public var articles: Int

  /// One report, unless stated otherwise.
  public init(mentions: Int = 1, sources: Int = 1, articles: Int = 1) {
    (self.mentions, self.sources, self.articles) = (mentions, sources, articles)
  }
}

/// How many died in an event, by the best, the lowest and the highest estimate.
public struct DeathCount: Hashable, Sendable {
  /// The best estimate.
  public var best: Int
  /// The lowest estimate.
  public var low: Int
  /// The highest estimate.
  public var high: Int

  /// Three estimates.
  public init(best: Int, low: Int, high: Int) { (self.best, self.low, self.high) = (best, low, high) }
}

/// Where an event happened.
public struct CodedPlace: Hashable, Sendable {
  /// The name in the data set.
  public var name: String?
  /// The state, by the same keys as parties.
  public var state: String?
  /// Degrees north.
  public var latitude: Double?
  /// Degrees east.
  public var longitude: Double?

  /// A place, with what is known of it.
  public init(name: String? = nil, state: String? = nil, latitude: Double? = nil, longitude: Double? = nil) {
    (self.name, self.state, self.latitude, self.longitude) = (name, state, latitude, longitude)
  }
}
