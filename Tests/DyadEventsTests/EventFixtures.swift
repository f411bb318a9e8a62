import DyadEvents
import DyadTestSupport
import Foundation

/// Rows of our own in the forms of the data sets.
enum EventFixture {
  /// A row of GDELT with that number of columns.
  static func gdelt(
    columns: Int = 61, id: Int = 1, day: String = "20191024",
    actor: (code: String, country: String) = ("PAKGOV", "PAK"),
    recipient: (code: String, country: String) = ("AFG", "AFG"), code: String = "042", quad: String = "1",
    score: String = "1.9", address: String = "https://example.org/1"
  ) -> String {
    var cells = [String](repeating: "", count: columns)
    cells[0] = String(id)
    cells[1] = day
    (cells[5], cells[7]) = actor
    (cells[15], cells[17]) = recipient
    cells[12] = actor.code.hasSuffix("GOV") ? "GOV" : ""
    (cells[26], cells[28], cells[29], cells[30]) = (code, String(code.prefix(2)), quad, score)
    (cells[31], cells[32], cells[33]) = ("6", "2", "3")
    let place = columns == 61 ? 51 : 49
    (cells[place + 1], cells[place + 2]) = ("Kabul, Kabol, Afghanistan", "AF")
    let latitude = place + (columns == 61 ? 5 : 4)
    (cells[latitude], cells[latitude + 1]) = ("34.5167", "69.1833")
    if columns != 57 { cells[columns - 1] = address }
    return cells.joined(separator: "\t")
  }

  static func read(
    _ text: String, named name: String = "events.csv", as reader: EventReader? = nil, where filter: EventFilter = .all,
    identity: Identity = .standard, isStrict: Bool = false
  ) throws -> Outcome {
    try read(Array(text.utf8), named: name, as: reader, where: filter, identity: identity, isStrict: isStrict)
  }

  static func read(
    _ bytes: [UInt8], named name: String = "events.csv", as reader: EventReader? = nil,
    where filter: EventFilter = .all,
    identity: Identity = .standard, isStrict: Bool = false
  ) throws -> Outcome {
    try inTemporaryFolder { folder in
      let file = folder.appendingPathComponent(name)
      try Data(bytes).write(to: file)
      return try read(
        EventFiles([file.path], reader: reader, identity: identity, isStrict: isStrict), where: filter)
    }
  }

  static func read(_ files: EventFiles, where filter: EventFilter = .all) throws -> Outcome {
    var (events, lines, rejected) = ([CodedEvent](), [Int](), [RejectedRow]())
    let report = try files.forEach(where: filter, onReject: { rejected.append($0) }) { event, origin in
      events.append(event)
      lines.append(origin.line)
    }
    return Outcome(events: events, lines: lines, rejected: rejected, report: report)
  }

  struct Outcome {
    var events: [CodedEvent]
    /// The line of each event.
    var lines: [Int]
    var rejected: [RejectedRow]
    var report: EventReport
  }
}
