internal import DyadCore

/// Rows of MIDB, which has a row for each participant of a dispute and none for their pairs.
///
/// The rows of a dispute follow each other. A row is paired with those before it of the other side, in both directions
/// and during the days on which both took part; the level of hostility is that of the actor.
final class DisputeReader: RowReader {
  private struct Participant {
    var number: String
    var isSideA: Bool
    var days: ClosedRange<Day>
    var level: String
  }

  private let header: Columns
  private let (dispute, number, side, level): (Int, Int, Int, Int)
  private let (start, end): (DateColumns, DateColumns)
  private var current = ""
  private var participants: [Participant] = []

  init(_ header: Columns) {
    self.header = header
    (dispute, number) = (header["dispnum"], header["ccode"])
    (side, level) = (header["sidea"], header["hostlev"])
    (start, end) = (DateColumns(header, ["st"]), DateColumns(header, ["end"]))
  }

  var dataSet: EventDataSet { .disputes }

  func read(_ row: borrowing FieldRow, into reading: inout Reading) throws(RowFault) {
    guard row.count == header.count else { throw RowFault(.columns, "\(row.count) columns; expected \(header.count)") }
    guard let id = row[dispute].known else { throw RowFault(.id, "number of the dispute", row[dispute]) }
    guard let number = row[number].integer else { throw RowFault(.id, "number of the state", row[self.number]) }
    guard let first = start.days(row)?.lowerBound else { throw RowFault(.date, "start date", row[start.year]) }
    guard let last = end.days(row)?.upperBound, first <= last else { throw RowFault(.date, "end date", row[end.year]) }
    guard dataSet.days.contains(first), dataSet.days.contains(last) else { throw RowFault(.range, "date \(first)") }
    guard let level = row[level].known else { throw RowFault(.code, "level of hostility", row[self.level]) }
    reading.note(first)
    if id != current { (current, participants) = (id, []) }
    let participant = Participant(
      number: String(number), isSideA: row[side].integer == 1, days: first...last, level: level)
    for other in participants where other.isSideA != participant.isSideA && other.days.overlaps(participant.days) {
      append(participant, other, &reading)
      append(other, participant, &reading)
    }
    participants.append(participant)
  }

  private func append(_ actor: Participant, _ recipient: Participant, _ reading: inout Reading) {
    let days = actor.days.clamped(to: recipient.days)
    let parties = [actor, recipient].map {
      CodedParty($0.number, reading.meaning(of: $0.number, in: .cow, on: days.upperBound))
    }
    guard reading.filter.accepts(parties[0], parties[1]), reading.filter.accepts(days) else { return }
    reading.add(
      CodedEvent(
        id: "\(current)-\(actor.number)-\(recipient.number)", within: days, actor: parties[0], recipient: parties[1],
        action: CodedAction(actor.level)))
  }
}
