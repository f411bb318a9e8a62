import DyadContent
import DyadCore
import Testing

@Suite struct DateWordsTests {
  @Test(arguments: [
    ("2025-04-19", "19 Apr 2025"), ("2025-04", "Apr 2025"), ("2025~", "about 2025"), ("2025-04?", "Apr 2025?"),
    ("2021-08/..", "since Aug 2021"), ("2021-08/", "since Aug 2021, end unknown"), ("../2014", "until 2014"),
    ("/2014", "until 2014"), ("2025-03/2025-05", "Mar – May 2025"), ("2025-04-26/2025-05-26", "26 Apr – 26 May 2025"),
    ("2025-04-19/2025-04-26", "19–26 Apr 2025"), ("2024-03/2025-05", "Mar 2024 – May 2025"),
    ("2024/2025-05", "2024 – May 2025"), ("[..2025-04-19]/..", "by 19 Apr 2025"), ("../..", "always"),
    ("2021/[2025-05..]", "since 2021 until May 2025 or later"), ("/", "at an unknown date"),
    ("/..", "since an unknown date"), ("[2021-08..2025-02]/..", "by Feb 2025"),
    ("[2021-08..2025-02]/[2021-08..2025-02]", "by Feb 2025"),
    ("[2021-08..2025-02]/2025-03", "by Feb 2025 until Mar 2025"),
  ])
  func anIntervalReadsAsAPersonWouldSayIt(text: String, words: String) {
    #expect(DateWords.english.words(Interval(text)!) == words)
  }

  @Test(arguments: [("2025-03", "Mar 2025"), ("/2025-03", "by Mar 2025"), ("2025-03/", "after Mar 2025")])
  func anEventReadsAsAPersonWouldSayIt(text: String, words: String) {
    #expect(DateWords.english.happened(Interval(text)!) == words)
  }

  @Test func aMonthAndAYearAreSaidAsSuch() {
    #expect(DateWords.english.words(PartialDate("2025-03")!.days) == "Mar 2025")
    #expect(DateWords.english.words(PartialDate("2025")!.days) == "2025")
    #expect(DateWords.english.words(Day("2025-03-01")!...Day("2025-04-30")!) == "1 Mar – 30 Apr 2025")
  }
}
