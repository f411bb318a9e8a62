import DyadCore
import DyadEditing
import DyadFormats
import DyadProposals
import DyadTestSupport
import Foundation
import Testing

/// What the rules find in a sentence, as "TYPE actors→recipients date".
struct ReadSentence: Sendable, CustomTestStringConvertible {
  let text: String
  let found: [String]

  init(_ text: String, _ found: String...) { (self.text, self.found) = (text, found) }

  var testDescription: String { text }
}

@Suite struct RuleProposerTests {
  private static let dossier = """
    states:
      chile: { name: Chile, iso3: CHL }
      peru: { name: Peru, iso3: PER }
      bolivia: { name: Bolivia, iso3: BOL }
    groups:
      path: { name: Red Path Movement, short: RPM }
    organizations:
      navy: { name: Navy of Chile, of: chile }
    officials:
      rojas: { name: Ana Rojas, serves: chile }
      quispe: { name: Tomás Quispe, serves: peru }
    """

  private func proposals(_ text: String) throws -> [Proposal] {
    var dossier = try DossierReader.read(text: Self.dossier, file: "d.yaml").get()
    let source = Source(
      "press", title: "Press", published: PartialDate("2021-06-30"), language: "en", text: SourceText(text))
    dossier.sources = [Located(source)]
    let graph = try KnowledgeGraph.linking([dossier]).get()
    return try RuleProposer().proposals(for: ProposalRequest(graph: graph, source: source)).proposals
  }

  private static func words(_ proposal: Proposal) -> String {
    func ids(_ key: String) -> String {
      (proposal.record[key]?.items ?? []).compactMap(\.scalar).joined(separator: "+")
    }
    return
      "\(proposal.record["type"]?.scalar ?? "") \(ids("actors"))→\(ids("recipients")) \(proposal.record["on"]?.scalar ?? "")"
  }

  @Test(arguments: [
    ReadSentence("Ana Rojas visited Lima on 3 May 2021.", "CONSULT rojas→peru 2021-05-03"),
    ReadSentence("Chile attacked Peru in March 2020.", "ASSAULT chile→peru 2020-03"),
    ReadSentence("Peru was attacked by Chile in March 2020.", "ASSAULT chile→peru 2020-03"),
    ReadSentence("On 3 May 2021 Rojas and Quispe signed a treaty.", "AGREE rojas+quispe→quispe+rojas 2021-05-03"),
    ReadSentence("In 2020 Peru imposed sanctions on Chile.", "SANCTION peru→chile 2020"),
    ReadSentence("In 2020 Peru accused Chile of spying.", "ACCUSE peru→chile 2020"),
    ReadSentence("Chile's attack on Peru in 2020 was brief.", "ASSAULT chile→peru 2020"),
    ReadSentence("Talks between Chile and Bolivia failed in 2019.", "CONSULT chile+bolivia→bolivia+chile 2019"),
    ReadSentence("In 2018 the Chilean navy seized Peruvian trawlers.", "COERCE chile→peru 2018"),
    ReadSentence("In 2018 the Red Path Movement bombed Lima.", "ASSAULT path→peru 2018"),
    ReadSentence(
      "In 2018 Peru withdrew from Bolivia and condemned Chile.", "RETREAT peru→bolivia 2018", "ACCUSE peru→chile 2018"),
    ReadSentence("In 2018 Peru urged Chile to withdraw.", "REQUEST peru→chile 2018"),
    ReadSentence("In 2018 Peru rejected the ruling.", "REJECT peru→ 2018"),
    ReadSentence("In 2018 Peru threatened Chile.", "THREATEN peru→chile 2018"),
    ReadSentence("In 2018 Peru gave aid to Bolivia.", "AID peru→bolivia 2018"),
    ReadSentence("In 2018 Peru deployed troops near Chile.", "MOBILIZE peru→chile 2018"),
    ReadSentence("In 2018 Peru praised Chile.", "SUPPORT peru→chile 2018"),
    ReadSentence("In 2018 Peru reopened the border with Chile.", "COOPERATE peru→chile 2018"),
    ReadSentence("In 2018 Peru lifted the embargo against Chile.", "CONCEDE peru→chile 2018"),
    ReadSentence("In 2018 Peru marched.", "PROTEST peru→ 2018"),
    // Not events that happened.
    ReadSentence("Peru would attack Chile in 2022."), ReadSentence("Chile wants to visit Peru."),
    ReadSentence("The attack was the largest."), ReadSentence("Chile did not attack Peru."),
    ReadSentence("Chile is a neighbour of Peru."),
  ]) func theRulesReadASentence(sentence: ReadSentence) throws {
    let found = try proposals(sentence.text).filter { $0.kind == "event" }
    #expect(found.map(Self.words) == sentence.found)
    for proposal in found {
      #expect(!SourceText(sentence.text).find(proposal.quote).isEmpty)
      #expect((0...1).contains(proposal.score) && !proposal.rule.isEmpty)
    }
  }

  /// A date in a clause is that of its own verb.
  @Test(arguments: [
    ReadSentence("Peru accused Chile of closing the border last month.", "ACCUSE peru→chile /2021-06-30"),
    ReadSentence(
      "On 3 May 2021 Peru accused Chile of closing the border in April 2021.", "ACCUSE peru→chile 2021-05-03"),
    ReadSentence("Peru praised Chile for repeatedly releasing sailors in 2019.", "SUPPORT peru→chile /2021-06-30"),
    ReadSentence("Peru condemned Chile after it had attacked Bolivia in 2018.", "ACCUSE peru→chile /2021-06-30"),
    ReadSentence("After Peru had attacked Chile in 2018, Bolivia condemned Peru.", "ACCUSE bolivia→peru /2021-06-30"),
    ReadSentence(
      "Peru condemned the Red Path Movement, which bombed Lima in 2018.", "ACCUSE peru→path /2021-06-30",
      "ASSAULT path→peru 2018"),
    ReadSentence("Peru urged Chile to withdraw in 2022.", "REQUEST peru→chile /2021-06-30"),
    // Dates of the main verb.
    ReadSentence("In April 2021 Peru accused Chile of closing the border.", "ACCUSE peru→chile 2021-04"),
    ReadSentence("Peru accused Chile in April 2021 of closing the border.", "ACCUSE peru→chile 2021-04"),
    ReadSentence("Peru praised Chile for its help in 2019.", "SUPPORT peru→chile 2019"),
    ReadSentence("Peru condemned Chile after talks in May 2021.", "ACCUSE peru→chile 2021-05"),
    ReadSentence("Rojas visited Lima to sign a treaty in May 2021.", "CONSULT rojas→peru 2021-05"),
    ReadSentence("Rojas visited Lima when it was quiet in 2018.", "CONSULT rojas→peru 2018"),
    ReadSentence("That changed in March 2021 when, to her delight, Rojas visited Lima.", "CONSULT rojas→peru 2021-03"),
  ]) func aDateGoesWithTheVerbOfItsClause(sentence: ReadSentence) throws {
    let found = try proposals(sentence.text).filter { $0.kind == "event" }
    #expect(found.map(Self.words) == sentence.found)
  }

  @Test func everyTypeHasVerbs() {
    #expect(Set(RuleProposer.verbs.map(\.type)) == Set(EventType.allCases))
  }

  @Test func aDenialIsADenialOfItsSpeaker() throws {
    let found = try proposals("Rojas denied that Chile attacked Peru in 2020.").filter { $0.kind == "event" }
    #expect(found.map(\.speaker) == ["rojas"] && found.map(\.stance) == [.denies])
    let said = try proposals("Quispe said that Chile attacked Peru in 2020.").filter { $0.kind == "event" }
    #expect(said.map(\.speaker) == ["quispe"] && said.map(\.stance) == [.asserts])
  }

  @Test(arguments: [
    ("Foreign Minister Ana Rojas spoke.", "rojas chile/foreign-minister"),
    ("Ana Rojas, Prime Minister of Chile, spoke.", "rojas chile/prime-minister"),
    ("Peru's interim president since 2020, Tomás Quispe, spoke.", "quispe peru/interim-president"),
    ("Bolivian Defence Minister Eva Luna spoke.", "eva-luna bolivia/defence-minister"),
  ]) func anOfficeIsFoundWithItsHolder(text: String, expected: String) throws {
    let found = try proposals(text).filter { $0.kind == "holding" }
    #expect(found.map { "\($0.record["official"]?.scalar ?? "") \($0.record["office"]?.scalar ?? "")" } == [expected])
  }

  @Test func aStateThatTheDossierLacksIsProposedToo() throws {
    let found = try proposals("In 2018 Brazil praised Chile.")
    #expect(found.flatMap(\.requires).map(\.kind) == ["state"])
    #expect(found.flatMap(\.requires).first?.record["iso3"]?.scalar == "BRA")
  }

  @Test func somebodyWhomTheTextIntroducesActsInItsEvents() throws {
    let found = try proposals("Bolivian Defence Minister Eva Luna spoke. In 2018 Luna visited Lima.")
    let visit = try #require(found.first { $0.kind == "event" })
    #expect(Self.words(visit) == "CONSULT eva-luna→peru 2018")
    #expect(visit.requires.map(\.kind) == ["official"])
  }

  @Test func theHeadlineIsTheClauseOfTheVerb() throws {
    let found = try proposals(
      "In 2018 Peru withdrew from Bolivia, and Chile condemned it. Rojas visited Lima and praised Peru.")
    #expect(
      found.filter { $0.kind == "event" }.compactMap { $0.record["what"]?.scalar } == [
        "Peru withdrew from Bolivia", "Chile condemned it", "Rojas visited Lima", "Ana Rojas praised Peru",
      ])
  }

  @Test func aTextInAnotherLanguageGivesNothing() throws {
    let source = Source("x", title: "X", language: "es", text: SourceText("Chile attacked Peru."))
    var dossier = try DossierReader.read(text: Self.dossier, file: "d.yaml").get()
    dossier.sources = [Located(source)]
    let graph = try KnowledgeGraph.linking([dossier]).get()
    #expect(try RuleProposer().proposals(for: ProposalRequest(graph: graph, source: source)).proposals.isEmpty)
  }

  /// Proposals are true to the text and to the dossier, whatever the text.
  @Test(arguments: ["pakistan-afghanistan", "ethiopia-eritrea"])
  func everyDraftOfAnExampleIsValid(example: String) throws {
    try inTemporaryFolder { folder in
      let copy = folder.appendingPathComponent("examples/\(example)")
      try FileManager.default.createDirectory(at: copy.deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileManager.default.copyItem(at: packageRoot.appendingPathComponent("examples/\(example)"), to: copy)
      try FileManager.default.copyItem(
        at: packageRoot.appendingPathComponent("seeds"), to: folder.appendingPathComponent("seeds"))
      try FileManager.default.createDirectory(
        at: folder.appendingPathComponent(".git"), withIntermediateDirectories: true)
      var editor = try DossierEditor(reading: copy.path)
      let report = try Drafts.propose(in: &editor, with: RuleProposer())
      #expect(!report.added.isEmpty)
      // Offices that the dossier has are not proposed, whatever their ids.
      #expect(!report.added.contains { $0.proposal.kind == "holding" && example == "ethiopia-eritrea" })
      try editor.save()
      let dossiers = try DossierReader.read(copy.path).get()
      #expect(KnowledgeGraph.draftFindings(in: dossiers).filter { $0.code != .unheldDate } == [])
      // What is a draft is not proposed again, and accepting all of it is valid.
      var again = try DossierEditor(reading: copy.path)
      #expect(try Drafts.propose(in: &again, with: RuleProposer()).added.map(\.id) == [])
      _ = try again.accept(again.drafts.map(\.id))
      try again.check()
      #expect(again.drafts.isEmpty)
    }
  }
}
