internal import GRDB

/// Why a store cannot be opened, read or written.
///
///     catch EventStoreError.busy(let path) { … }
package enum EventStoreError: Error, Hashable, Sendable {
  /// There is no such file.
  case missing(path: String)
  /// The file is no store of events.
  case foreign(path: String)
  /// A later version of the tool made the store.
  case newer(path: String, version: Int)
  /// Another process is writing.
  case busy(path: String)
  /// The disk is full; the store is as it was before.
  case full(path: String)
  /// Any other error of SQLite.
  case database(path: String, message: String)
}

extension EventStoreError: CustomStringConvertible {
  /// What is wrong, in lower case and without a full stop.
  package var description: String {
    switch self {
    case .missing(let path): "'\(path)' does not exist; 'dyad events add … --to \(path)' creates it"
    case .foreign(let path): "'\(path)' is not an event store"
    case .newer(let path, let version):
      "'\(path)' has version \(version) of the schema; this program reads version \(EventStoreSchema.version)"
    case .busy(let path): "another process is writing to '\(path)'"
    case .full(let path): "no space left on the disk of '\(path)'; the store is unchanged"
    case .database(let path, let message): "'\(path)': \(message)"
    }
  }

  init(_ error: DatabaseError, at path: String) {
    self =
      switch error.resultCode {
      case .SQLITE_BUSY, .SQLITE_LOCKED: .busy(path: path)
      case .SQLITE_FULL: .full(path: path)
      case .SQLITE_NOTADB: .foreign(path: path)
      default: .database(path: path, message: error.message ?? error.resultCode.description)
      }
  }
}
