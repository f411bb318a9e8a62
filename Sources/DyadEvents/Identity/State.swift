public import DyadCore

/// A state or territory, with its codes and the days of its membership in the state system.
///
///     State.all["YMD"]?.name               // "Yemen People's Republic"
public struct State: Identifiable, Hashable, Sendable {
  /// ISO 3166-1 alpha-3; of a historic state its code in ISO 3166-3, or its abbreviation in Correlates of War.
  public let id: String
  /// The name in English.
  public let name: String
  /// ISO 3166-1 alpha-2.
  public let alpha2: String?
  /// ISO 3166-1 numeric.
  public let numeric: Int?
  /// The number of Correlates of War.
  public let cow: Int?
  /// The number of Gleditsch and Ward.
  public let gleditschWard: Int?
  /// CAMEO's code of the country, if it has one.
  public let cameo: String?
  /// The FIPS 10-4 code, with which GDELT codes places.
  public let fips: String?
  /// When it was a member of the state system, by Correlates of War, or else by Gleditsch and Ward; empty of others.
  public let memberships: [ClosedRange<Day>]

  /// All states, by their ids.
  public static let all: [String: State] = Dictionary(
    uniqueKeysWithValues: table.split(separator: "\n").map { line in
      let state = State(line)
      return (state.id, state)
    })

  /// Whether it was a member of the state system on that day.
  public func exists(on day: Day) -> Bool { memberships.contains { $0.contains(day) } }

  /// The state that continues it, of those which ended after 1945: Russia of the Soviet Union.
  public var successor: String? { State.successors[id] }

  private static let successors = ["SUN": "RUS", "YUG": "SCG", "SCG": "SRB", "DDR": "DEU", "YMD": "YEM", "RVN": "VNM"]

  private init(_ line: Substring) {
    let cells = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    (id, name) = (cells[0], cells[8])
    alpha2 = cells[1].isEmpty ? nil : cells[1]
    (numeric, cow, gleditschWard) = (Int(cells[2]), Int(cells[3]), Int(cells[4]))
    cameo = cells[5].isEmpty ? nil : cells[5]
    fips = cells[6].isEmpty ? nil : cells[6]
    memberships = cells[7].split(separator: ",").compactMap { span in
      let ends = span.split(separator: ".", omittingEmptySubsequences: true)
      guard let first = ends.first.flatMap({ Day($0) }) else { return nil }
      return first...(ends.count > 1 ? Day(ends[1]) ?? .distantFuture : .distantFuture)
    }
  }
}
