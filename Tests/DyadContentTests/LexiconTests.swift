import DyadContent
import DyadCore
import DyadTestSupport
import Foundation
import Testing

@Suite struct LexiconTests {
  @Test(arguments: Lexicon.all)
  func everyLanguageHasEveryPhrase(lexicon: Lexicon) {
    for phrase in Phrase.allCases { #expect(!lexicon.phrase(phrase, "1", "2", "3").isEmpty, "\(phrase)") }
  }

  @Test(arguments: Lexicon.all)
  func everyTranslationSaysWhatThePhraseTakes(lexicon: Lexicon) {
    func parts(_ lexicon: Lexicon, _ phrase: Phrase) -> Set<String> {
      let words = lexicon.phrase(phrase, "⟨1⟩", "⟨2⟩", "⟨3⟩")
      return Set(words.matches(of: /⟨[1-3]⟩/).map { String($0.output) })
    }
    for phrase in Phrase.allCases { #expect(parts(lexicon, phrase) == parts(.english, phrase), "\(phrase)") }
  }

  @Test func aLanguageIsFoundByItsTag() {
    #expect(Lexicon.named("ur-PK") == .urdu)
    #expect(Lexicon.named("FR") == .french)
    #expect(Lexicon.named("tlh") == nil)
  }

  @Test func namesComeInTheLanguageWhereTheDossierHasThem() throws {
    let content = try Samples.thaw(options: ContentOptions(lexicon: .urdu))
    #expect(content.title.hasPrefix("پاکستان اور افغانستان: "))
    #expect(content.subtitle == "بتاریخ 26 مئی، 2025 · ایک اخباری رپورٹ، 26 مئی، 2025")
  }

  @Test func namesMayComeInALanguageThatHasNoTable() throws {
    #expect(
      try Samples.thaw(options: ContentOptions(lexicon: Lexicon.english.naming(in: "fa"))).title
        == "پاکستان and افغانستان: thawing since March 2025")
  }

  @Test func aPlaceInANameIsNotFilledAgain() {
    #expect(Lexicon.english.phrase(.pair, "{2}", "Belmar {1}") == "{2} and Belmar {1}")
  }
}
