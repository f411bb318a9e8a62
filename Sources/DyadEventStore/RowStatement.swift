internal import GRDB
internal import GRDBSQLite

/// A statement that is run for each of many rows: its values are bound as they are, without a copy or an allocation.
///
/// Bound bytes must be valid until the statement has run.
final class RowStatement {
  private let connection: OpaquePointer
  private let statement: OpaquePointer

  init(_ sql: String, in database: Database) throws {
    guard let connection = database.sqliteConnection else { throw DatabaseError(resultCode: .SQLITE_MISUSE) }
    var statement: OpaquePointer?
    let code = sqlite3_prepare_v3(connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil)
    guard code == SQLITE_OK, let statement else { throw RowStatement.error(code, connection) }
    (self.connection, self.statement) = (connection, statement)
  }

  deinit { sqlite3_finalize(statement) }

  func bind(_ number: Int64?, at index: Int32) {
    if let number {
      sqlite3_bind_int64(statement, index, number)
    } else {
      sqlite3_bind_null(statement, index)
    }
  }

  func bind(_ number: Int, at index: Int32) { sqlite3_bind_int64(statement, index, Int64(number)) }

  func bind(_ text: UnsafeRawBufferPointer?, at index: Int32) {
    guard let text else {
      sqlite3_bind_null(statement, index)
      return
    }
    // Without an address it would be null.
    let base = text.baseAddress ?? UnsafeRawPointer(statement)
    sqlite3_bind_text64(
      statement, index, base.assumingMemoryBound(to: CChar.self), UInt64(text.count), nil, UInt8(SQLITE_UTF8))
  }

  /// Runs the statement.
  ///
  /// - Returns: how many rows it changed.
  @discardableResult
  func run() throws -> Int {
    let code = sqlite3_step(statement)
    sqlite3_reset(statement)
    guard code == SQLITE_DONE else { throw RowStatement.error(code, connection) }
    return Int(sqlite3_changes(connection))
  }

  /// Goes to the first or next row that the statement finds.
  func next() throws -> Bool {
    let code = sqlite3_step(statement)
    guard code == SQLITE_DONE || code == SQLITE_ROW else { throw RowStatement.error(code, connection) }
    return code == SQLITE_ROW
  }

  func isNull(_ index: Int32) -> Bool { sqlite3_column_type(statement, index) == SQLITE_NULL }

  func number(at index: Int32) -> Int64 { sqlite3_column_int64(statement, index) }

  /// The text as UTF-8, valid until the next row.
  func text(at index: Int32) -> UnsafeRawBufferPointer? {
    guard let start = sqlite3_column_text(statement, index) else { return nil }
    return UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, index)))
  }

  /// Whether the statement finds a row.
  func findsRow() throws -> Bool {
    let code = sqlite3_step(statement)
    sqlite3_reset(statement)
    guard code == SQLITE_DONE || code == SQLITE_ROW else { throw RowStatement.error(code, connection) }
    return code == SQLITE_ROW
  }

  private static func error(_ code: Int32, _ connection: OpaquePointer) -> DatabaseError {
    DatabaseError(resultCode: ResultCode(rawValue: code), message: String(cString: sqlite3_errmsg(connection)))
  }
}
