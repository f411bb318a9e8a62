internal import ArgumentParser
internal import DyadCore
internal import DyadEventStore
internal import DyadEvents
internal import DyadSyntax

/// `dyad events info`
struct EventInfo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info", abstract: "Show what a store has: data sets, events, days, files, and how to cite them.")

  @OptionGroup var source: StoreArguments

  func run() throws {
    let info = try source.store().info()
    var lines: [String] = []
    for dataSet in info.dataSets {
      let known = EventDataSet.named(dataSet.id)
      lines.append("\(known?.title ?? dataSet.id) (\(dataSet.id))")
      let days = dataSet.days.map { ", \($0.lowerBound) to \($0.upperBound)" } ?? ""
      let rows = dataSet.rows == 0 ? "" : " of \(dataSet.rows) rows"
      lines.append("  \(dataSet.events) events\(rows), \(dataSet.dyads) directed dyads\(days)")
      if let known { lines += ["  cite: \(known.citation)", "  terms: \(known.terms)"] }
      for input in dataSet.inputs {
        let release = input.release.map { ", release \($0)" } ?? ""
        lines.append("  file: \(input.path)\(release), sha256 \(input.digest.prefix(12))")
      }
    }
    lines += info.reductions.map { "table: \($0.dropFirst(2))" }
    try Terminal.result(lines.isEmpty ? "the store is empty" : lines.joined(separator: "\n"))
  }
}

/// `dyad events count`
struct CountEvents: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "count", abstract: "Count the rows of a store, of a party or of a dyad.")

  @OptionGroup var selection: EventQueryArguments
  @OptionGroup var source: StoreArguments

  func run() throws {
    let store = try source.store()
    try Terminal.result("\(try store.count(selection.query(in: store)))")
  }
}

/// `dyad events list`
struct ListEvents: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the rows behind a number, with their ids and addresses, by day.")

  @OptionGroup var selection: EventQueryArguments
  @OptionGroup var source: StoreArguments

  @Option(help: ArgumentHelp("The most rows to list.", valueName: "number"))
  var limit = 100

  func validate() throws { if limit < 1 { throw ValidationError("--limit is a number from 1.") } }

  func run() throws {
    let store = try source.store()
    let query = try selection.query(in: store)
    var listed = 0
    try store.forEach(query) { stored in
      guard listed < limit else { return false }
      listed += 1
      try Terminal.result(ListEvents.line(stored))
      return true
    }
    let count = try store.count(query)
    if count > listed { Terminal.report("\(listed) of \(count) rows; --limit lists more") }
  }

  private static func line(_ stored: StoredEvent) -> String {
    let event = stored.event
    let last = event.days.upperBound == event.days.lowerBound ? "" : "..\(event.days.upperBound)"
    let action = [event.action.code, event.action.type?.rawValue ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
    let quad = event.action.quad.map { " (\($0.rawValue))" } ?? ""
    return """
      \(event.days.lowerBound)\(last)  \(event.actor.code) → \(event.recipient.code)  \(action)\(quad)  \(stored.dataSet) \(event.id)
        \(event.reference ?? "no address")  (\(stored.file):\(stored.line))
      """
  }
}

/// `dyad events reject`
struct RejectedRows: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reject", abstract: "List the rows of files that cannot be read: file, line, reason, message, row.",
    discussion: "Nothing is stored. The exit code is 0 if all rows can be read, and 1 if one cannot.")

  @Argument(help: "Files, folders or patterns; - for standard input.", completion: .file())
  var files: [String]

  @Option(help: ArgumentHelp("The reader of the files (default: recognized by content).", valueName: "reader"))
  var from: String?

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The file to write, or - for standard output.", valueName: "file"))
  var output = "-"

  func run() throws {
    if let from, EventReader.named(from) == nil {
      throw Failure.unknown("reader", from, EventReader.all.map(\.id))
    }
    var table = RejectedRowTable()
    let report = try EventFiles(files, reader: from.flatMap(EventReader.named)).forEach(
      onReject: { table.add($0) }, { _, _ in })
    try Output.write(table.bytes, to: output)
    if report.rejected > 0 { throw Failure.inputErrors }
  }
}
