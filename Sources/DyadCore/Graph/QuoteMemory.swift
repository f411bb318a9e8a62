/// What became of each quote that was looked up, so that linking a changed dossier looks up only what has changed.
///
///     var memory = QuoteMemory()
///     let first = KnowledgeGraph.linking(dossiers, remembering: &memory)
///     let next = KnowledgeGraph.linking(dossiers, remembering: &memory)     // the same findings, in less time
///
/// A source whose text has changed is looked up anew; what is no longer quoted is forgotten.
public struct QuoteMemory: Sendable {
  /// Whether a text contains a quote.
  enum Outcome: Sendable {
    case found
    /// The nearest passage, in one line.
    case missing(nearest: String?)
  }

  private struct Known: Sendable {
    let text: SourceText
    var outcomes: [String: Outcome] = [:]
  }

  private var earlier: [Source.ID: Known] = [:]
  private var current: [Source.ID: Known] = [:]
  /// How many bytes of texts a linking reads for nearest passages at most, and how many it may still read.
  private let mostRead: Int
  private var affordable: Int
  /// Whether quotes that were found are remembered, not only those that were not.
  private let isForLater: Bool

  /// A memory of nothing.
  public init() { self.init(mostRead: QuoteMemory.mostRead) }

  package init(mostRead: Int, isForLater: Bool = true) {
    (self.mostRead, affordable, self.isForLater) = (mostRead, mostRead, isForLater)
  }

  /// For one linking alone.
  static var once: QuoteMemory { QuoteMemory(mostRead: mostRead, isForLater: false) }

  private static let mostRead = 64 << 20

  /// Forgets what the last linking did not look up.
  mutating func begin() { (earlier, current, affordable) = (current, [:], mostRead) }

  /// Whether the text of the source contains the quote.
  mutating func outcome(of quote: String, in text: SourceText, of source: Source.ID) -> Outcome {
    if let known = current[source]?.outcomes[quote] { return known }
    // Texts that share their storage are compared in no time.
    let known = earlier[source].flatMap { $0.text == text ? $0.outcomes[quote] : nil }
    let outcome = known ?? lookUp(quote, in: text)
    if !isForLater, case .found = outcome { return .found }
    current[source, default: Known(text: text)].outcomes[quote] = outcome
    return outcome
  }

  private mutating func lookUp(_ quote: String, in text: SourceText) -> Outcome {
    guard text.find(quote).isEmpty else { return .found }
    guard affordable > 0 else { return .missing(nearest: nil) }
    affordable -= text.text.utf8.count
    let near = text.nearest(to: quote).map { text.passage($0) }
    return .missing(nearest: near.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") })
  }
}

extension Diagnostic.Note {
  private static let nearest = "the nearest passage is: "

  /// A note to a quote that was not found.
  init(nearestPassage passage: String) { self.init(Diagnostic.Note.nearest + passage) }

  /// The passage that the author of a quote probably means, with single spaces.
  package var nearestPassage: String? {
    message.hasPrefix(Diagnostic.Note.nearest) ? String(message.dropFirst(Diagnostic.Note.nearest.count)) : nil
  }
}
