/// A reader of event data: how it recognizes a file by its content, and reads its rows.
///
/// `EventReader.all` lists them in the order in which they are tried.
///
///     EventReader.all.map(\.id)       // ["gdelt", "icews", …]
public struct EventReader: Identifiable, Sendable {
  /// The name for the tool.
  public let id: String
  /// The formats that it reads, for people.
  public let formats: String
  let syntax: RowSyntax
  /// Whether the first row has the names of the columns.
  let hasHeader: Bool
  /// The reader for the rows of a file; `nil` where the beginning of the file has another form.
  let recognize: @Sendable (FileHead) throws(EventFileError) -> (any RowReader)?

  /// All readers.
  public static let all = [
    gdelt, icews, polecat, acled, ged, conflictYears, alliances, disputes, diplomacy, membership, quadruples,
  ]

  /// The reader of that name.
  public static func named(_ id: ID) -> EventReader? { all.first { $0.id == id } }
}

/// The beginning of a file, from which its form is recognized.
struct FileHead {
  /// The path, for files beside it.
  let path: String
  let bytes: UnsafeRawBufferPointer
  /// How many rows are looked at.
  private static let rows = 10

  /// The texts of the first rows, where they are written so.
  func rows(_ syntax: RowSyntax) -> [[String]] {
    // A row that the head cuts off is left out, unless it is the only one.
    let end = bytes.count < 1 << 18 ? bytes.count : bytes.lastIndex(of: 0x0A) ?? bytes.count
    var rows: [[String]] = []
    var fields = FieldRow(syntax)
    for line in bytes[..<end].split(separator: 0x0A, maxSplits: FileHead.rows).prefix(FileHead.rows) {
      let isCRLF = line.last == 0x0D
      fields.divide(UnsafeRawBufferPointer(rebasing: isCRLF ? line.dropLast() : line))
      var texts: [String] = []
      for index in 0..<min(fields.count, 128) { texts.append(fields[index].text) }
      rows.append(texts)
    }
    return rows
  }

  /// The columns that the first row names.
  func columns(_ syntax: RowSyntax) -> Columns { Columns(rows(syntax).first ?? []) }
}

/// The columns of a file with a header, by name.
struct Columns {
  private let places: [String: Int]
  let count: Int

  init(_ names: [String]) {
    places = Dictionary(names.enumerated().map { ($1.lowercased(), $0) }) { first, _ in first }
    count = names.count
  }

  /// The place of a column; -1, which is an empty field, where it is missing.
  subscript(_ name: String) -> Int { places[name.lowercased()] ?? -1 }

  func has(_ names: String...) -> Bool { names.allSatisfy { places[$0.lowercased()] != nil } }
}
