package import DyadCore

/// The reduction as one statement of SQL, which runs unchanged on DuckDB and on Apache Spark.
///
/// It reads the view `raw` and gives the rows of the table of dyad-periods, in their order. It has no operation that the two
/// engines define otherwise: numbers are integers and decimals, texts are compared by bytes.
package struct ReductionStatement: Sendable {
  package let table: RawTable
  package let period: Period
  package let rule: CountingRule
  /// The codes or names of states and regions in the data set, and what they mean.
  private let countries: [(code: String, country: String)]
  /// The days that the data set can have.
  private let days: ClosedRange<Day>

  package init(_ table: RawTable, by period: Period, rule: CountingRule, identity: Identity = .standard) {
    (self.table, self.period, self.rule) = (table, period, rule)
    countries = table.meanings(identity)
    days = EventDataSet.named(table.dataSet)?.days ?? Day.distantPast...Day.distantFuture
  }

  /// The statement.
  package var sql: String {
    """
    -- Counts the events between states or regions in \(table.dataSet) by directed dyad and \(period.rawValue).
    -- Rule \(rule.rawValue): \(rule.statement).
    -- Input: a view "raw", in which every column is text. Output: the rows of a table of dyad-periods.
    WITH \(common),
    turned AS (
      SELECT id, day, period, quad, tenths, mentions, story, reference,
    \(turned)
      FROM international
      WHERE quad IS NOT NULL
    ),
    ranked AS (
      SELECT turned.*, \(position) AS place
      FROM turned
    ),
    volume AS (
      SELECT period, CAST(count(*) AS BIGINT) AS total FROM valid GROUP BY period
    ),
    counted AS (
      SELECT actor, recipient, period,
        \(sum("1")) AS n,
        CAST(count(*) AS BIGINT) AS reports,
        CAST(count(DISTINCT CASE WHEN reference = '' THEN nullif(story, '') ELSE reference END) AS BIGINT) AS sources,
    \((1...4).map { "    \(sum("CASE WHEN quad = \($0) THEN 1 ELSE 0 END")) AS q\($0)," }.joined(separator: "\n"))
        \(sum("coalesce(tenths, 0)")) AS tenths,
        \(sum("mentions")) AS mentions
      FROM ranked
      GROUP BY actor, recipient, period
    )
    SELECT actor, recipient, counted.period AS period, n, reports, sources, q1, q2, q3, q4, tenths, mentions, total
    FROM counted JOIN volume ON volume.period = counted.period
    ORDER BY actor, recipient, period

    """
  }

  /// Rows, rejected rows, and the first and last day of the events: what the head line of the table has.
  package var headSQL: String {
    """
    WITH \(common)
    SELECT (SELECT CAST(count(*) AS BIGINT) FROM raw) AS row_count,
      (SELECT CAST(count(*) AS BIGINT) FROM raw) - (SELECT CAST(count(*) AS BIGINT) FROM valid)
        + (SELECT CAST(count(*) AS BIGINT) FROM paired) - (SELECT CAST(count(*) AS BIGINT) FROM international) AS reject_count,
      (SELECT min(day) FROM international) AS first_day, (SELECT max(day) FROM international) AS last_day,
      (SELECT CAST(count(*) AS BIGINT) FROM international WHERE quad IS NULL) AS unclassed_count

    """
  }

  /// The events between two states or regions. A row with an unreadable day or id is left out at once, other unreadable rows only if
  /// they are of two states or regions, since no other row is read further.
  private var common: String {
    let second = table.otherCountries
    return """
      countries (code, country) AS (
        VALUES
      \(ReductionStatement.values(countries.map { [$0.code, $0.country] }, 6))
      ),
      \(actions)fields AS (
        SELECT \(table.id) AS id,
          \(table.day) AS day,
          \(table.actor) AS actor_code, \(table.recipient) AS recipient_code,
          \(table.countries.0) AS actor_state,
          \(table.countries.1) AS recipient_state,
      \(second.map { "    \($0.0) AS actor_holder,\n    \($0.1) AS recipient_holder,\n" } ?? "")\
          \(table.code) AS code,\(table.label.map { "\n    \($0) AS label," } ?? "")\(table.quad.map { "\n    \($0) AS quad," } ?? "")
          \(table.score) AS score,
          \(table.mentions) AS mentions,
          \(table.story) AS story, \(table.reference) AS reference
        FROM raw
      ),
      valid AS (
        SELECT fields.*, \(periodName) AS period
        FROM fields
        WHERE day BETWEEN '\(days.lowerBound)' AND '\(days.upperBound)' AND try_cast(nullif(day, '') AS DATE) IS NOT NULL
          AND \(table.isID)\(table.label == nil ? " AND code <> ''" : "")
      ),
      \(paired),
      \(coded)international AS (
        SELECT id, day, period, one, other, actor_code, recipient_code, code, quad,
          CASE WHEN score = '' THEN \(table.label == nil ? "NULL" : "listed_tenths") ELSE CAST(points * 10 AS BIGINT) END AS tenths,
          mentions, story, reference
        FROM (
          SELECT \(table.label == nil ? "paired" : "coded").*, try_cast(nullif(score, '') AS DECIMAL(9, 1)) AS points
          FROM \(table.label == nil ? "paired" : "coded")
        ) AS scored
        WHERE \(table.quad == nil ? "code <> ''" : "quad BETWEEN 1 AND 4") AND (score = '' OR points BETWEEN -10 AND 10)
          AND mentions >= 0
      )
      """
  }

  /// Events whose actor and recipient are of different countries.
  private var paired: String {
    guard table.otherCountries != nil else {
      return """
        paired AS (
          SELECT valid.*, one.country AS one, other.country AS other
          FROM valid JOIN countries AS one ON one.code = valid.actor_state JOIN countries AS other
            ON other.code = valid.recipient_state
          WHERE one.country <> other.country
        )
        """
    }
    func country(_ first: String, _ second: String) -> String {
      "CASE WHEN \(first).code IS NULL THEN coalesce(\(second).country, '') ELSE \(first).country END"
    }
    return """
      located AS (
        SELECT valid.*, \(country("c1", "c2")) AS one,
          \(country("c3", "c4")) AS other
        FROM valid LEFT JOIN countries AS c1 ON c1.code = valid.actor_state
          LEFT JOIN countries AS c2 ON c2.code = valid.actor_holder
          LEFT JOIN countries AS c3 ON c3.code = valid.recipient_state
          LEFT JOIN countries AS c4 ON c4.code = valid.recipient_holder
      ),
      paired AS (
        SELECT * FROM located WHERE one <> '' AND other <> '' AND one <> other
      )
      """
  }

  /// The code book, where classes and scores follow from codes, and codes from labels.
  private var actions: String {
    guard table.label != nil else { return "" }
    let codes = CAMEO.all.values.sorted { $0.code < $1.code }
    let rows = codes.map { code in
      let numbers = [code.quad(by: .icews)?.rawValue, code.tenths(on: .goldsteinICEWS)]
      return "('\(code.code)', \(numbers.map { $0.map(String.init) ?? "CAST(NULL AS INT)" }.joined(separator: ", ")))"
    }
    let labels = Set(codes.map { Identity.folded($0.label) }).sorted()
    let named = labels.compactMap { label in CAMEO.labelled(label).map { [label, $0.code] } }
    return """
      actions (code, quad, tenths) AS (
        VALUES
      \(ReductionStatement.lines(rows, 8))
      ),
      labels (label, code) AS (
        VALUES
      \(ReductionStatement.values(named, 2))
      ),

      """
  }

  /// Events with a class and the score of their code.
  private var coded: String {
    guard table.label != nil else { return "" }
    return """
      labelled AS (
        SELECT paired.id, day, period, one, other, actor_code, recipient_code,
          CASE WHEN paired.code = '' THEN coalesce(labels.code, '') ELSE paired.code END AS code, score, mentions, story,
          reference
        FROM paired LEFT JOIN labels ON labels.label = paired.label
      ),
      coded AS (
        SELECT labelled.*, CAST(actions.quad AS BIGINT) AS quad, CAST(actions.tenths AS BIGINT) AS listed_tenths
        FROM labelled LEFT JOIN actions ON actions.code = labelled.code
      ),

      """
  }

  private static func values(_ rows: [[String]], _ count: Int) -> String {
    lines(rows.map { row in "(\(row.map(literal).joined(separator: ", ")))" }, count)
  }

  /// A text; not all versions of Spark take two quotes as one.
  private static func literal(_ text: String) -> String {
    let parts = text.unicodeScalars.split(separator: "'", omittingEmptySubsequences: false).map { "'\(String($0))'" }
    return parts.count == 1 ? parts[0] : "concat(\(parts.joined(separator: ", chr(39), ")))"
  }

  private static func lines(_ rows: [String], _ count: Int) -> String {
    stride(from: 0, to: rows.count, by: count).map { start in
      "    " + rows[start..<min(start + count, rows.count)].joined(separator: ", ")
    }.joined(separator: ",\n")
  }

  /// The two rows of a visit or a consultation, turned the same way under the rule `mirror`.
  private var turned: String {
    guard rule == .mirror else {
      return """
            one AS actor, other AS recipient, actor_code, recipient_code, code
        """
    }
    let shared = MirrorCode.shared.map { "'\($0)'" }.joined(separator: ", ")
    let isTurned = "code = '\(MirrorCode.host)' OR (code IN (\(shared)) AND other < one)"
    func either(_ one: String, _ other: String, _ name: String) -> String {
      "    CASE WHEN \(isTurned) THEN \(other) ELSE \(one) END AS \(name)"
    }
    return [
      either("one", "other", "actor"), either("other", "one", "recipient"),
      either("actor_code", "recipient_code", "actor_code"), either("recipient_code", "actor_code", "recipient_code"),
      "    CASE WHEN code = '\(MirrorCode.host)' THEN '\(MirrorCode.visit)' ELSE code END AS code",
    ].joined(separator: ",\n")
  }

  /// 1 for the row that counts.
  private var position: String {
    guard rule != .none else { return "1" }
    let story = rule == .day ? "" : ", story"
    return """
      row_number() OVER (
          PARTITION BY day, actor, recipient, actor_code, recipient_code, code\(story)
          ORDER BY length(id), id, mentions, coalesce(tenths, -1000), quad)
      """
  }

  private func sum(_ value: String) -> String {
    "CAST(sum(CASE WHEN place = 1 THEN \(value) ELSE 0 END) AS BIGINT)"
  }

  private var periodName: String {
    let (year, month) = ("substr(day, 1, 4)", "substr(day, 6, 2)")
    switch period {
    case .day: return "day"
    case .month: return "substr(day, 1, 7)"
    case .year: return year
    case .quarter:
      return """
        concat(\(year), '-Q', CASE WHEN \(month) < '04' THEN '1' WHEN \(month) < '07' THEN '2' WHEN \(month) < '10' \
        THEN '3' ELSE '4' END)
        """
    case .week:
      // The year of a week is that of its Thursday.
      let date = "try_cast(day AS DATE)"
      return """
        concat(CAST(year(date_trunc('week', \(date)) + INTERVAL 3 DAY) AS STRING), '-W', \
        lpad(CAST(weekofyear(\(date)) AS STRING), 2, '0'))
        """
    }
  }
}
