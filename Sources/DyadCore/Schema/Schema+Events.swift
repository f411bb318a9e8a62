// The keys of what belongs to an event: its links, and participants by description.

extension EventLink {
  /// The keys of a link between events.
  public static let schema = RecordSchema<EventLink>(
    "link", noun: "a link", "A link from an event to another, a claim with sources of its own.",
    blank: { EventLink(.leadsTo, Event.ID($0), of: Event.ID($0)) },
    rules: [.alternatives(Kind.allCases.map { [$0.rawValue] }, isRequired: true)],
    Kind.allCases.map(\.field) + RecordField<EventLink>.evidence(\.evidence) + [.note(\.note)])
}

extension EventLink.Kind {
  fileprivate var field: RecordField<EventLink> {
    RecordField(
      rawValue, .reference(.event), meaning,
      get: { $0.pointee.kind == self ? .words($0.pointee.target.text) : nil },
      set: { link, value in
        if let target = Event.ID(value) { (link.kind, link.target) = (self, target) }
      })
  }

  private var meaning: String {
    switch self {
    case .leadsTo: "The event that this one led to."
    case .inReturnFor: "The event that this one was given in return for."
    case .respondsTo: "The event that this one answers."
    case .partOf: "The event that this one is part of."
    }
  }
}

extension DescribedParticipant {
  /// The keys of a participant by description.
  public static let form = RecordForm(
    name: "described-participant", section: nil, noun: "a participant by description",
    meaning: "Someone who takes part in one event and has no record.",
    keys: [
      .init(name: "described", type: .words, presence: .essential, meaning: "Who it is, in the words of the source."),
      .init(name: "number", type: .amount, meaning: "How many: 12, over 70, about 500, 10 to 12."),
    ], rules: [])

  /// The fields of the participant.
  public var fields: [Field] {
    [Field("described", .words(words))] + (number.map { [Field("number", .words($0.amount))] } ?? [])
  }

  /// The participant with these fields; `nil` where they describe none.
  public init?(_ fields: [Field]) {
    func words(_ name: String) -> String? { fields.first { $0.name == name }.flatMap { String($0.value) } }
    guard let described = words("described") else { return nil }
    self.init(described, number: words("number"))
  }
}
