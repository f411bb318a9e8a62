internal import DyadCore

/// Which rows are named as the evidence of a count.
///
/// The strongest of both signs: those with the highest score, then with the most mentions, then with the smallest id; half
/// of them cooperative and half of them hostile, as far as there are so many.
///
///     RowChoice.rows(of: events, limit: 20).map(\.id)
package enum RowChoice {
  /// The most rows that are named for one number.
  package static let limit = 20

  /// The chosen rows, the strongest first.
  package static func rows(of all: [CodedEvent], limit: Int = limit) -> [CodedEvent] {
    let sorted = all.sorted(by: isStronger)
    let signs = [true, false, nil].map { sign in sorted.filter { isCooperative($0) == sign } }
    let half = limit / 2
    // What one sign lacks goes to the other, and what both lack to rows without a sign.
    let hostile = min(signs[1].count, max(half, limit - signs[0].count))
    let cooperative = min(signs[0].count, limit - hostile)
    let rest = limit - hostile - cooperative
    let chosen = signs[0].prefix(cooperative) + signs[1].prefix(hostile) + signs[2].prefix(rest)
    return chosen.sorted(by: isStronger)
  }

  /// By the score, or else by the class; `nil` where a row has neither.
  private static func isCooperative(_ event: CodedEvent) -> Bool? {
    if let tenths = event.action.tenths, tenths != 0 { return tenths > 0 }
    return switch event.action.quad {
    case .verbalCooperation, .materialCooperation: true
    case .verbalConflict, .materialConflict: false
    case nil: nil
    }
  }

  private static func isStronger(_ one: CodedEvent, _ other: CodedEvent) -> Bool {
    let (weight, otherWeight) = (one.action.tenths?.magnitude ?? 0, other.action.tenths?.magnitude ?? 0)
    if weight != otherWeight { return weight > otherWeight }
    if one.reports.mentions != other.reports.mentions { return one.reports.mentions > other.reports.mentions }
    let (length, otherLength) = (one.id.utf8.count, other.id.utf8.count)
    if length != otherLength { return length < otherLength }
    if one.id != other.id { return one.id.utf8.lexicographicallyPrecedes(other.id.utf8) }
    return one.days.lowerBound < other.days.lowerBound
  }
}
