/// How a data set's raw rows are read in SQL: a view `raw` in which every column is text.
package struct RawTable: Sendable {
  /// The id of the data set.
  package let dataSet: String
  /// The names of the columns in their order; `nil` where files have a header, whose spaces are underscores in the view.
  package let columns: [String]?
  /// SQL expressions of columns of `raw`, which are never null.
  let id, day, actor, recipient, code, score, mentions, story, reference: String
  /// The keys of the actor's and the recipient's country among the countries, and those that are looked up if the first are none.
  let (countries, otherCountries): ((String, String), (String, String)?)
  /// The quad class; `nil` where it follows from the code.
  let quad: String?
  /// The label of the action, for rows without a code; `nil` where a row without a code is wrong.
  let label: String?
  /// What is true of a valid id.
  let isID: String
  /// What the keys of countries mean.
  let meanings: @Sendable (Identity) -> [(code: String, country: String)]

  /// The data sets that have a statement.
  package static let all = [gdelt1, gdelt2, icews]

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
    func text(_ column: String) -> String { "coalesce(\(column), '')" }
    self.dataSet = dataSet
    columns =
      ["GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"] + actor(1) + actor(2) + [
        "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions",
        "NumSources", "NumArticles", "AvgTone",
      ] + ["Actor1", "Actor2", "Action"].flatMap(place) + ["DATEADDED", "SOURCEURL"]
    let date = text("SQLDATE")
    id = text("GLOBALEVENTID")
    isID = "try_cast(nullif(id, '') AS BIGINT) IS NOT NULL"
    day = """
      CASE WHEN length(\(date)) = 8
          THEN concat(substr(\(date), 1, 4), '-', substr(\(date), 5, 2), '-', substr(\(date), 7, 2)) ELSE '' END
      """
    (self.actor, recipient) = (text("Actor1Code"), text("Actor2Code"))
    countries = (text("Actor1CountryCode"), text("Actor2CountryCode"))
    otherCountries = nil
    (code, label, quad) = (text("EventCode"), nil, "try_cast(nullif(QuadClass, '') AS BIGINT)")
    score = text("GoldsteinScale")
    mentions = "CASE WHEN \(text("NumMentions")) = '' THEN 0 ELSE try_cast(nullif(NumMentions, '') AS BIGINT) END"
    (story, reference) = (text("SOURCEURL"), text("SOURCEURL"))
    meanings = { $0.countries(in: .cameo) }
  }

  /// A party has the country that its row names, or that of its name, or that of the words in brackets at the end of its name. Dates
  /// have either form.
  static let icews: RawTable = {
    func known(_ column: String) -> String {
      "CASE WHEN trim(coalesce(\(column), '')) IN ('NA', 'None', 'nan') THEN '' ELSE trim(coalesce(\(column), '')) END"
    }
    func folded(_ text: String) -> String { "lower(translate(\(text), '_\u{A0}', '  '))" }
    func country(_ role: String) -> String {
      """
      CASE WHEN \(known("\(role)_Name")) = '' THEN '' WHEN \(known("\(role)_Country")) = ''
          THEN \(folded(known("\(role)_Name"))) ELSE \(folded(known("\(role)_Country"))) END
      """
    }
    func holder(_ role: String) -> String {
      """
      CASE WHEN \(known("\(role)_Country")) = ''
          THEN \(folded("regexp_extract(\(known("\(role)_Name")), '^.*[^ ].*[(]([^(]*)[)]$', 1)")) ELSE '' END
      """
    }
    func part(_ number: Int) -> String { "lpad(split_part(Event_Date, '/', \(number)), 2, '0')" }
    return RawTable(
      dataSet: "icews", columns: nil, id: known("Event_ID"),
      day: """
        CASE WHEN substr(Event_Date, 5, 1) = '-' AND substr(Event_Date, 11, 1) IN ('', ' ', 'T') THEN substr(Event_Date, 1, 10)
          WHEN length(split_part(Event_Date, '/', 3)) = 4 AND split_part(Event_Date, '/', 4) = ''
          THEN concat(split_part(Event_Date, '/', 3), '-', \(part(1)), '-', \(part(2))) ELSE '' END
        """,
      actor: known("Source_Name"), recipient: known("Target_Name"), code: known("CAMEO_Code"),
      score: known("Intensity"), mentions: "1", story: known("Story_ID"), reference: known("Publisher"),
      countries: (country("Source"), country("Target")), otherCountries: (holder("Source"), holder("Target")),
      quad: nil, label: folded(known("Event_Text")), isID: "id <> ''", meanings: { $0.countryNames })
  }()

  private init(
    dataSet: String, columns: [String]?, id: String, day: String, actor: String, recipient: String, code: String,
    score: String, mentions: String, story: String, reference: String, countries: (String, String),
    otherCountries: (String, String)?, quad: String?, label: String?, isID: String,
    meanings: @escaping @Sendable (Identity) -> [(code: String, country: String)]
  ) {
    (self.dataSet, self.columns, self.id, self.day) = (dataSet, columns, id, day)
    (self.actor, self.recipient, self.code, self.score) = (actor, recipient, code, score)
    (self.mentions, self.story, self.reference) = (mentions, story, reference)
    (self.countries, self.otherCountries, self.quad, self.label) = (countries, otherCountries, quad, label)
    (self.isID, self.meanings) = (isID, meanings)
  }
}
