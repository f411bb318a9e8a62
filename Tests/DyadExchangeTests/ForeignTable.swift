import DyadCore
import DyadFormats
import DyadTestSupport
import Foundation

/// A table of somebody else and its mapping, in a folder of their own.
struct ForeignTable {
  var table: String
  var mapping: String
  /// Files beside the mapping.
  var files: [String: String] = [:]
  var lookups: [LookupTable] = []
  var limit = RejectLimit.standard

  init(_ table: String, _ mapping: String) { (self.table, self.mapping) = (table, mapping) }

  /// The graph, with findings that name the files without their folder.
  func read() throws -> Checked<KnowledgeGraph> {
    try inTemporaryFolder { folder in
      func place(_ name: String) -> URL { folder.appendingPathComponent(name) }
      try Data(table.utf8).write(to: place("t.csv"))
      try Data(mapping.utf8).write(to: place("m.yaml"))
      for (name, text) in files { try Data(text.utf8).write(to: place(name)) }
      var checked = CSVReader.read(
        place("t.csv").path, mapping: place("m.yaml").path, lookups: lookups, rejecting: limit
      ).then { KnowledgeGraph.linking($0) }
      checked.diagnostics = checked.diagnostics.sortedByPlace().map { finding in
        var finding = finding
        finding.place = finding.place.map {
          DyadCore.SourceLocation(
            file: URL(fileURLWithPath: $0.file).lastPathComponent, line: $0.line, column: $0.column)
        }
        return finding
      }
      return checked
    }
  }

  /// The findings, as they are printed.
  func findings() throws -> [String] { try read().diagnostics.map(\.description) }
}
