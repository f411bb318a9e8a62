import DyadCore
import DyadEvents
import DyadTestSupport
import Testing

@Suite struct PeriodTests {
  static let days = (0..<400).map { step in Day(1899, 12, 25)!.advanced(by: step * 139) }

  @Test(arguments: Period.allCases) func everyDayIsInThePeriodOfItsIndex(period: Period) {
    for day in PeriodTests.days {
      let index = period.index(of: day)
      #expect(period.days(at: index).contains(day))
      #expect(period.index(of: period.days(at: index).lowerBound) == index)
      #expect(period.days(at: index).upperBound.advanced(by: 1) == period.days(at: index + 1).lowerBound)
    }
  }

  @Test(arguments: Period.allCases) func aNameIsReadAsItsIndex(period: Period) {
    for day in PeriodTests.days {
      let index = period.index(of: day)
      #expect(period.index(named: period.name(at: index)) == index)
    }
  }

  @Test(arguments: [
    (Period.day, "2019-10-24"), (.week, "2019-W43"), (.month, "2019-10"), (.quarter, "2019-Q4"), (.year, "2019"),
  ])
  func aDayInOctoberIsNamed(period: Period, name: String) {
    #expect(period.name(at: period.index(of: Day(2019, 10, 24)!)) == name)
  }

  @Test(arguments: [("2021-01-03", "2020-W53"), ("2018-12-31", "2019-W01"), ("2016-01-01", "2015-W53")])
  func aWeekBelongsToTheYearOfItsThursday(day: String, name: String) {
    #expect(Period.week.name(at: Period.week.index(of: Day(day)!)) == name)
  }

  @Test(arguments: [
    (Period.month, "2019-13"), (.month, "2019-00"), (.month, "2019"), (.quarter, "2019-Q5"), (.week, "2019-W53"),
    (.week, "2019-43"), (.year, "19"), (.day, "2019-02-29"), (.month, ""),
  ])
  func aTextThatNamesNoPeriodIsRefused(period: Period, name: String) { #expect(period.index(named: name) == nil) }
}
