import DyadCore
import Testing

/// Ids that are made of others are read by the grammar that writes them.
@Suite struct MadeIdTests {
  private let intervals = [
    "2014", "2014~", "2011-03/2014-06", "2014-07/..", "/2014", "2011/", "../..", "[..2014-01-02]/..",
  ]

  @Test func anOfficeIsMadeOfWhoseItIsAndItsTitle() throws {
    let id = Office.ID(title: "Minister of Defence", of: "arvane")
    #expect(id == "arvane/minister-of-defence")
    let parts = try #require(id.parts)
    #expect(parts.home == "arvane" && parts.slug == "minister-of-defence")
    #expect(Office.ID("envoy").parts == nil)
  }

  @Test func aHoldingIsReadAsItWasMade() throws {
    for office in ["arvane/minister", "envoy"] as [Office.ID] {
      for interval in intervals.map({ Interval($0) }) + [nil] {
        let id = Holding.ID(of: "marrow", in: office, during: interval)
        let parts = try #require(id.parts, "\(id)")
        #expect(parts.official == "marrow" && parts.office == office && parts.during == interval, "\(id)")
      }
    }
    #expect(Holding.ID("chair-2014").parts == nil)
  }

  @Test func aPhaseIsReadAsItWasMade() throws {
    let all = intervals.map { Interval($0)! }
    let ids = Phase.ID.made(of: "a_b-c", during: all + all)
    #expect(Set(ids).count == ids.count)
    for (index, id) in ids.enumerated() {
      let dates = try #require(id.dates(in: "a_b-c"), "\(id)")
      #expect(dates.during == all[index % all.count] && dates.number == index / all.count + 1, "\(id)")
    }
    #expect(Phase.ID("mine").dates(in: "a_b-c") == nil)
  }
}
