internal import ArgumentParser
internal import DyadEventStore
internal import DyadCore
import DyadEvents
internal import Foundation

/// `dyad events add`
struct AddEvents: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add files of event data to a store, completely or not at all.",
    discussion: """
      Files are plain, .gz or .zip, and are recognized by their content. Only events between two states or \
      regions are stored, unless --all is given. The same file twice changes nothing; a newer version of an event replaces it.
      """)

  @Argument(help: "Files, folders or patterns; - for standard input.", completion: .file())
  var files: [String]

  @Option(help: ArgumentHelp("The store of events, which is created if it does not exist.", valueName: "file"))
  var to: String

  @OptionGroup var input: EventInputArguments

  @Option(
    help: ArgumentHelp(
      "Store one event only for the rows that count as one by this rule: none, story, day.",
      valueName: "rule"))
  var dedup = CountingRule.none

  @Option(help: ArgumentHelp("The release of the data set, which series name: 2020-09-28, v25.1.", valueName: "text"))
  var release: String?

  @Flag(help: "The files are tables of dyad-periods that dyad events reduce or another engine made.")
  var reduced = false

  func validate() throws {
    if dedup == .mirror { throw ValidationError("--dedup is none, story or day.") }
  }

  func run() throws {
    if reduced { return try addTables() }
    let isNew = !FileManager.default.fileExists(atPath: to)
    do { try addFiles() } catch {
      if isNew { try? FileManager.default.removeItem(atPath: to) }
      throw error
    }
  }

  private func addFiles() throws {
    let store = try EventStore(at: to, for: .writing)
    var found: EventReport?
    let outcome = try store.add { addition in
      var inputs: [Int: EventAddition.Input] = [:]
      var last: (number: Int, input: EventAddition.Input)?
      let report = try input.read(files) { row, parts, origin in
        if last?.number != origin.input {
          let place = try addition.begin(origin.file, of: origin.dataSet, release: release)
          inputs[origin.input] = place
          last = (origin.input, place)
        }
        guard let place = last?.input else { return }
        try addition.add(row, of: parts, input: place, line: origin.line)
      }
      try addition.removeDuplicates(by: dedup)
      try end(report, inputs, addition)
      found = report
    }
    guard let found else { return }
    input.describe(found)
    for file in found.inputs {
      try Terminal.result(
        "\(file.file): \(file.dataSet), \(file.rows) rows, \(file.events) events, \(file.rejected) rejected")
    }
    try Terminal.result(AddEvents.summary(outcome))
  }

  private func end(_ report: EventReport, _ inputs: [Int: EventAddition.Input], _ addition: EventAddition) throws {
    for (number, file) in report.inputs.enumerated() {
      let place = try inputs[number] ?? addition.begin(file.file, of: file.dataSet, release: release)
      // The digest is of the file as it is stored; the members of an archive are distinguished by their names.
      let stored = report.digests.first { file.file == $0.file || file.file.hasPrefix($0.file + "/") }
      let member = stored.map { String(file.file.dropFirst($0.file.count)) } ?? ""
      try addition.end(place, digest: (stored?.sha256 ?? "") + member, volume: file.rowsByDay)
    }
  }

  private static func summary(_ outcome: EventAddition.Outcome) -> String {
    let counts = [
      ("added", outcome.added), ("replaced", outcome.replaced), ("unchanged", outcome.unchanged),
      ("outdated", outcome.outdated), ("without parties", outcome.unnamed), ("removed as duplicates", outcome.removed),
    ]
    return counts.enumerated().filter { $0.offset == 0 || $0.element.1 > 0 }.map { "\($0.element.1) \($0.element.0)" }
      .joined(separator: ", ")
  }

  private func addTables() throws {
    let tables = try files.map { path in
      try DossierArguments.requireReadable(path)
      let bytes = FileManager.default.contents(atPath: path).map { Array($0) } ?? []
      do throws(DyadPeriodTable.Fault) { return (path, try DyadPeriodTable(reading: bytes)) } catch {
        throw Failure.input("\(path):\(error.line): \(error.message)")
      }
    }
    let store = try EventStore(at: to, for: .writing)
    for (path, table) in tables {
      let isNew = try store.add(table)
      try Terminal.result(
        "\(path): \(table.head.dataSet), rule \(table.head.rule.rawValue), \(table.rows.count) dyad-periods, \(isNew ? "added" : "replaced")"
      )
    }
  }
}
