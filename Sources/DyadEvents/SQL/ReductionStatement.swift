package import DyadCore

/// The reduction as one statement of SQL, which runs unchanged on DuckDB and on Apache Spark.
///
/// It reads the view `raw` and gives the rows of the table of dyad-periods, in their order. It has no operation that the two
/// engines define otherwise: numbers are integers and decimals, texts are compared by bytes.
package struct ReductionStatement: Sendable {
  package let table: RawTable
  package let period: Period
  package let rule: CountingRule
  /// The codes of states and regions in the data set, and what they mean.
  package let countries: [(code: String, country: String)]
  /// The days that the data set can have.
  package let days: ClosedRange<Day>

  package init(
    _ table: RawTable, by period: Period, rule: CountingRule, countries: [(code: String, country: String)],
    days: ClosedRange<Day>
  ) {
    (self.table, self.period, self.rule, self.countries, self.days) = (table, period, rule, countries, days)
  }

  /// The statement.
  package var sql: String {
    """
    -- Counts the events between states or regions in \(table.dataSet) by directed dyad and \(period.rawValue).
    -- Rule \(rule.rawValue): \(rule.statement).
    -- Input: a view "raw", in which every column is text. Output: the rows of a table of dyad-periods.
    WITH \(common),
    turned AS (
      SELECT id, day, period, quad, tenths, mentions, address,
    \(turned)
      FROM international
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
        CAST(count(DISTINCT nullif(address, '')) AS BIGINT) AS sources,
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
      (SELECT min(day) FROM international) AS first_day, (SELECT max(day) FROM international) AS last_day

    """
  }

  /// The events between two states or regions. A row with an unreadable day or id is left out at once, other unreadable rows only if
  /// they are of two states or regions, since no other row is read further.
  private var common: String {
    let pairs = countries.map { "('\($0.code)', '\($0.country)')" }
    let values = stride(from: 0, to: pairs.count, by: 6).map { start in
      "    " + pairs[start..<min(start + 6, pairs.count)].joined(separator: ", ")
    }.joined(separator: ",\n")
    func text(_ column: String) -> String { "coalesce(\(column), '')" }
    func day(_ day: Day) -> String { day.description.filter { $0 != "-" } }
    let date = text(table.day)
    return """
      countries (code, country) AS (
        VALUES
      \(values)
      ),
      fields AS (
        SELECT \(text(table.id)) AS id,
          \(date) AS digits,
          concat(substr(\(date), 1, 4), '-', substr(\(date), 5, 2), '-', substr(\(date), 7, 2)) AS day,
          \(text(table.actor)) AS actor_code, \(text(table.recipient)) AS recipient_code,
          \(text(table.actorState)) AS actor_state, \(text(table.recipientState)) AS recipient_state,
          \(text(table.code)) AS code,
          try_cast(nullif(\(table.quad), '') AS BIGINT) AS quad,
          \(text(table.score)) AS score,
          try_cast(nullif(\(table.score), '') AS DECIMAL(9, 1)) AS points,
          CASE WHEN \(text(table.mentions)) = '' THEN 0 ELSE try_cast(nullif(\(table.mentions), '') AS BIGINT) END AS mentions,
          \(text(table.address)) AS address
        FROM raw
      ),
      valid AS (
        SELECT fields.*, \(periodName) AS period
        FROM fields
        WHERE length(digits) = 8 AND digits BETWEEN '\(day(days.lowerBound))' AND '\(day(days.upperBound))'
          AND try_cast(day AS DATE) IS NOT NULL AND try_cast(nullif(id, '') AS BIGINT) IS NOT NULL AND code <> ''
      ),
      paired AS (
        SELECT valid.*, one.country AS one, other.country AS other
        FROM valid JOIN countries AS one ON one.code = valid.actor_state JOIN countries AS other
          ON other.code = valid.recipient_state
        WHERE one.country <> other.country
      ),
      international AS (
        SELECT id, day, period, one, other, actor_code, recipient_code, code, quad, CAST(points * 10 AS BIGINT) AS tenths,
          mentions, address
        FROM paired
        WHERE quad BETWEEN 1 AND 4 AND (score = '' OR points BETWEEN -10 AND 10) AND mentions >= 0
      )
      """
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
    let story = rule == .day ? "" : ", address"
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
    let (year, month) = ("substr(digits, 1, 4)", "substr(digits, 5, 2)")
    switch period {
    case .day: return "day"
    case .month: return "concat(\(year), '-', \(month))"
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
