internal import DyadCore
internal import DyadEditing
internal import DyadFormats

/// Dates in the notation of dossiers, for dates as people write them and for dates that the dossier has.
struct DateCompletion {
  private let written: String
  private let known: [(date: String, why: String)]

  init(_ source: CompletionSource) {
    written = source.written
    let graph = source.graph
    var known: [(String, String)] = []
    // What is published on a day often happened on it, or shortly before.
    let cited = Set(source.cursor.siblings.compactMap(\.value))
    for source in graph.sources.values.sorted(by: { $0.id < $1.id }) {
      guard let date = source.published else { continue }
      known.append(
        (date.description, cited.contains(source.id.text) ? "published, cited here" : "\(source.id) was published"))
    }
    var seen = Set(known.map(\.0))
    for event in graph.events.values.sorted(by: {
      ($0.within.span.lowerBound, $0.id) < ($1.within.span.lowerBound, $1.id)
    })
    where event.within != .unknown && !source.cursor.keys.contains(event.id.text)
      && seen.insert(event.within.description).inserted
    {
      known.append((event.within.description, event.what))
    }
    self.known = known
  }

  /// Single dates.
  var dates: [CompletionItem] { readings(isInterval: false) + matches.filter { !$0.label.contains("/") } }

  /// Dates and intervals; open ones where a state of affairs holds throughout.
  func intervals(isState: Bool) -> [CompletionItem] {
    let date = written.prefix { $0 != "/" }
    var forms: [CompletionItem] = []
    if isState, PartialDate(date) != nil {
      let all = [("\(date)/..", "since \(date), still so"), ("\(date)/", "since \(date), end unknown")]
      forms = all.map { CompletionItem(label: $0.0, kind: .value, detail: $0.1) }
    }
    return readings(isInterval: true) + forms + matches
  }

  private func readings(isInterval: Bool) -> [CompletionItem] {
    DateSpelling.readings(of: written, isInterval: isInterval).filter { $0 != written }.map {
      CompletionItem(label: $0, kind: .value, detail: "“\(written)”")
    }
  }

  private var matches: [CompletionItem] {
    known.filter { $0.date != written && $0.date.hasPrefix(written) }.prefix(40).map {
      CompletionItem(label: $0.date, kind: .value, detail: $0.why)
    }
  }
}
