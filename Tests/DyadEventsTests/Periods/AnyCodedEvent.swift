import DyadCore
import DyadEvents
import DyadTestSupport

/// Events of a few parties within a few months, with many rows that count as one.
struct AnyCodedEvent {
  var random: Seeded
  private var last = 0

  init(_ seed: Int) { random = Seeded(seed) }

  private static let codes: [(String, QuadClass, EventType?, Int)] = [
    ("010", .verbalCooperation, nil, 0), ("042", .verbalCooperation, .consult, 19),
    ("043", .verbalCooperation, .consult, 28), ("040", .verbalCooperation, .consult, 10),
    ("070", .materialCooperation, .aid, 70), ("111", .verbalConflict, .accuse, -20),
    ("190", .materialConflict, .assault, -100),
  ]

  mutating func next() -> CodedEvent {
    let states = ["AFG", "PAK", "IND"].shuffled(using: &random)
    let (code, quad, type, tenths) = AnyCodedEvent.codes.randomElement(using: &random)!
    last += Int.random(in: 1...40, using: &random)
    let sector = [nil, "GOV", "MIL"].randomElement(using: &random)!
    let day = Day(2019, 1, 1)!.advanced(by: .random(in: 0..<5, using: &random) * 20)
    let address = "https://example.org/\(Int.random(in: 0..<4, using: &random))"
    var event = CodedEvent(
      id: String(last), on: day, actor: CodedParty(states[0] + (sector ?? ""), state: states[0], sector: sector),
      recipient: CodedParty(states[1], state: states[1]),
      action: CodedAction(code, type: type, quad: quad, tenths: tenths),
      reports: ReportCount(mentions: .random(in: 1...9, using: &random), sources: 1, articles: 1), story: address,
      reference: address)
    if Int.random(in: 0..<30, using: &random) == 0 { event.action.quad = nil }
    if Int.random(in: 0..<30, using: &random) == 0 { event.days = day...day.advanced(by: 40) }
    return event
  }

  static func events(_ count: Int, seed: Int) -> [CodedEvent] {
    var any = AnyCodedEvent(seed)
    return (0..<count).map { _ in any.next() }
  }
}

extension Reduction {
  init(_ events: some Sequence<CodedEvent>, by period: Period, rule: CountingRule, isDirected: Bool = true) {
    self.init(by: period, rule: rule, isDirected: isDirected)
    for event in events { add(event) }
  }
}
