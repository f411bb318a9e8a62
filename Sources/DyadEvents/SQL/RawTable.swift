/// How a data set's raw rows are read in SQL: a view `raw` in which every column is text.
package struct RawTable: Sendable {
  /// The id of the data set.
  package let dataSet: String
  /// The names of the columns, in their order.
  package let columns: [String]
  /// SQL expressions of the columns of `raw`.
  let id, day, actor, recipient, actorState, recipientState, code, quad, score, mentions, address: String

  /// The data sets that have a statement.
  package static let all = [gdelt1, gdelt2]

  static let gdelt1 = RawTable(gdelt: "gdelt1", hasSecondDivision: false)
  static let gdelt2 = RawTable(gdelt: "gdelt2", hasSecondDivision: true)

  private init(gdelt dataSet: String, hasSecondDivision: Bool) {
    func actor(_ number: Int) -> [String] {
      [
        "Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code",
        "Type2Code", "Type3Code",
      ].map { "Actor\(number)\($0)" }
    }
    func place(_ name: String) -> [String] {
      (["Type", "FullName", "CountryCode", "ADM1Code"] + (hasSecondDivision ? ["ADM2Code"] : []) + [
        "Lat", "Long", "FeatureID",
      ])
      .map { "\(name)Geo_\($0)" }
    }
    self.dataSet = dataSet
    columns =
      ["GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"] + actor(1) + actor(2) + [
        "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions",
        "NumSources", "NumArticles", "AvgTone",
      ] + ["Actor1", "Actor2", "Action"].flatMap(place) + ["DATEADDED", "SOURCEURL"]
    (id, day, code, quad) = ("GLOBALEVENTID", "SQLDATE", "EventCode", "QuadClass")
    (self.actor, recipient) = ("Actor1Code", "Actor2Code")
    (actorState, recipientState) = ("Actor1CountryCode", "Actor2CountryCode")
    (score, mentions, address) = ("GoldsteinScale", "NumMentions", "SOURCEURL")
  }
}
