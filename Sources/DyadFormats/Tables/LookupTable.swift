public import DyadCore

/// A table in which a mapping looks up the texts of cells: codes of states, codes of actions.
///
///     let flags = LookupTable("flags", columns: ["name", "iso3"]) { key, column, day in
///       key == "an" ? ["name": "Netherlands Antilles", "iso3": "ANT"][column] : nil
///     }
///     let checked = CSVReader.read("ships.csv", mapping: "ships.map.yaml", lookups: [flags])
public struct LookupTable: Sendable {
  /// The name by which mappings refer to it.
  public let name: String
  /// The columns that it gives; the first one is the default.
  public let columns: [String]
  let text: @Sendable (_ key: String, _ column: String, _ day: Day) -> String?

  /// A table with a function for the text of a column, for a key as it is on a day; `nil` where it has none.
  public init(
    _ name: String, columns: [String],
    text: @escaping @Sendable (_ key: String, _ column: String, _ day: Day) -> String?
  ) {
    (self.name, self.columns, self.text) = (name, columns, text)
  }
}
