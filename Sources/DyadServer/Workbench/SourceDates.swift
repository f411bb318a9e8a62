internal import DyadCore
internal import DyadProposals
internal import DyadSyntax

/// The dates in and around selected words of a text, nearest first.
struct SourceDates {
  let source: Source
  /// The text; `nil` if the dossier has none.
  let text: SourceText?
  /// The words, in Unicode scalars.
  private let range: Range<Int>
  private static let most = 12

  /// - Parameter query: `source`, and the places `start` and `end` of the words in UTF-16 units.
  init(_ query: [String: String], in graph: KnowledgeGraph) throws(Refusal) {
    let id = query["source"] ?? ""
    guard let source = graph.sources[Source.ID(id)] else { throw Refusal(.notFound, "There is no source '\(id)'.") }
    (self.source, text) = (source, source.text)
    guard let text else {
      range = 0..<0
      return
    }
    guard let start = query["start"].flatMap({ Int($0) }), let end = query["end"].flatMap({ Int($0) }),
      let range = SourcePassages(text).scalars(start, end)
    else { throw Refusal(.badRequest, "'start' and 'end' must be places in the text.") }
    self.range = range
  }

  /// - Parameter dates: all dates of the text.
  func json(_ dates: PassageDates) -> JSONValue {
    guard let text else { return ["dates": []] }
    let passages = SourcePassages(text)
    return [
      "dates": .array(
        dates.nearest(to: range).prefix(SourceDates.most).map { date in
          let place = passages.place(date.range)
          return [
            "words": .string(date.words), "start": JSONValue(Double(place.lowerBound)),
            "end": JSONValue(Double(place.upperBound)), "edtf": .string(date.interval.description),
            "rule": .string(date.rule),
          ]
        })
    ]
  }
}
