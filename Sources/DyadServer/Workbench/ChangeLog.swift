internal import DyadEditing

/// Which records changed in which version of the files, so that an edit made on an older version replaces no value that its
/// author has not seen.
struct ChangeLog {
  /// A change of a record: the keys that changed; `nil` where the record went.
  private typealias Change = Set<String>?
  private var changes: [(version: Int, records: [String: Change])] = []
  private static let most = 300

  /// A value that changed since the author of an edit saw it.
  struct Conflict: Error {
    var id: String
    /// The key; `nil` where the record went, or is to be removed.
    var key: String?
    var message: String
  }

  mutating func note(_ version: Int, from old: [String: YAMLValue], to new: [String: YAMLValue]) {
    var records: [String: Change] = [:]
    for (name, value) in old {
      guard let now = new[name] else {
        records.updateValue(nil, forKey: name)
        continue
      }
      guard now != value else { continue }
      let keys = Set((value.members ?? []).map(\.key)).union((now.members ?? []).map(\.key))
      records[name] = keys.filter { value[$0] != now[$0] }
    }
    changes.append((version, records))
    if changes.count > ChangeLog.most { changes.removeFirst() }
  }

  /// Throws if a value that the edits replace has changed since the version.
  func check(_ touches: [EditRequest.Touch], since version: Int) throws(Conflict) {
    for touch in touches {
      for change in changes where change.version > version {
        for (name, keys) in change.records
        where name == touch.id || name.split(separator: ":", maxSplits: 1).last.map(String.init) == touch.id {
          guard let keys else {
            throw Conflict(id: touch.id, key: nil, message: "'\(touch.id)' was removed or renamed meanwhile")
          }
          let common = touch.keys.map(keys.intersection) ?? keys
          guard let key = common.sorted().first else { continue }
          throw Conflict(id: touch.id, key: key, message: "'\(key)' of '\(touch.id)' was changed meanwhile")
        }
      }
    }
  }
}
