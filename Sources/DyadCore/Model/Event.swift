/// Something that happened within a date: who did what to whom, where, and how many.
///
///     Event("visit", within: Interval("2025-04-19")!, what: "Dar visits Kabul", type: .consult, mode: "visit",
///           actors: ["dar"], recipients: ["afghanistan"])
public struct Event: Claim {
  public typealias ID = Identifier<Event>

  public internal(set) var id: ID
  public var within: Interval
  /// What happened, in one line.
  public var what: String
  public var type: EventType
  public var mode: String?
  public var actors: [Entity.ID]
  public var recipients: [Entity.ID]
  /// Where it happened.
  public var place: Mention?
  public var numbers: [Quantity]
  /// Its own tone; `nil` takes the type's published score.
  public var ownTone: Tone?
  public var evidence: Evidence
  public var note: String?
  public var was: ID?

  public init(
    _ id: ID, within: Interval, what: String, type: EventType, mode: String? = nil, actors: [Entity.ID],
    recipients: [Entity.ID] = [], place: Mention? = nil, numbers: [Quantity] = [], tone: Tone? = nil,
    evidence: Evidence = Evidence(), note: String? = nil, was: ID? = nil
  ) {
    (self.id, self.within, self.what, self.type, self.mode) = (id, within, what, type, mode)
    (self.actors, self.recipients, self.place, self.numbers) = (actors, recipients, place, numbers)
    (self.ownTone, self.evidence, self.note, self.was) = (tone, evidence, note, was)
  }

  public var valid: ValidTime { .within(within) }
  public var tone: Tone { ownTone ?? type.tone }
  public var parties: [Entity.ID] { actors + recipients.filter { !actors.contains($0) } }
}

/// What kind of event, in the terms of PLOVER.
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

  private static let scores: [EventType: Double] = [
    .agree: 2.5, .consult: 2.5, .support: 5, .concede: 4.5, .cooperate: 9.5, .aid: 10, .retreat: 6.5, .request: 0,
    .accuse: -3, .reject: -2, .threaten: -3.5, .protest: -5, .sanction: -6, .mobilize: -5.5, .coerce: -7, .assault: -9,
  ]

  /// Its published score.
  public var tone: Tone { Tone(EventType.scores[self]!)! }
}

/// How many, as exactly as the source says.
///
///     Quantity("militants", "over 70")!.description     // "over 70 militants"
public struct Quantity: Hashable, Sendable, CustomStringConvertible {
  /// How the amount is meant.
  public enum Bound: String, CaseIterable, Sendable {
    case exactly = ""
    case about
    case over
    case under
    case atLeast = "at least"
    case atMost = "at most"
  }

  public let subject: String
  public let bound: Bound
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

  public var description: String { "\(amount) \(subject)" }

  static func plain(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : String(value)
  }
}
