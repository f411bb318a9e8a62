internal import DyadCore

/// The id of a stored event: data set, first day and id in the data set as one number.
///
/// It is the key of the table, so that events are identified, found by data set and days, and sorted without another index. Ids
/// that are numbers are in it, others are rows of the table `key`.
struct EventID: RawRepresentable {
  let rawValue: Int64

  init(rawValue: Int64) { self.rawValue = rawValue }

  /// Six bits for the data set, twenty for the day, one for the sort of id, 36 for its number.
  private static let (dataSetShift, dayShift, firstDay): (Int64, Int64, Int64) = (57, 37, -524_288)
  private static let text: Int64 = 1 << 36
  private static let number = text - 1

  /// The largest number of a data set, and of an id.
  static let (lastDataSet, lastNumber): (Int64, Int64) = (63, number)

  init(dataSet: Int64, day: Day, number: Int64, isText: Bool) {
    rawValue =
      dataSet << EventID.dataSetShift | (Int64(day.number) - EventID.firstDay) << EventID.dayShift
      | (isText ? EventID.text : 0) | number
  }

  /// The number that is written so, without leading zeros; `nil` where it is another text.
  static func number(_ key: UnsafeRawBufferPointer) -> Int64? {
    guard let first = key.first, key.count <= 11, first != 0x30 || key.count == 1 else { return nil }
    var number: Int64 = 0
    for byte in key {
      guard (0x30...0x39).contains(byte) else { return nil }
      number = number * 10 + Int64(byte - 0x30)
    }
    return number <= lastNumber ? number : nil
  }

  // MARK: SQL

  /// The parts of an id, as columns of the table.
  static let columns = """
    dataset INTEGER AS (id >> \(dataSetShift)) VIRTUAL,
    first INTEGER AS ((id >> \(dayShift) & \((1 << (dataSetShift - dayShift)) - 1)) - \(-firstDay)) VIRTUAL
    """

  /// The id in the data set, of a row of `event`.
  static let keySQL = """
    CASE WHEN event.id & \(text) THEN (SELECT text FROM key WHERE key.id = event.id & \(number))
    ELSE CAST(event.id & \(number) AS TEXT) END
    """

  /// The part of the id that is the id in the data set, of a row of `event`.
  static let key = "(event.id & \((1 << dayShift) - 1))"

  /// That part for an id that is a row of the table `key`.
  static func key(ofText number: Int64) -> Int64 { text | number }

  /// The events of a data set, whose id the expression gives.
  static func condition(dataSet: String) -> String {
    "event.id BETWEEN \(dataSet) << \(dataSetShift) AND (\(dataSet) << \(dataSetShift)) + \((1 << dataSetShift) - 1)"
  }

  /// The ids of the events of a data set.
  static func range(ofDataSet dataSet: Int64) -> ClosedRange<Int64> {
    let first = dataSet << dataSetShift
    return first...first + (1 << dataSetShift - 1)
  }

  /// An expression that is equal for events of one data set and day.
  static let dataSetAndDay = "event.id >> \(dayShift)"
}
