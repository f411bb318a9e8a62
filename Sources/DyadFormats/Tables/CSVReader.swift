public import DyadCore

/// Reads a foreign table by a mapping of its columns.
///
///     let checked = CSVReader.read("alliances.csv", mapping: "alliances.map.yaml")
///     let graph = try checked.then { KnowledgeGraph.linking($0) }.get()
///
/// A row that cannot be read is rejected as a whole, and reported with file, line and column; the others are read.
public enum CSVReader {
  /// The dossier of the table, with a finding for everything that is wrong with its rows.
  ///
  /// Findings about rejected rows are warnings, or errors if there are more of them than the limit allows; the dossier is then
  /// not to be used.
  ///
  /// - Parameters:
  ///   - table: the path of the table, or `-` for standard input.
  ///   - mapping: the path of the mapping.
  ///   - lookups: the look-up tables that the mapping may use besides its own.
  ///   - limit: how many rows may be rejected.
  public static func read(
    _ table: String, mapping: String, lookups: [LookupTable] = [], rejecting limit: RejectLimit = .standard
  ) -> Checked<[Dossier]> {
    let checked = CSVMapping.read(mapping, lookups: lookups)
    guard let mapping = checked.value, checked.errors.isEmpty else { return Checked([], checked.diagnostics) }
    let bytes = FileBytes.read(table)
    guard let content = bytes.value else { return Checked([], checked.diagnostics + bytes.diagnostics) }
    var findings = checked.diagnostics
    let name = table == "-" ? "standard input" : table
    guard let rows = CSVTable(content, file: name, form: mapping.form, findings: &findings) else {
      return Checked([], findings)
    }
    var reported: Set<String> = []
    for (column, place) in mapping.columns where !rows.header.contains(column) && reported.insert(column).inserted {
      findings.append(
        Diagnostic(
          .badColumn, "the table has no column '\(column)'", at: place,
          suggestion: nearest(to: column, among: rows.header)))
    }
    guard reported.isEmpty else { return Checked([], findings) }
    let result = RowReading(mapping, rows, limit).dossiers()
    return Checked(result.value, findings + result.diagnostics)
  }
}
