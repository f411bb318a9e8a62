import DyadCore
import DyadEvents
import Foundation

/// Rows in the form of GDELT 2.0 and in the proportions of its files: 404 bytes a row, 22 percent of the rows between two countries, five
/// rows an address, three percent with a day of a month or a year before.
///
/// They have what is hard to count: rows of one story, both rows of a visit, empty cells, regions, quotes in addresses, ids of several
/// lengths. The same seed gives the same bytes.
struct GeneratedEvents {
  private var random: SplitMix
  private var bytes: [UInt8] = []
  private let countries: [Country]
  private let actions: [[UInt8]]
  private let mirrors: [Int: Int]
  private var articles: [Article] = []

  private struct Country {
    /// The parties that act for it, as the ten columns of an actor.
    var actors: [[UInt8]]
    /// Places in it, as the eight columns of a place.
    var places: [[UInt8]]
  }

  private struct Article {
    var address: [UInt8]
    var (actor, recipient): ((country: Int?, role: Int), (country: Int?, role: Int))
    var action: Int
    var rows: Int
  }

  init(seed: UInt64) {
    random = SplitMix(state: seed)
    let codes = """
      USA GBR RUS IRN CHN SYR CAN AFR JPN TUR FRA ARE UKR NOR ESP IND DEU EUR IRL ITA MYS EGY KEN PHL PAK AFG ISR IRQ SAU \
      KOR PRK AUS NGA ZAF BRA MEX POL ROM GRC NLD BEL SWE CHE AUT IDN THA VNM LBN JOR YEM QAT ETH SOM SDN UGA LBY TUN \
      DZA MAR VEN COL CHL ARG PER CUB TMP
      """.split(whereSeparator: \.isWhitespace).map(String.init)
    countries = codes.map(GeneratedEvents.country)
    let listed = [
      ("010", 1, "0"), ("042", 1, "1.9"), ("043", 1, "2.8"), ("036", 1, "4.0"), ("190", 4, "-10"), ("040", 1, "1"),
      ("051", 1, "3.4"), ("020", 1, "3"), ("173", 4, "-5"), ("046", 1, "7"), ("193", 4, "-10"), ("112", 3, "-2"),
      ("111", 3, "-2"), ("080", 2, "5"), ("090", 3, "-2"), ("057", 1, "8"), ("120", 3, "-4"), ("012", 1, "-0.4"),
      ("013", 1, "0.4"), ("110", 3, "-2"), ("030", 1, "4"), ("060", 2, "6"), ("070", 2, "7"), ("071", 2, "7.4"),
      ("141", 3, "-6.5"), ("0871", 2, "9"), ("1823", 4, "-10"),
    ]
    actions = listed.map { code, quad, score in
      Array("\(code)\t\(code.prefix(3))\t\(code.prefix(2))\t\(quad)\t\(score)".utf8)
    }
    mirrors = [1: 2, 2: 1, 5: 5, 9: 9]
  }

  private static func country(_ code: String) -> Country {
    let state = State.all[code] ?? State.all.values.first { $0.cameo == code }
    let name = (state?.name ?? (code == "AFR" ? "Africa" : "Europe"))
    let roles = ["", "", "", "GOV", "GOV", "MIL", "COP", "OPP", "BUS", "LEG", "MED", "REB"]
    let actors = roles.map { role in
      Array("\(code)\(role)\t\(name.uppercased())\(role.isEmpty ? "" : " \(role)")\t\(code)\t\t\t\t\t\(role)\t\t".utf8)
    }
    let fips = state?.fips ?? "XX"
    let places = (0..<60).map { number in
      Array(
        "4\tTown \(number * 37 % 60), Province \(number % 9), \(name)\t\(fips)\t\(fips)0\(number % 9)\t\(1000 + number)\t\(number % 60).\(number * 7919 % 10_000)\t\(number * 3 % 170).\(number * 6007 % 10_000)\t-\(100_000 + number)"
          .utf8)
    }
    return Country(actors: actors, places: places)
  }

  /// Writes so many rows, whose days are spread over ten years from 2015 on.
  mutating func write(_ count: Int, to file: URL) throws {
    _ = FileManager.default.createFile(atPath: file.path, contents: nil)
    let handle = try FileHandle(forWritingTo: file)
    let first = Day(2015, 3, 1) ?? .distantPast
    // The ids reach ten digits within the file.
    var id = 1_000_000_000 - count
    for number in 0..<count {
      id += 1 + Int(random.below(3))
      appendRow(id: id, on: first.advanced(by: number * 3650 / max(count, 1)), number)
      if bytes.count > 1 << 20 {
        try handle.write(contentsOf: bytes)
        bytes.removeAll(keepingCapacity: true)
      }
    }
    try handle.write(contentsOf: bytes)
    bytes = []
    try handle.close()
  }

  private mutating func appendRow(id: Int, on today: Day, _ number: Int) {
    // Rows of several articles alternate, as they do in files of a quarter of an hour.
    while articles.count < 12 { articles.append(article(number)) }
    let position = Int(random.below(UInt64(articles.count)))
    articles[position].rows -= 1
    var row = articles[position]
    if row.rows <= 0 { articles.remove(at: position) }
    // Most rows repeat the event of their article with another place; some have another code, or are seen from the other side.
    switch random.below(10) {
    case 0, 1, 2: row.action = Int(random.below(UInt64(actions.count)))
    case 3:
      if let mirror = mirrors[row.action] {
        (row.actor, row.recipient, row.action) = (row.recipient, row.actor, mirror)
      }
    default: break
    }
    let back = random.below(200)
    let day = today.advanced(by: back < 2 ? -365 : back < 4 ? -30 : back < 6 ? -1 : 0)
    append(id)
    tab()
    let (year, month) = (day.year, day.month)
    append(year * 10_000 + month * 100 + day.dayOfMonth)
    tab()
    append(year * 100 + month)
    tab()
    append(year)
    tab()
    append(year)
    append(".")
    append(1000 + (month - 1) * 750 + day.dayOfMonth * 25)
    tab()
    appendActor(row.actor)
    tab()
    appendActor(row.recipient)
    tab()
    append(random.below(2) == 0 ? "0\t" : "1\t")
    bytes += actions[row.action]
    tab()
    let mentions = Int(random.below(10)) + 1
    append(mentions)
    append("\t1\t")
    append(mentions)
    append("\t-")
    append(Int(random.below(10)))
    append(".")
    append(Int(random.below(9_000_000_000)) + 1_000_000_000)
    for country in [row.actor.country, row.recipient.country, row.actor.country ?? row.recipient.country] {
      tab()
      appendPlace(country)
    }
    tab()
    append(today.year * 10_000 + today.month * 100 + today.dayOfMonth)
    append("143000\t")
    bytes += row.address
    append("\n")
  }

  /// A quarter of the articles are of two countries, the others of one or of none.
  private mutating func article(_ number: Int) -> Article {
    let (one, other) = (country(), country())
    let kind = random.below(100)
    let ends: (Int?, Int?) =
      kind < 23 ? (one, other) : kind < 60 ? (one, nil) : kind < 80 ? (nil, other) : kind < 86 ? (one, one) : (nil, nil)
    let quote = random.below(50) == 0 ? "\"é\"" : ""
    let address =
      "https://www.newspaper-\(random.below(3000)).example/\(quote)world/articles/\(number)-the-words-of-a-headline-that-names-what-was-reported-\(random.below(100_000)).html"
    return Article(
      address: Array(address.utf8), actor: (ends.0, Int(random.below(12))), recipient: (ends.1, Int(random.below(12))),
      action: min(Int(random.below(27)), Int(random.below(27))), rows: Int(random.below(9)) + 1)
  }

  /// The first countries of the list are the most frequent.
  private mutating func country() -> Int {
    let count = UInt64(countries.count)
    return Int(random.below(count) * random.below(count) / count)
  }

  private mutating func appendActor(_ actor: (country: Int?, role: Int)) {
    if let country = actor.country {
      bytes += countries[country].actors[actor.role]
    } else if actor.role < 4 {
      append("\t\t\t\t\t\t\t\t\t")
    } else {
      append("GOV\tGOVERNMENT\t\t\t\t\t\tGOV\t\t")
    }
  }

  private mutating func appendPlace(_ country: Int?) {
    guard let country else { return append("0\t\t\t\t\t\t\t") }
    bytes += countries[country].places[Int(random.below(60))]
  }

  private mutating func append(_ text: StaticString) {
    bytes += UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
  }

  private mutating func append(_ number: Int) {
    var (rest, digits) = (number, (0 as UInt64, 0))
    repeat {
      digits = (digits.0 << 4 | UInt64(rest % 10), digits.1 + 1)
      rest /= 10
    } while rest > 0
    for _ in 0..<digits.1 {
      bytes.append(0x30 + UInt8(digits.0 & 15))
      digits.0 >>= 4
    }
  }

  private mutating func tab() { bytes.append(0x09) }
}

/// Random numbers that come again with their seed (SplitMix64).
private struct SplitMix {
  var state: UInt64

  mutating func below(_ limit: UInt64) -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return (z ^ (z >> 31)).multipliedFullWidth(by: limit).high
  }
}
