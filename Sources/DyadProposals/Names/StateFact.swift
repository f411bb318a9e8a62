/// A state as texts name it: its name, its adjectives and people, its capital.
struct StateFact: Hashable, Sendable {
  let iso3: String
  let name: String
  let otherNames: [String]
  /// "Afghan", "Afghans"
  let demonyms: [String]
  let capitals: [String]

  /// The state of that ISO 3166-1 code.
  static let byCode: [String: StateFact] = Dictionary(
    uniqueKeysWithValues: StateFact.all.map { ($0.iso3, $0) })

  static let byName: [String: StateFact] = Dictionary(
    StateFact.all.flatMap { state in ([state.name] + state.otherNames).map { ($0.lowercased(), state) } },
    uniquingKeysWith: { first, _ in first })

  static let all: [StateFact] = table.split(separator: "\n").map { line in
    let cells = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    let names = StateFact.list(cells[1])
    return StateFact(
      iso3: cells[0], name: names[0], otherNames: Array(names.dropFirst()), demonyms: StateFact.list(cells[2]),
      capitals: StateFact.list(cells[3]))
  }

  private static func list(_ cell: String) -> [String] { cell.split(separator: ",").map(String.init) }
}
