/// A table of what a data set counts between parties, by period.
///
///     CountTable("gdelt", of: "gdelt-2", path: "gdelt-months.csv", store: "events.sqlite")
public struct CountTable: Identifiable, Hashable, Sendable {
  /// The id of a table of counts.
  public typealias ID = Identifier<CountTable>

  /// What one row says.
  package struct Row: Hashable, Sendable {
    /// The code of who acted.
    package var actor: String
    /// The code of to whom it was done.
    package var recipient: String
    /// The number of the period.
    package var period: Int
    /// The numbers.
    package var count: EventCount

    /// A row with these values.
    package init(actor: String, recipient: String, period: Int, count: EventCount) {
      (self.actor, self.recipient, self.period, self.count) = (actor, recipient, period, count)
    }
  }

  /// What the file of the table says.
  package struct Contents: Hashable, Sendable {
    /// The text of the file.
    package var text: String
    /// The id of the data set: `gdelt2`.
    package var dataSet: String
    /// The name of the data set: "GDELT 2.0".
    package var dataSetName: String
    /// The rule by which events are counted: `story`.
    package var rule: String
    /// The rule in words.
    package var ruleStatement: String
    /// The length of the periods.
    package var period: Period
    /// The first and the last day of the events.
    package var days: ClosedRange<Day>?
    /// The codes of the parties in other registers, by the code in the table, then by register.
    package var codes: [String: [String: String]]
    /// In the order of actor, recipient and period.
    package var rows: [Row]

    /// The contents of a table.
    package init(
      text: String, dataSet: String, dataSetName: String, rule: String, ruleStatement: String, period: Period,
      days: ClosedRange<Day>?, codes: [String: [String: String]], rows: [Row]
    ) {
      (self.text, self.dataSet, self.dataSetName, self.rule) = (text, dataSet, dataSetName, rule)
      (self.ruleStatement, self.period, self.days) = (ruleStatement, period, days)
      (self.codes, self.rows) = (codes, rows)
    }
  }

  /// The id in the dossier.
  public let id: ID
  /// The data set as a source.
  public var source: Source.ID
  /// The file of the table, beside the dossier.
  public var path: String?
  /// The file of the store with the events behind the counts, beside the dossier.
  public var store: String?
  /// The rule by which the table should be counted, if the dossier says so.
  public var rule: String?
  /// The entities of codes of the table, where their own codes do not say so.
  public var ends: [String: Entity.ID]
  /// Free text.
  public var note: String?
  /// What the file says; `nil` where it could not be read.
  package var contents: Contents?

  /// A table that is not read yet.
  public init(
    _ id: ID, of source: Source.ID, path: String? = nil, store: String? = nil, ends: [String: Entity.ID] = [:]
  ) {
    (self.id, self.source, self.path, self.store, self.ends) = (id, source, path, store, ends)
  }

  /// The name of the data set.
  public var name: String { contents?.dataSetName ?? id.text }
}
