internal import Foundation
internal import GRDB

/// Coded events in one SQLite file.
///
/// An event is identified by data set, id and first day: added twice it is stored once. A run that adds events changes the
/// store completely or not at all.
///
///     let store = try EventStore(at: "events.sqlite", for: .reading)
///     try store.count(EventQuery(between: "PAK", and: "AFG"))      // 1,204
package final class EventStore: Sendable {
  /// What a store is opened for.
  package enum Purpose: Sendable {
    case reading
    /// The store is created if it does not exist.
    case writing
  }

  package let path: String
  private let queue: DatabaseQueue

  /// Opens a store.
  ///
  /// - Parameters:
  ///   - patience: for how many seconds to wait while another process writes.
  ///   - pages: the most pages that the file may have, for tests of a full disk.
  package convenience init(at path: String, for purpose: Purpose, patience: Double = 10) throws(EventStoreError) {
    try self.init(at: path, for: purpose, patience: patience, pages: nil)
  }

  package init(at path: String, for purpose: Purpose, patience: Double = 10, pages: Int?) throws(EventStoreError) {
    self.path = path
    let exists = FileManager.default.fileExists(atPath: path)
    if purpose == .reading, !exists { throw .missing(path: path) }
    var configuration = Configuration()
    configuration.readonly = purpose == .reading
    configuration.busyMode = .timeout(patience)
    // References are made with the rows that they point to; checking each again would double the time of a run.
    configuration.foreignKeysEnabled = false
    configuration.prepareDatabase { database in
      // Larger pages cost less to append to. A larger cache does not pay: rows come nearly in the order of the table, and SQLite sorts
      // an index within it, where the caches of the processor count. A reader finds most pages once, and a small cache takes no
      // new memory for each.
      let kibibytes = purpose == .reading ? 512 : 16_384
      try database.execute(sql: "PRAGMA page_size = 8192; PRAGMA cache_size = -\(kibibytes)")
      if let pages { try database.execute(sql: "PRAGMA max_page_count = \(pages)") }
    }
    let opened: Result<DatabaseQueue, any Error> = Result {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      if purpose == .writing, try queue.read(EventStore.isEmpty) {
        try queue.write { database in
          // Another process may have made it since.
          if try EventStore.isEmpty(database) { try EventStoreSchema.create(in: database) }
        }
      }
      return queue
    }
    switch opened {
    case .success(let queue): self.queue = queue
    case .failure(let error):
      if !exists { try? FileManager.default.removeItem(atPath: path) }
      throw EventStore.error(error, at: path)
    }
    try check()
  }

  /// Refuses other databases, and stores of a later version.
  private func check() throws(EventStoreError) {
    let marks = try read { database in
      (
        try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0,
        try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
      )
    }
    guard marks.0 == EventStoreSchema.application else { throw .foreign(path: path) }
    guard marks.1 <= EventStoreSchema.version else { throw .newer(path: path, version: marks.1) }
  }

  private static func isEmpty(_ database: Database) throws -> Bool {
    try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") == 0
  }

  func read<Value>(_ work: (Database) throws -> Value) throws(EventStoreError) -> Value {
    do { return try queue.read(work) } catch { throw EventStore.error(error, at: path) }
  }

  /// Changes the store completely, or, where an error is thrown, not at all.
  ///
  /// Errors of the work itself are passed on.
  func write<Value>(_ work: (Database) throws -> Value) throws -> Value {
    do { return try queue.write(work) } catch let error as DatabaseError {
      throw EventStore.error(error, at: path)
    }
  }

  private static func error(_ error: any Error, at path: String) -> EventStoreError {
    switch error {
    case let error as DatabaseError: EventStoreError(error, at: path)
    case let error as EventStoreError: error
    default: .database(path: path, message: error.localizedDescription)
    }
  }
}
