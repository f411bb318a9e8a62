internal import DyadCore

/// A program that runs the statement of a reduction where the rows lie.
package enum Engine: String, CaseIterable, Sendable {
  case duckdb, spark

  /// A Python program that makes the view `raw` from files, runs the statement, and writes the table of dyad-periods.
  package func runner(of statement: ReductionStatement) -> String {
    """
    #!/usr/bin/env python3
    \"\"\"Count the events of \(statement.table.dataSet) by dyad and \(statement.period.rawValue) with \(name).

    Usage: \(usage)
    \"\"\"
    \(imports)

    files = sys.argv[1:]
    COLUMNS = \(columns(of: statement))
    HEAD = r\"\"\"
    \(statement.headSQL)\"\"\"
    REDUCE = r\"\"\"
    \(statement.sql)\"\"\"

    \(view(hasHeader: statement.table.columns == nil))
    rows, rejects, first, last, unclassed = \(fetch("HEAD"))[0]
    digests = [hashlib.file_digest(open(file, "rb"), "sha256").hexdigest() for file in files]
    digest = digests[0] if len(digests) == 1 else hashlib.sha256("\\n".join(digests).encode()).hexdigest()
    write = sys.stdout.write
    write(f"# dyad-periods 1; dataset=\(statement.table.dataSet); rule=\(statement.rule.rawValue); by=\(statement.period.rawValue)"
          f"; rows={rows}; rejects={rejects}; first={first or ''}; last={last or ''}; sha256={digest}{f'; unclassed={unclassed}' if unclassed else ''}\\n")
    write("\(DyadPeriodTable.columns.joined(separator: ","))\\n")
    for row in \(fetch("REDUCE")):
        write(",".join(map(str, row)) + "\\n")

    """
  }

  private var name: String { self == .duckdb ? "DuckDB" : "Apache Spark" }

  private var usage: String {
    switch self {
    case .duckdb: "pip install duckdb; python reduce.py FILES... > table.csv"
    case .spark: "pip install pyspark; python reduce.py FILES... > table.csv (or spark-submit)"
    }
  }

  private var imports: String {
    let modules = ["import hashlib", "import sys", ""]
    let engine = self == .duckdb ? "import duckdb" : "from pyspark.sql import SparkSession"
    return (modules + [engine]).joined(separator: "\n")
  }

  /// DuckDB shows the progress of long runs on standard output, where the table goes. Cells have no quotes in the raw rows; what the files lack at the end of a row is null.
  private func view(hasHeader: Bool) -> String {
    let header = hasHeader ? "True" : "False"
    return switch self {
    case .duckdb:
      """
      engine = duckdb.connect()
      engine.execute("SET enable_progress_bar = false")
      raw = (engine.read_parquet(files) if files[0].endswith(".parquet") else engine.read_csv(
          files, sep="\\t", header=\(header), quotechar="", escapechar="", columns=dict.fromkeys(COLUMNS, "VARCHAR"),
          auto_detect=False, null_padding=True, strict_mode=False))
      raw.create_view("raw")
      """
    case .spark:
      """
      engine = SparkSession.builder.config("spark.sql.session.timeZone", "UTC").getOrCreate()
      raw = (engine.read.parquet(*files) if files[0].endswith(".parquet") else engine.read.csv(
          files, sep="\\t", header=\(header), quote="\\0", schema=", ".join(f"{name} STRING" for name in COLUMNS)))
      raw.createOrReplaceTempView("raw")
      """
    }
  }

  private func fetch(_ statement: String) -> String {
    self == .duckdb ? "engine.execute(\(statement)).fetchall()" : "engine.sql(\(statement)).collect()"
  }

  private func columns(of statement: ReductionStatement) -> String {
    guard let names = statement.table.columns else {
      return #"open(files[0], encoding="utf-8-sig", errors="replace").readline().strip().replace(" ", "_").split("\t")"#
    }
    let lines = stride(from: 0, to: names.count, by: 6).map { start in
      names[start..<min(start + 6, names.count)].joined(separator: " ")
    }
    return (["\"\"\""] + lines + ["\"\"\".split()"]).joined(separator: "\n")
  }
}
