import DyadCore
import DyadEvents
import Testing

@Suite struct CodeBookTests {
  @Test func everyCodeHasALabelTwoScoresAndTwoClasses() throws {
    #expect(CAMEO.all.count == 312)
    for code in CAMEO.all.values {
      #expect(!code.label.isEmpty && code.quad(by: .gdelt) != nil && code.quad(by: .icews) != nil, "\(code.code)")
      let scores = [code.tenths(on: .goldsteinGDELT), code.tenths(on: .goldsteinICEWS)].compactMap(\.self)
      #expect(scores.allSatisfy { abs($0) <= 100 } && scores.count == (code.code == "1213" ? 1 : 2), "\(code.code)")
    }
  }

  @Test func theScalesDifferInFourCodes() {
    let different = CAMEO.all.values.filter {
      guard let one = $0.tenths(on: .goldsteinGDELT), let other = $0.tenths(on: .goldsteinICEWS) else { return false }
      return one != other
    }
    #expect(Set(different.map(\.code)) == ["016", "022", "164", "165"])
  }

  @Test func theRulesDifferInTheRoots9And14() {
    let different = CAMEO.all.values.filter { $0.quad(by: .gdelt) != $0.quad(by: .icews) }
    #expect(Set(different.map(\.root)) == [9, 14])
  }

  /// PLOVER drops statements and appeals.
  @Test func aTypeIsNeverInvented() {
    for code in CAMEO.all.values where code.code.count > 2 {
      #expect((code.type == nil) == (code.root <= 2), "\(code.code)")
    }
  }

  @Test func theClassOfATypeIsThatOfPLOVER() {
    let classes = Dictionary(grouping: EventType.allCases, by: \.quad).mapValues(\.count)
    #expect(classes == [.verbalCooperation: 4, .materialCooperation: 3, .verbalConflict: 4, .materialConflict: 5])
    #expect(EventType.cooperate.tenths == 95 && EventType.threaten.tenths == -35)
  }

  @Test func actorCodesAreOfFourSorts() {
    #expect(ActorCode.all["TAL"]?.label == "Taliban" && ActorCode.all["EUR"]?.sort == .region)
    #expect(ActorCode.all["UNO"]?.sort == .organization && ActorCode.sectors["MIL"]?.label == "Military")
  }

  @Test func everyDataSetHasItsTermsAndItsCitation() {
    for set in EventDataSet.all { #expect(!set.terms.isEmpty && !set.citation.isEmpty && !set.title.isEmpty) }
    #expect(Set(EventDataSet.all.map(\.id)).count == EventDataSet.all.count)
    #expect(EventDataSet.named("gdelt2")?.quadRule == .file && EventDataSet.named("nothing") == nil)
  }
}
