public import DyadCore

/// The sources that a picture cites, numbered by date of publication.
///
///     let notes = Footnotes(citing: graph.events.values.map(\.evidence), in: graph)
///     notes.line(1)     // "[1] The ferry sails again. Harbour Herald, 2 May 2014."
public struct Footnotes: Hashable, Sendable {
  /// The sources; the first has the number 1.
  public let sources: [Source]
  /// Whether claims refer to the sources by number; a picture with one source names it once instead.
  public private(set) var isNumbered = true
  private let numbers: [Source.ID: Int]

  /// The sources that the evidence cites.
  public init(citing evidence: some Sequence<Evidence>, in graph: KnowledgeGraph) {
    let cited = Set(evidence.flatMap(\.citations).map(\.source))
    sources = cited.compactMap { graph.sources[$0] }.sorted { one, other in
      let (left, right) = (one.published?.days.lowerBound, other.published?.days.lowerBound)
      return (left ?? .distantFuture, one.id) < (right ?? .distantFuture, other.id)
    }
    numbers = Dictionary(uniqueKeysWithValues: sources.enumerated().map { ($1.id, $0 + 1) })
  }

  /// The same sources as a picture cites them: with numbers from two on.
  var ofPicture: Footnotes {
    var notes = self
    notes.isNumbered = sources.count > 1
    return notes
  }

  /// The numbers of the sources that the evidence cites, in order; none where sources are not numbered.
  public func numbers(of evidence: Evidence) -> [Int] {
    guard isNumbered else { return [] }
    return Set(evidence.citations.compactMap { numbers[$0.source] }).sorted()
  }

  /// The numbers of sources that have others in a second list, there.
  func numbers(_ old: [Int], in notes: Footnotes) -> [Int] {
    guard notes.isNumbered else { return [] }
    return old.compactMap { notes.numbers[sources[$0 - 1].id] }.sorted()
  }

  /// The line for a source: its number, if it has one, title, author, publisher and date.
  public func line(_ number: Int, in lexicon: Lexicon = .english) -> String {
    let source = sources[number - 1]
    let imprint = [source.author, source.publisher, source.published.map(DateWords(lexicon).words)].compactMap { $0 }
    let words = ([source.title] + (imprint.isEmpty ? [] : [imprint.joined(separator: ", ")]))
      // Dates of some languages end with an abbreviation.
      .map { $0.hasSuffix(".") ? $0 : $0 + "." }.joined(separator: " ")
    return isNumbered ? "[\(number)] \(words)" : lexicon.phrase(.source, words)
  }
}
