import DyadContent
import DyadCore
import DyadTestSupport
import Foundation
import Testing

import DyadContent

/// Dates, numbers, lists and plurals are those of CLDR.
@Suite struct LocaleTests {
  @Test(.checked(by: .python)) func theTableIsWhatCLDRHas() throws {
    let table = packageRoot.appendingPathComponent("Sources/DyadContent/Words/Locale/Locales.swift").path
    let isCurrent = try Python.run("scripts/make-locales.py", ["--compare", table]) as? Bool
    #expect(isCurrent == true, "write it again with scripts/make-locales.py")
  }

  @Test(arguments: Lexicon.all) func everyPhraseHasAFormForEveryCount(lexicon: Lexicon) {
    let counted = Phrase.allCases.filter { Lexicon.english.phrases[$0]?.contains("|") == true }
    #expect(counted.count > 8)
    for phrase in counted {
      let forms = lexicon.phrases[phrase]?.split(separator: "|") ?? []
      #expect(forms.count == lexicon.forms.plurals.count, "\(lexicon.language) \(phrase)")
    }
  }

  @Test(arguments: [
    ("en", "19 Apr 2025", "Apr 2025", "April 2025"), ("fr", "19 avr. 2025", "avr. 2025", "avril 2025"),
    ("de", "19. Apr. 2025", "Apr. 2025", "April 2025"), ("es", "19 abr 2025", "abr 2025", "abril de 2025"),
    ("ru", "19 апр. 2025\u{A0}г.", "апр. 2025\u{A0}г.", "апрель 2025\u{A0}г."),
    ("zh", "2025年4月19日", "2025年4月", "2025年4月"), ("fa", "۱۹ آوریل ۲۰۲۵", "آوریل ۲۰۲۵", "آوریل ۲۰۲۵"),
    ("ur", "19 اپریل، 2025", "اپریل 2025", "اپریل 2025"),
  ])
  func aDateReadsAsItsLanguageWritesIt(language: String, day: String, month: String, inFull: String) throws {
    let forms = try #require(LocaleForms.all[language]).dates
    #expect(forms.text(PartialDate("2025-04-19")!) == day)
    #expect(forms.text(PartialDate("2025-04")!) == month)
    #expect(forms.text(PartialDate("2025-04")!, .long) == inFull)
  }

  @Test(arguments: [
    ("en", "19–26 Apr 2025", "26 Apr – 1 May 2025", "Dec 2024 – Jan 2025", "2024–2025"),
    ("de", "19.–26. Apr. 2025", "26. Apr. – 1. Mai 2025", "Dez. 2024 – Jan. 2025", "2024–2025"),
    ("zh", "2025年4月19日至26日", "2025年4月26日至5月1日", "2024年12月至2025年1月", "2024–2025年"),
    ("fa", "۱۹ تا ۲۶ آوریل ۲۰۲۵", "۲۶ آوریل تا ۱ مه ۲۰۲۵", "دسامبر ۲۰۲۴ تا ژانویه ۲۰۲۵", "۲۰۲۴ تا ۲۰۲۵"),
  ])
  func aRangeHasWhatItsEndsShareOnce(language: String, days: String, months: String, years: String, long: String)
    throws
  {
    let forms = try #require(LocaleForms.all[language]).dates
    func text(_ start: String, _ end: String) -> String {
      forms.text(from: PartialDate(start)!, to: PartialDate(end)!)
    }
    #expect(text("2025-04-19", "2025-04-26") == days)
    #expect(text("2025-04-26", "2025-05-01") == months)
    #expect(text("2024-12", "2025-01") == years)
    #expect(text("2024", "2025") == long)
  }

  @Test(arguments: [
    ("en", 1234, "1,234"), ("en", 100_000, "100,000"), ("de", 1_234_567, "1.234.567"), ("es", 1234, "1234"),
    ("es", 12_345, "12.345"), ("fr", 1234, "1\u{A0}234"), ("fa", 1234, "۱٬۲۳۴"), ("en", -5, "−5"), ("en", 999, "999"),
  ])
  func aNumberIsGrouped(language: String, number: Int, text: String) throws {
    #expect(try #require(LocaleForms.all[language]).numbers.text(number) == text)
  }

  @Test(arguments: [
    ("en", "A", "A and B", "A, B and C", "A, B, C and D"), ("zh", "A", "A和B", "A、B和C", "A、B、C和D"),
    ("ar", "A", "A وB", "A وB وC", "A وB وC وD"),
  ])
  func itemsAreJoinedAsInAList(language: String, one: String, two: String, three: String, four: String) throws {
    let lists = try #require(LocaleForms.all[language]).lists
    let joined = (1...4).map { lists.joined(Array(["A", "B", "C", "D"].prefix($0))) }
    #expect(joined == [one, two, three, four])
    #expect(lists.joined([]) == "")
  }

  @Test(arguments: [
    ("ru", [1, 21, 101, 1001], 0), ("ru", [2, 34, 1003], 1), ("ru", [0, 5, 11, 111, 100], 2), ("ar", [0], 0),
    ("ar", [2], 2), ("ar", [3, 103], 3), ("ar", [11, 111], 4), ("ar", [100, 102], 5), ("fr", [0, 1], 0),
    ("fr", [2, 101], 1), ("zh", [0, 1, 2, 100], 0),
  ])
  func aCountTakesItsForm(language: String, counts: [Int], form: Int) throws {
    let plurals = try #require(LocaleForms.all[language]).plurals
    for count in counts { #expect(plurals.index(for: count) == form, "\(count)") }
  }

  @Test func noSignIsDoubledWhereADateMeetsIt() throws {
    let sources = ["2020-05-02", "2025-05-02"].map {
      Source(Source.ID($0), title: "Herald", published: PartialDate($0))
    }
    #expect(Subtitle(.chinese).basis(sources) == "2个来源，2020–2025年")
    let graph = try Samples.graph(
      "events: { a: { on: 2023-12, what: Arvane sails, type: MOBILIZE, actors: [arvane], recipients: [belmar], cite: s } }"
    )
    let content = Content(
      GraphDiff(graph.snapshot(at: Moment(on: Day(2024, 1, 5)!))), of: View(.between("arvane", "belmar")))
    #expect(content.notes.line(1, in: .russian).hasSuffix("Herald. 19 янв. 2024\u{A0}г."))
    #expect(content.notes.line(1, in: .english).hasSuffix("Herald. 19 Jan 2024."))
  }
}
