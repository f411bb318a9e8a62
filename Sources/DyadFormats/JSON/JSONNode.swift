internal import DyadCore

/// A value of JSON with the place where it begins.
struct JSONNode: Sendable {
  indirect enum Value: Sendable {
    case null
    case flag(Bool)
    /// The digits as they stand, so that none is lost.
    case number(String)
    case words(String)
    case list([JSONNode])
    case object([(key: String, keyPlace: SourceLocation, value: JSONNode)])
  }

  var value: Value
  var place: SourceLocation

  subscript(key: String) -> JSONNode? {
    guard case .object(let members) = value else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// Words, or a number or a flag as words.
  var words: String? {
    switch value {
    case .words(let words): words
    case .number(let digits): digits
    case .flag(let flag): flag ? "true" : "false"
    default: nil
    }
  }

  var number: Double? { if case .number(let digits) = value { Double(digits) } else { nil } }
  var flag: Bool? { if case .flag(let flag) = value { flag } else { nil } }
  var list: [JSONNode]? { if case .list(let list) = value { list } else { nil } }
  var members: [(key: String, keyPlace: SourceLocation, value: JSONNode)]? {
    if case .object(let members) = value { members } else { nil }
  }

  /// What it is, for messages.
  var shape: String {
    switch value {
    case .null: "nothing"
    case .flag: "true or false"
    case .number: "a number"
    case .words: "words"
    case .list: "a list"
    case .object: "a mapping"
    }
  }
}
