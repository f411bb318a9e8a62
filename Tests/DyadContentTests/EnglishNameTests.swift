import DyadContent
import DyadCore
import Testing

@Suite struct EnglishNameTests {
  @Test(arguments: [
    ("United States", Entity.Kind.state, "the United States", false), ("Pakistan", .state, "Pakistan", false),
    ("Republic of Arvane", .state, "the Republic of Arvane", false), ("UAE", .state, "the UAE", false),
    ("Netherlands", .state, "the Netherlands", false), ("The Gambia", .state, "the Gambia", false),
    ("Afghan Taliban", .group, "the Afghan Taliban", true), ("TTP", .group, "the TTP", false),
    ("al-Shabaab", .group, "al-Shabaab", false), ("Fatah", .group, "Fatah", false),
    ("Ginbot 7", .group, "Ginbot 7", false), ("Islamic Jihad", .group, "Islamic Jihad", false),
    ("Houthis", .group, "the Houthis", true), ("Recruiters", .group, "recruiters", true),
    ("Other militants", .group, "other militants", true), ("Gulf states", .group, "Gulf states", true),
    ("NATO", .organization, "NATO", false), ("African Union", .organization, "the African Union", false),
    ("UN Security Council", .organization, "the UN Security Council", false),
    ("Security Council of the United Nations", .organization, "the Security Council of the United Nations", false),
    ("Pakistani officials", .organization, "Pakistani officials", true),
    ("Diplomatic insiders", .organization, "diplomatic insiders", true),
    ("Ethiopian army", .organization, "the Ethiopian army", false),
    ("Boundary commission", .organization, "the boundary commission", false),
    ("Ethiopian Airlines", .organization, "Ethiopian Airlines", false),
    ("Azerbaijan's Ministry of Defence", .organization, "Azerbaijan's Ministry of Defence", false),
    ("King Salman", .official, "King Salman", false), ("Lachin Corridor", .place, "the Lachin Corridor", false),
  ]) func aNameHasItsArticleAndItsNumber(name: String, kind: Entity.Kind, text: String, isPlural: Bool) {
    let english = EnglishName(name, kind)
    #expect(english.text == text)
    #expect(english.isPlural == isPlural)
  }

  @Test func textsOfTheDossierDecideWhereNoRuleDoes() {
    #expect(EnglishName("Sublime Porte", .organization).text == "Sublime Porte")
    #expect(EnglishName("Sublime Porte", .organization, usage: { _ in true }).text == "the Sublime Porte")
  }

  @Test func namesArePossessiveAndListed() {
    let names = [EnglishName("United States", .state), EnglishName("Egypt", .state), EnglishName("PLO", .group)]
    #expect(names[0].possessive == "the United States'" && names[1].possessive == "Egypt's")
    #expect(EnglishName.list(names).text == "the United States, Egypt and the PLO" && EnglishName.list(names).isPlural)
    #expect(!EnglishName.list([names[0]]).isPlural)
  }

  @Test(arguments: [
    "an armed group", "a union", "an hour", "a European state", "an EU mission", "a UN mission", "an uneasy truce",
    "a unilateral step", "an uninterrupted quarrel", "a treaty", "an MP", "a one-sided pact", "an 18-month truce",
  ]) func theIndefiniteArticleFollowsTheSound(phrase: String) {
    let noun = phrase.drop { $0 != " " }.dropFirst()
    #expect(EnglishArticle.indefinite(String(noun)) == phrase)
  }
}
