import DyadCore

/// The events between two parties as a reader follows them: what was given for what, and the rest in order of time.
///
/// Rows run from the oldest to the newest, because causes come before effects: a link then points down.
struct Course {
  /// The events that were done in return for each other.
  private(set) var exchange: [Row] = []
  /// All others.
  private(set) var events: [Row] = []

  /// All rows, what was exchanged first.
  var all: [Row] { exchange + events }

  private let writer: RowWriter

  /// - Parameters:
  ///   - rows: the rows of events, in any order; one of several events is that of the latest.
  ///   - held: the events by their ids.
  init(_ rows: [Row], of held: [String: Held<Event>], _ writer: RowWriter) {
    self.writer = writer
    let ordered = Course.inOrder(rows, held)
    let shown = ordered.compactMap { held[$0.id]?.item }
    let exchanged = Set(
      shown.flatMap { event in
        event.links.filter { link in
          link.isStated && link.kind == .inReturnFor && shown.contains { $0.id == link.target }
        }
        .flatMap { [event.id.text, $0.target.text] }
      })
    exchange = joined(ordered.filter { exchanged.contains($0.id) }, held, shown)
    events = joined(ordered.filter { !exchanged.contains($0.id) }, held, shown)
  }

  /// From the oldest to the newest; of several with the same dates, none comes before one that it follows from.
  private static func inOrder(_ rows: [Row], _ held: [String: Held<Event>]) -> [Row] {
    func span(_ row: Row) -> (Day, Day, String) {
      let span = held[row.id]?.item.within.span ?? .distantPast ... .distantFuture
      return (span.upperBound, span.lowerBound, row.id)
    }
    var (rest, ordered) = (rows.sorted { span($0) < span($1) }, [Row]())
    while let first = rest.first {
      let peers = rest.prefix { (span($0).0, span($0).1) == (span(first).0, span(first).1) }
      let next = peers.firstIndex { row in
        !peers.contains { other in
          guard let one = held[other.id]?.item, let two = held[row.id]?.item else { return false }
          return precedes(one, two) && !precedes(two, one)
        }
      }
      ordered.append(rest.remove(at: next ?? 0))
    }
    return ordered
  }

  /// Rows with their links to the next row, parts below their whole, and in words the links to other rows.
  private func joined(_ rows: [Row], _ held: [String: Held<Event>], _ shown: [Event]) -> [Row] {
    var rows = rows
    var whole: Event.ID?
    for index in rows.indices {
      guard let event = held[rows[index].id]?.item else { continue }
      let next = index + 1 < rows.count ? held[rows[index + 1].id]?.item : nil
      rows[index].next = next.flatMap { Course.connection(event, $0) }
      let before = index > 0 ? held[rows[index - 1].id]?.item : nil
      // Directly below its whole, or below another part of it.
      whole = [before?.id, whole].compactMap { $0 }.first { Course.isPart(event, of: $0) }
      rows[index].isPart = whole != nil
      rows[index].ties = event.links.compactMap { link in
        // What is drawn between neighbours needs no words.
        guard link.kind != .partOf || link.target != whole, link.target != next?.id || rows[index].next == nil,
          link.target != before?.id || before.flatMap({ Course.connection($0, event) }) == nil,
          let target = shown.first(where: { $0.id == link.target })
        else { return nil }
        return writer.reference(link, to: target)
      }
    }
    return rows
  }

  /// What joins an event to a later one: it led to it or was answered by it, or one was given for the other.
  private static func connection(_ event: Event, _ next: Event) -> Row.Connection? {
    func has(_ one: Event, _ kind: EventLink.Kind, _ other: Event) -> Bool {
      one.links.contains { $0.isStated && $0.kind == kind && $0.target == other.id }
    }
    if has(event, .inReturnFor, next) || has(next, .inReturnFor, event) { return .exchange }
    return leads(event, to: next) ? .consequence : nil
  }

  /// Whether an event of the same dates comes before another: it led to it, or contains it.
  private static func precedes(_ event: Event, _ other: Event) -> Bool {
    leads(event, to: other) || isPart(other, of: event.id)
  }

  private static func isPart(_ event: Event, of whole: Event.ID) -> Bool {
    event.links.contains { $0.isStated && $0.kind == .partOf && $0.target == whole }
  }

  private static func leads(_ event: Event, to next: Event) -> Bool {
    event.links.contains { $0.isStated && $0.kind == .leadsTo && $0.target == next.id }
      || next.links.contains { $0.isStated && $0.kind == .respondsTo && $0.target == event.id }
  }
}

extension EventLink {
  /// Whether a source states it, so that a picture draws it; what the coder concludes is in words that say so.
  fileprivate var isStated: Bool { !evidence.isInferred && !evidence.isDraft }
}
