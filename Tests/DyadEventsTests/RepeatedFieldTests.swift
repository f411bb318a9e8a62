import CDelimiters
import DyadCore
import DyadEvents
import DyadTestSupport
import Testing

@Suite struct RepeatedFieldTests {
  @Test func repeatedFieldsMeanWhatTheyMeantTheFirstTime() throws {
    let row = EventFixture.gdelt(actor: ("PAKXYZ", "PAK"), code: "0999")
    let outcome = try EventFixture.read([row, row, EventFixture.gdelt(code: "042"), row].joined(separator: "\n"))
    #expect(outcome.events[0] == outcome.events[1] && outcome.events[0] == outcome.events[3])
    #expect(outcome.events[2].action.code == "042" && outcome.events[2].place == outcome.events[0].place)
    #expect(outcome.report.unmapped == [UnmappedCode(scheme: "action", code: "0999"): 3])
  }

  @Test func repeatedFieldsMayMeanSomethingElseOnAnotherDay() throws {
    let table = "scheme,code,means,from,until\ncameo,PAK,IND,,2019-10-23\nfips,AF,IRN,,2019-10-23\n"
    let identity = try Identity.standard.overridden(by: Array(table.utf8), from: "codes.csv")
    let days = ["20191023", "20191024", "20191023"]
    let text = days.map { EventFixture.gdelt(day: $0) }.joined(separator: "\n")
    let events = try EventFixture.read(text, identity: identity).events
    #expect(events.map(\.actor.state) == ["IND", "PAK", "IND"])
    #expect(events.map { $0.place?.state } == ["IRN", "AFG", "IRN"])
  }

  @Test func anIndexOfBytesFindsWhatWasAdded() {
    var random = Seeded(1)
    var index = ByteIndex()
    var known: [[UInt8]: Int] = [:]
    func key() -> [UInt8] {
      (0..<Int.random(in: 0..<20, using: &random)).map { _ in UInt8.random(in: 0..<3, using: &random) }
    }
    for number in 0..<20_000 {
      let key = key()
      let found = key.withUnsafeBytes { index.number(of: $0) }
      #expect(found == known[key])
      if found == nil {
        key.withUnsafeBytes { index.add($0, number) }
        known[key] = number
      }
    }
    #expect(known.count > 10_000)
  }

  @Test func anIndexOfBytesForgetsAllWhenItIsFull() {
    var index = ByteIndex()
    var most = 0
    for number in 0..<200_000 {
      withUnsafeBytes(of: number) { index.add($0, number) }
      most = max(most, withUnsafeBytes(of: number) { index.number(of: $0) } ?? 0)
    }
    #expect(most == 199_999)
    #expect(withUnsafeBytes(of: 0) { index.number(of: $0) } == nil)
  }

  @Test(arguments: 0..<200) func delimitersAreFoundByInstructionsAsByPortableCode(seed: Int) {
    var random = Seeded(seed)
    var bytes = (0..<Int.random(in: 0..<400, using: &random)).map { _ in
      Int.random(in: 0..<5, using: &random) == 0 ? 9 : UInt8.random(in: 1...255, using: &random)
    }
    if seed % 2 == 0, let place = bytes.indices.randomElement(using: &random) { bytes[place] = 0 }
    typealias Find = (
      UnsafePointer<UInt8>?, Int, UInt8, UnsafeMutablePointer<Int32>?, Int, UnsafeMutablePointer<Int32>?
    ) -> Int
    for limit in [0, 3, 64, 100, 4096] {
      func places(_ find: Find) -> ([Int32], hasZero: Bool) {
        var (places, zero) = ([Int32](repeating: -1, count: 4096 + 8), Int32(-1))
        let count = bytes.withUnsafeBufferPointer { bytes in
          places.withUnsafeMutableBufferPointer {
            find(bytes.baseAddress, bytes.count, 9, $0.baseAddress, limit, &zero)
          }
        }
        return (Array(places[..<count]), zero != 0)
      }
      let expected = bytes.indices.filter { bytes[$0] == 9 }.prefix(limit).map { Int32($0) }
      for found in [dyad_find_delimiters, dyad_find_delimiters_generally, dyad_find_delimiters_portably].map(places) {
        #expect(found.0 == expected)
        if expected.count < limit { #expect(found.hasZero == bytes.contains(0)) }
      }
    }
  }
}
