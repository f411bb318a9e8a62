import DyadCore
import DyadTestSupport
import Testing

/// Texts with so many quotes that an index of them is made.
@Suite struct ManyQuotesTests {
  private static func sentence(_ number: Int) -> String {
    "Envoy “\(number * 7919 % 4001)” met\nÉmile — again – №\(number)."
  }
  private let sentences = (0..<2000).map(Self.sentence)

  @Test func theIndexFindsWhatReadingTheTextFinds() {
    let joined = sentences.joined(separator: " ")
    let indexed = SourceText(joined)
    var start = 0
    for (number, sentence) in sentences.enumerated() {
      let length = sentence.unicodeScalars.count
      #expect(indexed.find(sentence) == [start..<start + length])
      // A text of its own has no index.
      if number.isMultiple(of: 100) { #expect(SourceText(joined).find(sentence) == [start..<start + length]) }
      start += length + 1
    }
    #expect(indexed.find(sentences[0]) == [0..<sentences[0].unicodeScalars.count])
    #expect(indexed.find("Envoy \"3918\" met … №1999.").count == 2)
    #expect(indexed.find("№1999. … Envoy “0” met").isEmpty)
    #expect(indexed.find("met Émile - again - №2000").isEmpty)
    #expect(indexed.find("№7.") == SourceText(joined).find("№7."))
  }

  @Test func passagesAreCountedInScalars() {
    let text = SourceText(sentences.joined(separator: "\n"))
    let scalars = Array(text.text.unicodeScalars)
    #expect(text.count == scalars.count)
    for start in stride(from: 0, to: scalars.count, by: 997) {
      let range = start..<min(start + 60, scalars.count)
      #expect(text.passage(range) == String(String.UnicodeScalarView(scalars[range])))
    }
    #expect(text.passage(scalars.count..<scalars.count).isEmpty)
  }

  /// Each nearest passage costs a reading of the whole text.
  @Test func nearestPassagesAreLookedForWithinALimit() {
    let text = SourceText(String(repeating: "The ferry sails. ", count: 1 << 12))
    var dossier = Dossier(title: "Ferry")
    dossier.sources = [Located(Source("herald", title: "The Herald", text: text))]
    dossier.entities = [
      Located(Entity("arvane", .state, name: "Arvane")), Located(Entity("belmar", .state, name: "Belmar")),
    ]
    dossier.events = (0..<40).map { number in
      Located(
        Event(
          Event.ID("event-\(number)"), within: Interval("2020") ?? .unknown, what: "They meet", type: .consult,
          actors: ["arvane"], recipients: ["belmar"],
          evidence: Evidence([Citation(of: "herald", quote: "The ferry sails \(number)")])))
    }
    var memory = QuoteMemory(mostRead: 10 * text.text.utf8.count)
    let findings = KnowledgeGraph.linking([dossier], remembering: &memory).diagnostics
    #expect(findings.count == 40)
    #expect(findings.count { !$0.notes.isEmpty } == 10)
  }
}
