import DyadCore
import DyadProposals
import DyadTestSupport
import Testing

/// One text with its date of publication and the dates that are found in it.
struct DatedText: Sendable, CustomTestStringConvertible {
  let text: String
  let published: String
  let dates: [String]

  init(_ text: String, _ dates: String..., published: String = "2025-05-26") {
    (self.text, self.published, self.dates) = (text, published, dates)
  }

  var testDescription: String { text }
}

/// 26 May 2025 is a Monday.
@Suite struct PassageDatesTests {
  @Test(arguments: [
    // As written.
    DatedText("Dar arrived on 19 April 2025.", "2025-04-19"),
    DatedText("He came on April 19, 2024, and left.", "2024-04-19"),
    DatedText("the 19th of April 2024", "2024-04-19"),
    DatedText("on Sept. 3, 2023", "2023-09-03"),
    DatedText("signed 2023-09-03 in Kabul", "2023-09-03"),
    DatedText("signed 23/09/2023 and 09/23/2023", "2023-09-23", "2023-09-23"),
    DatedText("signed 03.09.2023", "2023-09-03"),
    DatedText("It opened in August 2021 and shut in 2022.", "2021-08", "2022"),
    DatedText("the crisis of 2012", "2012"),
    DatedText("in the 1990s, in the early 1980s", "1990/1999", "1980/1983"),
    DatedText("about 2006", "2006~"),
    // Without a year.
    DatedText("Dar visited Kabul on 19 April.", "2025-04-19"),
    DatedText("a visit on 19 December", "2024-12-19"),
    DatedText("April 19 was a Saturday", "2025-04-19"),
    DatedText("That changed in March when he came.", "2025-03"),
    DatedText("talks in November", "2024-11"),
    DatedText("He resigned in February 2018, and Abiy took office on 2 April.", "2018-02", "2018-04-02"),
    DatedText("It fell in December 2019. On 3 January he left.", "2019-12", "2020-01-03"),
    DatedText("In June 2018 they met; earlier, on 3 May, they had not.", "2018-06", "2018-05-03"),
    DatedText("since August 2021\nA visit on 19 April", "2021-08/..", "2025-04-19"),
    DatedText(
      "It fell in January 2020. Last week he left. In March it rose.", "2020-01", "2025-05-19/2025-05-25", "2025-03"),
    // Parts.
    DatedText("early 2024", "2024-01/2024-04"),
    DatedText("in mid-2019", "2019-05/2019-08"),
    DatedText("late in 2020", "2020-09/2020-12"),
    DatedText("the end of 2018", "2018-12"),
    DatedText("at the beginning of March 2022", "2022-03-01/2022-03-10"),
    DatedText("late February 2023", "2023-02-21/2023-02-28"),
    DatedText("in the first half of 2020", "2020-01/2020-06"),
    DatedText("in the spring of 2025", "2025-03/2025-05"),
    // Bounds and pairs.
    DatedText("since August 2021", "2021-08/.."),
    DatedText("until 2014", "/2014"),
    DatedText("by April 2019", "/2019-04"),
    DatedText("before March 2020", "/2020-02"),
    DatedText("after 2014", "2014/"),
    DatedText("between March and May", "2025-03/2025-05"),
    DatedText("between November and February", "2024-11/2025-02"),
    DatedText("from May 1998 to June 2000", "1998-05/2000-06"),
    DatedText("from 14 to 16 July 2018", "2018-07-14/2018-07-16"),
    DatedText("14–16 July 2018", "2018-07-14/2018-07-16"),
    DatedText("in 2014–18 and from 2014 to 2018", "2014/2018", "2014/2018"),
    // Relative to publication.
    DatedText("last month", "2025-04"),
    DatedText("this year, next year", "2025", "2026"),
    DatedText("last week", "2025-05-19/2025-05-25"),
    DatedText("earlier this month", "2025-05"),
    DatedText("yesterday and today", "2025-05-25", "2025-05-26"),
    DatedText("on Tuesday", "2025-05-20"),
    DatedText("on Monday, last Monday, next Monday", "2025-05-26", "2025-05-19", "2025-06-02"),
    DatedText("two years ago", "2023"),
    DatedText("three days ago", "2025-05-23"),
    DatedText("six months ago", "2024-11"),
    DatedText("two weeks ago", "2025-05-12~"),
    DatedText("in recent weeks", "2025-03-31/2025-05-26"),
    DatedText("In recent months it had grown", "2024-11/2025-05"),
    DatedText("over the last month", "2025-04-26/2025-05-26"),
    DatedText("in the past three years", "2022/2025"),
    DatedText("last April, last June", "2025-04", "2024-06"),
    DatedText("last summer, last spring, this spring", "2024-06/2024-08", "2024-03/2024-05", "2025-03/2025-05"),
    // Relative to the date before.
    DatedText("On 8 July 2018 he flew, and the next day he signed.", "2018-07-08", "2018-07-09"),
    DatedText("Opened on 11 September 2018. Five days later they signed.", "2018-09-11", "2018-09-16"),
    DatedText("On 5 June 2018 it agreed; a week or so later not.", "2018-06-05", "2018-06-09/2018-06-15"),
    DatedText("On 18 July 2018 they flew, and went home that September.", "2018-07-18", "2018-09"),
    DatedText("It rose in May 2020 and fell the following month.", "2020-05", "2020-06"),
    DatedText("It began in 2001. Three years later it ended.", "2001", "2004"),
  ]) func theWordsOfATextAreDates(text: DatedText) throws {
    let found = PassageDates(in: SourceText(text.text), published: PartialDate(text.published)).all
    #expect(found.map(\.interval.description) == text.dates)
    for date in found {
      #expect(SourceText(text.text).passage(date.range) == date.words)
      #expect(!date.rule.isEmpty)
    }
  }

  @Test(arguments: [
    "the first such visit in three years", "They may march on the capital.", "2000 troops and 300 tanks",
    "the post-9/11 campaign", "some years ago", "March for peace", "a May that was cold", "at 10 in the morning",
    "signed 03/09/2023", "for two years", "the next day", "31 February 2020",
  ]) func wordsThatGiveNoDateAreLeftAlone(text: String) {
    #expect(PassageDates(in: SourceText(text), published: PartialDate("2025-05-26")).all == [])
  }

  @Test func withoutTheDayOfPublicationWeekdaysAreLeftAlone() {
    let text = SourceText("He came on Tuesday, last month.")
    #expect(PassageDates(in: text, published: nil).all == [])
    #expect(PassageDates(in: text, published: PartialDate("2025-05")).all.map(\.interval.description) == ["2025-04"])
  }

  @Test func aRuleSaysFromWhatADateFollows() {
    let dates = PassageDates(
      in: SourceText("It began last month. On 2 May he left."), published: PartialDate("2025-05-26"))
    #expect(
      dates.all.map(\.rule) == [
        "month before publication (26 May 2025)", "2 May 2025, the latest before publication (26 May 2025)",
      ])
  }

  @Test func theNearestDatesOfAPassageComeFirst() {
    let text = "In 2012 nothing. On 3 May 2024 he came to the city and in 2025 he left."
    let dates = PassageDates(in: SourceText(text), published: nil)
    let start = Array(text.unicodeScalars).firstIndex(of: "h")! + 4
    #expect(dates.nearest(to: 30..<48).map(\.interval.description) == ["2024-05-03", "2025", "2012"])
    #expect(dates.nearest(to: start..<start + 2, within: 0).isEmpty)
  }

  /// Every date that is written out is found, and is the date that was written.
  @Test(arguments: 0..<40) func anyDateThatIsWrittenOutIsFound(seed: Int) throws {
    var random = Seeded(seed)
    let day = Day(number: Int32.random(in: -40_000...40_000, using: &random))
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ]
    let forms = [
      "on \(day.dayOfMonth) \(months[day.month - 1]) \(day.year)",
      "\(months[day.month - 1]) \(day.dayOfMonth), \(day.year)",
      "(\(day))", "the \(day.dayOfMonth)th of \(months[day.month - 1]), \(day.year)",
    ]
    for form in forms {
      let found = PassageDates(in: SourceText("Ministers met \(form) again."), published: nil).all
      #expect(found.map(\.interval.description) == [day.description], "\(form)")
    }
  }
}
