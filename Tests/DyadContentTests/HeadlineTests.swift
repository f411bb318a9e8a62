import DyadContent
import DyadCore
import DyadTestSupport
import Testing

import DyadContent

/// The headline is the finding, and the line below it says what it rests on.
@Suite struct HeadlineTests {
  @Test(arguments: [
    ("2025-05-26", "Pakistan and Afghanistan: thawing since March 2025"),
    ("2025-02-01", "Pakistan and Afghanistan: strained (inferred)"),
    ("2021-07-01", "Pakistan and Afghanistan"),
  ])
  func thePhaseThatLeadsIsTheHeadline(day: String, headline: String) throws {
    #expect(try Samples.thaw(day).title == headline)
  }

  @Test func theTitleOfAViewComesBeforeTheFinding() throws {
    #expect(try Samples.thaw("2025-05-26", View(Samples.pair.focus, title: "A thaw")).title == "A thaw")
  }

  @Test func aChangeOfPhaseIsTheHeadlineOfADiff() throws {
    #expect(
      try headline("2025-02-01", "2025-05-26") == "Pakistan and Afghanistan: from strained (inferred) to thawing")
    #expect(try headline("2025-04-30", "2025-05-26") == "Pakistan and Afghanistan: thawing since March 2025")
  }

  private func headline(_ from: String, _ to: String) throws -> String {
    let graph = try Samples.example()
    let sides = [from, to].map { graph.snapshot(at: Moment(on: Day($0)!)) }
    return Content(GraphDiff(from: sides[0], to: sides[1]), of: Samples.pair).title
  }

  @Test(arguments: [
    ("no love lost", nil, "Arvane and Belmar: no love lost since April 2014"),
    ("at a low that neither side can remember, in words that fill a line", nil, "Arvane and Belmar"),
    ("calm: for now", nil, "Arvane and Belmar"), ("calm", "2014-04~/..", "Arvane and Belmar: calm"),
    ("calm", "2015/..", "Arvane and Belmar: perhaps already calm"),
    ("calm", "2014-04/2015", "Arvane and Belmar: perhaps still calm"),
    ("calm", "2015/2015", "Arvane and Belmar: perhaps calm"),
  ])
  func aWordingThatDoesNotReadWellIsLeftToTheCard(reads: String, during: String?, headline: String) {
    let content = Content(GraphDiff(graph(reads, during ?? "2014-04-03/..").snapshot(at: moment)), of: pair)
    #expect(content.title == headline)
  }

  private let moment = Moment(on: Day("2015-06-01")!)
  private let pair = View(.between("a", "b"))

  @Test(arguments: [
    ([Citation(of: "h", speaker: "b")], nil, "calm, according to Belmar"),
    ([Citation(of: "h", speaker: "a former envoy of the harbour masters' league")], nil, "reportedly calm"),
    ([Citation(of: "h"), Citation(of: "h", speaker: "b", stance: .denies)], nil, "calm (denied by Belmar)"),
    ([Citation(of: "h"), Citation(of: "h", stance: .denies)], nil, "calm (contested)"),
    (
      [Citation(of: "h", speaker: "a"), Citation(of: "h", speaker: "b", stance: .denies)], nil,
      "calm, according to Arvane (contested)"
    ),
    ([Citation(of: "h", speaker: "b", stance: .denies)], nil, nil),
    ([Citation(of: "h")], Basis.attributed, "reportedly calm"), ([Citation(of: "h")], .inferred, "calm (inferred)"),
    ([Citation(of: "h")], nil, "calm since April 2014"),
  ])
  func aHeadlineSaysNoMoreThanTheClaim(citations: [Citation], basis: Basis?, finding: String?) {
    let herald = Source("h", title: "Herald")
    let graph = graph("calm", "2014-04/..", sources: [herald], Evidence(citations, basis: basis))
    let content = Content(GraphDiff(graph.snapshot(at: moment)), of: pair)
    #expect(content.title == "Arvane and Belmar" + (finding.map { ": \($0)" } ?? ""))
  }

  @Test func whatIsUncertainAndAttributedIsBoth() {
    let graph = graph(
      "calm", "2015/..", sources: [Source("h", title: "Herald")], Evidence([Citation(of: "h", speaker: "b")]))
    func title(_ lexicon: Lexicon) -> String {
      Content(GraphDiff(graph.snapshot(at: moment)), of: pair, options: ContentOptions(lexicon: lexicon)).title
    }
    #expect(title(.english) == "Arvane and Belmar: perhaps already calm, according to Belmar")
    #expect(title(.german) == "Arvane und Belmar: vielleicht schon calm, laut Belmar")
  }

  private func graph(
    _ reads: String, _ during: String, sources: [Source] = [], _ own: Evidence? = nil
  ) -> KnowledgeGraph {
    var dossier = Dossier(title: "A and B")
    dossier.entities = [("a", "Arvane"), ("b", "Belmar"), ("c", "Cass"), ("d", "Dorne")].map {
      Located(Entity(Entity.ID($0.0), .state, name: $0.1))
    }
    dossier.sources = sources.map { Located($0) }
    let evidence = own ?? Evidence(sources.map { Citation(of: $0.id) })
    dossier.relations = [
      Located(
        Relation(
          "r", "ties", between: "a", "b",
          phases: [Phase("r/1", reads: reads, tone: Tone(3), during: Interval(during)!, evidence: evidence)]))
    ]
    for (id, other, tone) in [("s", "c", -5.0), ("t", "d", -3)] {
      dossier.relations.append(
        Located(
          Relation(
            Relation.ID(id), "ties", between: "a", Entity.ID(other),
            phases: [Phase(Phase.ID("\(id)/1"), reads: "cold", tone: Tone(tone), during: Interval("2010/..")!)])))
    }
    return KnowledgeGraph.linking([dossier]).value
  }

  @Test func theTiesOfOnePartyAreCounted() {
    let graph = graph("warm", "2014-04-03/..")
    func title(_ view: View) -> String { Content(GraphDiff(graph.snapshot(at: moment)), of: view).title }
    #expect(title(View(.around("a", hops: 1))) == "Arvane: hostile ties with 2 of 3 parties")
    #expect(title(View(.around("b", hops: 1))) == "Belmar")
    #expect(
      title(View(.around("a", hops: 1), filter: Filter(without: ["b"]))) == "Arvane: hostile ties with all 2 parties")
  }

  @Test func theSubtitleNamesWhatThePictureRestsOn() throws {
    func subtitle(_ sources: [Source]) -> String {
      Content(GraphDiff(graph("calm", "2014-04/..", sources: sources).snapshot(at: moment)), of: pair).subtitle
    }
    let herald = Source("h", title: "Herald", published: PartialDate("2014-05-02"))
    #expect(subtitle([]) == "As of 1 Jun 2015")
    #expect(subtitle([herald]) == "As of 1 Jun 2015 · one source of 2 May 2014")
    #expect(subtitle([Source("h", title: "Herald")]) == "As of 1 Jun 2015 · one source")
    #expect(
      subtitle([herald, Source("t", title: "Times", published: PartialDate("1999"))])
        == "As of 1 Jun 2015 · 2 sources, 1999–2014")
    #expect(subtitle([Source("h", title: "H"), Source("t", title: "T")]) == "As of 1 Jun 2015 · 2 sources")
  }

  @Test func theSubtitleNamesTheKindOfSources() throws {
    func basis(_ kinds: [Source.Kind?], _ lexicon: Lexicon = .english) -> String {
      let sources = kinds.enumerated().map {
        Source(Source.ID("s\($0)"), title: "T", kind: $1, published: PartialDate("201\($0)"))
      }
      return Subtitle(lexicon).basis(sources) ?? ""
    }
    #expect(basis([.press]) == "one press report of 2010")
    #expect(basis([.press, .press, .press]) == "3 press reports, 2010–2012")
    #expect(basis([.press, .treaty, nil]) == "3 sources, 2010–2012" && basis([nil]) == "one source of 2010")
    #expect(
      basis([.treaty], .german) == "ein Vertrag, 2010" && basis([.press, .press], .french).hasPrefix("2 articles"))
    #expect(basis(Array(repeating: .press, count: 5), .russian).hasPrefix("5 сообщений прессы"))
    #expect(basis([.statement, .statement], .arabic).hasPrefix("بيانان"))
  }

  @Test func aCaptionLeavesTheSourcesToThePicture() throws {
    let content = try Samples.thaw()
    #expect(content.subtitle == "As of 26 May 2025 · one press report of 26 May 2025")
    #expect(content.caption == "Pakistan and Afghanistan: thawing since March 2025. As of 26 May 2025.")
  }

  @Test(arguments: Lexicon.all) func everyKindOfSourceHasWordsOfItsOwn(lexicon: Lexicon) {
    let words = ([nil] + Source.Kind.allCases).map { lexicon.phrase(Phrase($0), count: 3) }
    #expect(Set(words).count == words.count)
  }

  @Test func oneSourceIsNamedOnceWithoutANumber() throws {
    let content = try Samples.thaw()
    #expect(content.cards.flatMap(\.rows).allSatisfy(\.sources.isEmpty) && !content.alternative.contains("[1]"))
    #expect(content.figures.flatMap(\.lines).allSatisfy { !$0.contains("[") })
    #expect(content.notes.line(1).hasPrefix("Source: Pak-Afghan ties see thaw"))
  }

  @Test func notesThatATextSharesKeepTheirNumbers() throws {
    let graph = try Samples.example()
    let notes = Footnotes(citing: graph.events.values.map(\.evidence), in: graph)
    let content = Content(
      GraphDiff(graph.snapshot(at: Moment(on: Day("2025-05-26")!))), of: Samples.pair, notes: notes)
    #expect(content.cards.flatMap(\.rows).contains { $0.sources == [1] })
  }

  @Test func abbreviationsAreSpelledOutOnTheirFigures() throws {
    let figures = try Samples.thaw().figures
    #expect(figures.contains { $0.name == "Tehreek-e-Taliban Pakistan (TTP)" })
    #expect(figures.contains { $0.name == "China" })
  }
}
