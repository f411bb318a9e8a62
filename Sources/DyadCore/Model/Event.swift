/// Something that happened within a date: who did what to whom, where, and how many.
///
///     Event("visit", within: Interval("2025-04-19")!, what: "Dar visits Kabul", type: .consult, mode: "visit",
///           actors: ["dar"], recipients: ["afghanistan"])
public struct Event: Claim {
  /// The id of an event.
  public typealias ID = Identifier<Event>

  /// The id in the dossier.
  public internal(set) var id: ID
  /// The date or interval within which it happened.
  public var within: Interval
  /// What happened, in one line.
  public var what: String
  /// The PLOVER type.
  public var type: EventType
  /// The mode within the type, in a word: "visit".
  public var mode: String?
  /// Who acted, in the order of the dossier.
  public var actors: [Entity.ID]
  /// To whom it was done, in the order of the dossier.
  public var recipients: [Entity.ID]
  /// Who acted and has no record.
  public var describedActors: [DescribedParticipant]
  /// To whom it was done, of those who have no record.
  public var describedRecipients: [DescribedParticipant]
  /// Whom it concerns besides its parties, sorted.
  public var affects: [Entity.ID] {
    didSet { affects = Set(affects).sorted() }
  }
  /// Its tone between its actors and those whom it affects; `nil` takes the tone of the event.
  public var effect: Tone?
  /// Whether the author counts it among the events that matter most.
  public var isKey: Bool
  /// Its links to other events, in the order of the dossier.
  public var links: [EventLink]
  /// Where it happened.
  public var place: Mention?
  /// How many, by what is counted.
  public var numbers: [Quantity]
  /// Its own tone; `nil` takes the type's published score.
  public var ownTone: Tone?
  /// The evidence for the claim.
  public var evidence: Evidence
  /// Free text.
  public var note: String?
  /// The id in earlier versions of the dossier.
  public var was: ID?

  /// An event within a date.
  public init(
    _ id: ID, within: Interval, what: String, type: EventType, mode: String? = nil, actors: [Entity.ID],
    recipients: [Entity.ID] = [], describedActors: [DescribedParticipant] = [],
    describedRecipients: [DescribedParticipant] = [], affects: [Entity.ID] = [], effect: Tone? = nil,
    place: Mention? = nil, numbers: [Quantity] = [], tone: Tone? = nil, isKey: Bool = false, links: [EventLink] = [],
    evidence: Evidence = Evidence(), note: String? = nil, was: ID? = nil
  ) {
    (self.id, self.within, self.what, self.type, self.mode) = (id, within, what, type, mode)
    (self.actors, self.recipients, self.place, self.numbers) = (actors, recipients, place, numbers)
    (self.describedActors, self.describedRecipients) = (describedActors, describedRecipients)
    (self.affects, self.effect) = (Set(affects).sorted(), effect)
    (self.isKey, self.links) = (isKey, links)
    (self.ownTone, self.evidence, self.note, self.was) = (tone, evidence, note, was)
  }

  /// Within its date.
  public var valid: ValidTime { .within(within) }
  /// Its own tone, or else the published score of its type.
  public var tone: Tone { ownTone ?? type.tone }
  /// The actors, then the recipients who are not among them.
  public var parties: [Entity.ID] { actors + recipients.filter { !actors.contains($0) } }
}

/// A type of event of PLOVER.
///
/// The types and their scores are those of the PLOVER manual (Open Event Data Alliance); it prints ACCUSE without its
/// minus sign.
///
///     EventType.assault.tone.value     // -9
public enum EventType: String, CaseIterable, Sendable {
  case agree = "AGREE"
  case consult = "CONSULT"
  case support = "SUPPORT"
  case concede = "CONCEDE"
  case cooperate = "COOPERATE"
  case aid = "AID"
  case retreat = "RETREAT"
  case request = "REQUEST"
  case accuse = "ACCUSE"
  case reject = "REJECT"
  case threaten = "THREATEN"
  case protest = "PROTEST"
  case sanction = "SANCTION"
  case mobilize = "MOBILIZE"
  case coerce = "COERCE"
  case assault = "ASSAULT"

  /// Its published score.
  public var tone: Tone { Tone(known: score) }

  private var score: Double {
    switch self {
    case .aid: 10
    case .cooperate: 9.5
    case .retreat: 6.5
    case .support: 5
    case .concede: 4.5
    case .agree, .consult: 2.5
    case .request: 0
    case .reject: -2
    case .accuse: -3
    case .threaten: -3.5
    case .protest: -5
    case .mobilize: -5.5
    case .sanction: -6
    case .coerce: -7
    case .assault: -9
    }
  }
}

/// A number, as exact as in the source.
///
///     Quantity("militants", "over 70")!.description     // "over 70 militants"
public struct Quantity: Hashable, Sendable, CustomStringConvertible {
  /// The precision of an amount.
  public enum Bound: String, CaseIterable, Sendable {
    case exactly = ""
    case about
    case over
    case under
    case atLeast = "at least"
    case atMost = "at most"
  }

  /// The counted items: "militants".
  public let subject: String
  /// The precision of an amount.
  public let bound: Bound
  /// The amount; two bounds for "10 to 12".
  public let values: ClosedRange<Double>

  /// `nil` where the text is none of `12`, `about 12`, `over 12`, `under 12`, `at least 12`, `at most 12`, `10 to 12`.
  public init?(_ subject: String, _ text: String) {
    let words = text.split(separator: " ").map(String.init)
    guard let last = words.last, let value = Double(last), value.isFinite else { return nil }
    let head = words.dropLast()
    if head.count == 2, head.last == "to", let lower = Double(head[0]), lower.isFinite, lower <= value {
      (bound, values) = (.exactly, lower...value)
    } else {
      guard let known = Bound(rawValue: head.joined(separator: " ")) else { return nil }
      (bound, values) = (known, value...value)
    }
    self.subject = subject
  }

  /// The amount without its subject: "over 70".
  public var amount: String {
    let number =
      values.lowerBound == values.upperBound
      ? Quantity.plain(values.lowerBound)
      : "\(Quantity.plain(values.lowerBound)) to \(Quantity.plain(values.upperBound))"
    return bound == .exactly ? number : "\(bound.rawValue) \(number)"
  }

  /// The amount with its subject: "over 70 militants".
  public var description: String { "\(amount) \(subject)" }

  static func plain(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : String(value)
  }
}
