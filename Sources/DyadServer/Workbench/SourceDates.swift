internal import DyadCore
internal import DyadProposals
internal import DyadSyntax

/// The dates in and around selected words of a text, nearest first.
struct SourceDates {
  let json: JSONValue
  private static let most = 12

  /// - Parameter query: `source`, and the places `start` and `end` of the words in UTF-16 units.
  init(_ query: [String: String], in graph: KnowledgeGraph) throws(Refusal) {
    let id = query["source"] ?? ""
    guard let source = graph.sources[Source.ID(id)] else { throw Refusal(.notFound, "There is no source '\(id)'.") }
    guard let text = source.text else {
      json = ["dates": []]
      return
    }
    let passages = SourcePassages(text)
    guard let start = query["start"].flatMap({ Int($0) }), let end = query["end"].flatMap({ Int($0) }),
      let range = passages.scalars(start, end)
    else { throw Refusal(.badRequest, "'start' and 'end' must be places in the text.") }
    let dates = PassageDates(in: text, published: source.published).nearest(to: range)
    json = [
      "dates": .array(
        dates.prefix(SourceDates.most).map { date in
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
