package import DyadEvents

/// An event of a store, with the row that it was read from.
///
///     stored.event.reference        // "https://…"
package struct StoredEvent: Hashable, Sendable {
  package var event: CodedEvent
  /// The id of the data set.
  package var dataSet: String
  /// The path of the file, as it was given.
  package var file: String
  /// The line, from 1.
  package var line: Int
}
