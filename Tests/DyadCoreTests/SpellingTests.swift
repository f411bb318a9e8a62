import DyadCore
import Testing

@Suite struct SpellingTests {
  @Test(arguments: [
    ("mediates", "mediation"), ("recognizes", "recognition"), ("hostile", "hostility"), ("allied", "alliance"),
    ("governing", "governs"), ("suport", "support"),
  ])
  func anInflectedKindIsRecognized(word: String, kind: String) {
    #expect(nearestWord(to: word, among: RelationKind.builtIn.keys.map(\.text).sorted()) == kind)
  }

  @Test func aTypeOfEventIsFoundInSmallLettersAndInflected() {
    let types = EventType.allCases.map(\.rawValue)
    #expect(nearestWord(to: "consult", among: types) == "CONSULT")
    #expect(nearestWord(to: "protesting", among: types) == "PROTEST")
    #expect(nearestWord(to: "visit", among: types) == nil)
  }
}
