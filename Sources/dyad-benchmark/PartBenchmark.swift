import DyadCore
import DyadFormats
import DyadSyntax
import Foundation

/// Parts of commands, each a process of its own for `Benchmarks/bench.py`: a reading is measured from outside, other parts print the
/// processor time of their work alone.
enum PartBenchmark {
  /// Reads a file, and links nothing.
  static func read(_ format: String, _ path: String) {
    guard let reader = Format.named(format)?.reader else { fatalError("\(format) is not read") }
    let read = reader(path)
    guard read.errors.isEmpty else { fatalError("\(read.errors[0])") }
  }

  /// Writes so many claims to a file.
  static func write(_ format: String, _ claims: Int, to path: String) throws {
    guard case .file(let write) = Format.named(format)?.writer else { fatalError("\(format) is not one file") }
    let graph = KnowledgeGraph.linking([manyClaims(claims)]).value
    _ = FileManager.default.createFile(atPath: path, contents: nil)
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    let start = processorSeconds()
    let sink = ByteSink { try handle.write(contentsOf: $0) }
    // Freeing the graph is no part of writing it.
    try withExtendedLifetime(graph) {
      write(graph, sink)
      try sink.finish()
      took(since: start)
    }
    try handle.close()
  }

  /// Looks up so many quotes in one text, each in its own words.
  static func quotes(_ count: Int) {
    func quote(_ number: Int) -> String {
      "On the day of report \(number) the envoys met again and spoke of matter \(number * 7919 % 100_003)."
    }
    let quotes = (0..<count).map(quote)
    let text = quotes.joined(separator: "\n")
    var dossier = Dossier(title: "Quotes")
    dossier.sources = [Located(Source("wire", title: "The wire", text: SourceText(text)))]
    dossier.entities = [Located(Entity("one", .state, name: "One"))]
    dossier.events = quotes.enumerated().map { number, quote in
      Located(
        Event(
          Event.ID("event-\(number)"), within: Interval("2020") ?? .unknown, what: "They met", type: .consult,
          actors: ["one"], recipients: ["one"], evidence: Evidence([Citation(of: "wire", quote: quote)])))
    }
    let start = processorSeconds()
    let linked = KnowledgeGraph.linking([dossier])
    took(since: start)
    precondition(linked.diagnostics.isEmpty, "\(linked.diagnostics.prefix(1))")
  }

  /// The claims of a dyad as of a day among so many, by an index; its making is reported first.
  static func snapshot(_ claims: Int) {
    let graph = KnowledgeGraph.linking([manyClaims(claims)]).value
    var start = processorSeconds()
    let index = PairIndex(graph)
    say("made the index in \(rounded(processorSeconds() - start)) s")
    let day = Day(2012, 6, 1) ?? Day(number: 0)
    let rounds = 200
    func ask() {
      for number in 0..<rounds {
        let (one, other) = (Entity.ID("state-\(number)"), Entity.ID("state-\(number * 7 + 1)"))
        let claims = index.claims(between: one, other, on: day.advanced(by: number))
        precondition(number > 3 || !claims.ties.isEmpty)
      }
    }
    // The first questions pay for what was freed when the index was made: the allocator joins free memory only then.
    for _ in 0..<4 { ask() }
    start = processorSeconds()
    ask()
    // Freeing the index is no part of a question.
    withExtendedLifetime(index) { took(since: start, of: rounds) }
  }

  private static func took(since start: Double, of rounds: Int = 1) {
    say("took \(String(format: "%.9f", (processorSeconds() - start) / Double(rounds))) s")
  }

  private static func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
