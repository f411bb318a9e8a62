internal import DyadCore
internal import DyadEvents

/// A column of exported events.
///
///     EventColumn.all.map(\.name)      // ["dataset", "version", "id", …]
package struct EventColumn: Sendable {
  /// What the cells of a column are, by their types in SQL.
  package enum Kind: String, Sendable {
    case text = "VARCHAR"
    case date = "DATE"
    case integer = "BIGINT"
    case decimal = "DOUBLE"

    /// Whether JSON has it without quotes.
    package var isNumber: Bool { self == .integer || self == .decimal }
  }

  package let name: String
  package let kind: Kind
  package let meaning: String
  /// The cell; `nil` where the event has none.
  package let value: @Sendable (StoredEvent) -> String?

  private init(
    _ name: String, _ kind: Kind, _ meaning: String, _ value: @escaping @Sendable (StoredEvent) -> String?
  ) {
    (self.name, self.kind, self.meaning, self.value) = (name, kind, meaning, value)
  }

  private init(_ name: String, _ meaning: String, _ value: @escaping @Sendable (StoredEvent) -> String?) {
    self.init(name, .text, meaning, value)
  }

  private init(_ name: String, number meaning: String, _ value: @escaping @Sendable (StoredEvent) -> Int?) {
    self.init(name, .integer, meaning) { value($0).map(String.init) }
  }

  /// All columns, in their order.
  package static let all: [EventColumn] =
    [
      EventColumn("dataset", "Data set") { $0.dataSet },
      EventColumn("version", "Version of the row") { $0.event.version },
      EventColumn("id", "Id in the data set; with dataset and first it identifies the event") { $0.event.id },
      EventColumn("first", .date, "First day on which it may have happened") { "\($0.event.days.lowerBound)" },
      EventColumn("last", .date, "Last day on which it may have happened") { "\($0.event.days.upperBound)" },
    ] + party("actor", "Who acted", \.event.actor) + party("recipient", "To whom it was done", \.event.recipient) + [
      EventColumn("scheme", "Scheme of the code") { dataSet($0)?.scheme.rawValue },
      EventColumn("code", "Code of the action; leading zeros count") { $0.event.action.code },
      EventColumn("type", "PLOVER type") { $0.event.action.type?.rawValue },
      EventColumn(
        "quad", number: "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict"
      ) {
        $0.event.action.quad?.rawValue
      },
      EventColumn("quad_rule", "Rule of quad") { dataSet($0)?.quadRule?.rawValue },
      EventColumn("tenths", number: "Score in tenths") { $0.event.action.tenths },
      EventColumn("scale", "Scale of the score") { dataSet($0)?.scale?.rawValue },
      EventColumn("mentions", number: "Mentions in all texts") { $0.event.reports.mentions },
      EventColumn("sources", number: "Publishers or addresses") { $0.event.reports.sources },
      EventColumn("articles", number: "Texts") { $0.event.reports.articles },
      EventColumn("deaths", number: "Deaths, best estimate") { $0.event.deaths?.best },
      EventColumn("deaths_low", number: "Deaths, lowest estimate") { $0.event.deaths?.low },
      EventColumn("deaths_high", number: "Deaths, highest estimate") { $0.event.deaths?.high },
      EventColumn("place", "Place") { $0.event.place?.name },
      EventColumn("place_state", "State of the place") { $0.event.place?.state },
      EventColumn("latitude", .decimal, "Degrees north") { $0.event.place?.latitude.map { "\($0)" } },
      EventColumn("longitude", .decimal, "Degrees east") { $0.event.place?.longitude.map { "\($0)" } },
      EventColumn("story", "What rows of one report share") { $0.event.story },
      EventColumn("reference", "Address, or publisher and headline") { $0.event.reference },
      EventColumn("file", "File that the row was read from") { $0.file },
      EventColumn("line", number: "Line of the row") { $0.line },
    ]

  private static func party(
    _ name: String, _ meaning: String, _ party: @escaping @Sendable (StoredEvent) -> CodedParty
  ) -> [EventColumn] {
    [
      EventColumn(name, "\(meaning): state, group, region or code") { party($0).end },
      EventColumn("\(name)_code", "\(meaning): code or name in the data set") { party($0).code },
      EventColumn("\(name)_state", "\(meaning): state by ISO 3166-1 alpha-3") { party($0).state },
      EventColumn("\(name)_group", "\(meaning): group or organization") { party($0).group },
      EventColumn("\(name)_sector", "\(meaning): sector by CAMEO") { party($0).sector },
      EventColumn("\(name)_office", "\(meaning): office") { party($0).office },
    ]
  }

  private static func dataSet(_ event: StoredEvent) -> EventDataSet? { EventDataSet.named(event.dataSet) }
}
