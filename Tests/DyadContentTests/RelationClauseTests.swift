import DyadContent
import DyadCore
import Testing

@Suite struct RelationClauseTests {
  private static let taliban = EnglishName("Afghan Taliban", .group)
  private static let pakistan = EnglishName("Pakistan", .state)

  private static func clause(
    _ kind: RelationKind, _ reads: String?, from: EnglishName = pakistan, to: EnglishName = taliban,
    _ tense: EnglishClause.Tense = .perfect
  ) -> String {
    RelationClause(kind: kind, from: from, to: to, reads: reads).clause.text(tense)
  }

  @Test(arguments: [
    ("strained", "relations between Pakistan and the Afghan Taliban have been strained"),
    ("formally at war", "Pakistan and the Afghan Taliban have been formally at war"),
    ("a cold peace", "there has been a cold peace between Pakistan and the Afghan Taliban"),
    ("truce, then treaty", "there has been a truce, then a treaty between Pakistan and the Afghan Taliban"),
    ("quarrel over the ferry", "there has been a quarrel between Pakistan and the Afghan Taliban over the ferry"),
    ("neither war nor peace", "there has been neither war nor peace between Pakistan and the Afghan Taliban"),
    ("negotiating warily", "Pakistan and the Afghan Taliban have been negotiating warily"),
    ("negotiate warily", "Pakistan and the Afghan Taliban have negotiated warily"),
    ("thawing", "relations between Pakistan and the Afghan Taliban have been thawing"),
    ("allies", "Pakistan and the Afghan Taliban have been allies"),
    ("without ambassadors", "Pakistan and the Afghan Taliban have been without ambassadors"),
    ("北京", "relations between Pakistan and the Afghan Taliban have been best described as “北京”"),
  ]) func aPhaseOfTiesIsSetIntoASentenceByItsKind(reads: String, text: String) throws {
    let ties = try #require(RelationKind.builtIn["ties"])
    #expect(Self.clause(ties, reads) == text)
  }

  @Test(arguments: [
    ("support", "aid", "Pakistan has supported the Afghan Taliban with aid"),
    ("support", "suspended", "Pakistan's support for the Afghan Taliban has been suspended"),
    ("support", "with money", "Pakistan has supported the Afghan Taliban with money"),
    (
      "support", "payments go on for a while",
      "Pakistan has supported the Afghan Taliban, with payments going on for a while"
    ),
    ("support", "money and troops", "Pakistan has supported the Afghan Taliban with money and troops"),
    ("pressure", "urged, largely in vain", "the Afghan Taliban have been urged by Pakistan, largely in vain"),
    ("pressure", "arms embargo", "Pakistan has put pressure on the Afghan Taliban with an arms embargo"),
    (
      "hostility", "rejects the agreements", "Pakistan has been hostile to the Afghan Taliban, rejecting the agreements"
    ),
    ("hostility", "banned", "the Afghan Taliban have been banned by Pakistan"),
    ("shelter", "gives a home", "Pakistan has sheltered the Afghan Taliban, giving them a home"),
    (
      "mediation", "discreet but influential",
      "Pakistan's mediation with the Afghan Taliban has been discreet but influential"
    ),
    ("alliance", "of convenience", "Pakistan and the Afghan Taliban have been allies of convenience"),
    ("operates-from", "continued presence", "Pakistan has had a continued presence in the Afghan Taliban"),
    (
      "trade", "bank guarantees waived",
      "Pakistan and the Afghan Taliban have traded with each other, with bank guarantees waived"
    ),
    ("governs", "governs", "Pakistan has governed the Afghan Taliban"),
    ("war", nil, "Pakistan and the Afghan Taliban have been at war"),
  ]) func eachKindHasItsOwnSentence(kind: RelationKind.ID, reads: String?, text: String) throws {
    #expect(Self.clause(try #require(RelationKind.builtIn[kind]), reads) == text)
  }

  @Test func everyTenseAgreesWithItsSubject() throws {
    let shelter = try #require(RelationKind.builtIn["shelter"])
    let expected: [(EnglishClause.Tense, String)] = [
      (.present, "the Afghan Taliban shelter Pakistan"), (.perfect, "the Afghan Taliban have sheltered Pakistan"),
      (.past, "the Afghan Taliban sheltered Pakistan"), (.pastPerfect, "the Afghan Taliban had sheltered Pakistan"),
      (.possible, "the Afghan Taliban may already have sheltered Pakistan"),
    ]
    for (tense, text) in expected {
      #expect(Self.clause(shelter, nil, from: Self.taliban, to: Self.pakistan, tense) == text)
    }
  }

  @Test func kindsOfADossierAreNounPhrasesOrBeginWithAParty() {
    let attacks = RelationKind("militancy", "attacks of {from} on {to}", isDirected: true)
    #expect(Self.clause(attacks, "growing") == "attacks by Pakistan on the Afghan Taliban have been growing")
    #expect(Self.clause(attacks, nil) == "there have been attacks by Pakistan on the Afghan Taliban")
    let crackdown = RelationKind("crackdown", "{from} against {to}", isDirected: true)
    #expect(Self.clause(crackdown, "crackdown") == "Pakistan has acted against the Afghan Taliban, with a crackdown")
    let member = RelationKind("member", "membership of {from} in {to}", isDirected: true)
    #expect(Self.clause(member, "observer") == "Pakistan has been an observer of the Afghan Taliban")
    let talks = RelationKind("talks", "talks of {from} and {to}")
    #expect(
      Self.clause(talks, "secret at first") == "talks between Pakistan and the Afghan Taliban have been secret at first"
    )
  }

  @Test func viewsAppealsAndRemarksReadAsSentences() throws {
    let view = RelationKind("view", "{from} on {to}", isDirected: true)
    #expect(
      Self.clause(view, "taking its concerns seriously")
        == "Pakistan has regarded the Afghan Taliban as taking its concerns seriously")
    #expect(
      Self.clause(view, "credibility significantly bolstered")
        == "Pakistan has regarded the Afghan Taliban's credibility as significantly bolstered")
    let appeals = RelationKind("appeals", "appeals of {from} to {to}", isDirected: true)
    #expect(
      Self.clause(appeals, "largely unanswered")
        == "appeals by Pakistan to the Afghan Taliban have been largely unanswered")
    let crackdown = RelationKind("crackdown", "crackdown of {from} on {to}", isDirected: true)
    #expect(
      Self.clause(crackdown, "arrests of recruiters")
        == "there has been a crackdown by Pakistan on the Afghan Taliban, with arrests of recruiters")
    let tensions = RelationKind("tensions", "tensions between {from} and {to}")
    #expect(
      Self.clause(tensions, "escalating friction, at its worst")
        == "there have been tensions between Pakistan and the Afghan Taliban, with escalating friction at its worst")
    let presence = try #require(RelationKind.builtIn["operates-from"])
    #expect(
      Self.clause(presence, "banned; a major source of discord")
        == "Pakistan has operated from the Afghan Taliban, banned and a major source of discord")
    let offices = try #require(RelationKind.builtIn["good-offices"])
    #expect(Self.clause(offices, nil) == "Pakistan has lent its good offices to the Afghan Taliban")
  }

  @Test func aWordingThatOnlyReportsIsLeftToTheDenial() throws {
    let support = try #require(RelationKind.builtIn["support"])
    let clause = RelationClause(
      kind: support, from: Self.pakistan, to: Self.taliban, reads: "charged, and denied", isReported: true)
    #expect(clause.clause.text(.past) == "Pakistan supported the Afghan Taliban")
  }
}
