internal import DyadCore

/// What is being read: the file, what was found wrong so far, and the places of the fields of the thing at hand.
final class Reading {
  let file: String
  var findings: [Diagnostic] = []
  var places: [String: SourceLocation] = [:]

  init(file: String) { self.file = file }

  func place(of node: Node) -> SourceLocation { node.place }

  func find(
    _ code: Diagnostic.Code, _ message: String, at node: Node, suggestion: String? = nil, notes: [Diagnostic.Note] = []
  ) {
    findings.append(Diagnostic(code, message, at: place(of: node), notes: notes, suggestion: suggestion))
  }

  /// The words of a scalar, cleaned.
  func words(_ node: Node, _ what: String) -> String? {
    guard let scalar = node.scalar else {
      find(.wrongShape, "\(what) should be words, not \(node.shape)", at: node)
      return nil
    }
    switch Clean.text(scalar) {
    case .success(let text): return text
    case .failure(let refused):
      find(.controlCharacter, "\(what) holds the character \(refused.description)", at: node)
      return nil
    }
  }
}

/// A mapping whose fields are asked for one by one; what nobody asked for is unknown.
struct Fields {
  let reading: Reading
  let node: Node
  private let values: [String: (key: Node, value: Node)]
  private let order: [String]
  private let asked = Asked()

  private final class Asked { var keys: Set<String> = [] }

  init?(_ node: Node, _ what: String, _ reading: Reading) {
    guard case .mapping(let mapping) = node.value else {
      reading.find(.wrongShape, "\(what) should be a mapping, not \(node.shape)", at: node)
      return nil
    }
    var values: [String: (key: Node, value: Node)] = [:]
    var order: [String] = []
    for (key, value) in mapping {
      guard let name = reading.words(key, "a key") else { continue }
      let plain = String(name.drop { $0 == YAMLText.duplicateMark })
      if let first = values[plain] {
        reading.find(
          .duplicateKey, "'\(plain)' stands twice in one mapping", at: key,
          notes: [Diagnostic.Note("first written here", at: reading.place(of: first.key))])
        continue
      }
      values[plain] = (key, value)
      order.append(plain)
    }
    (self.reading, self.node, self.values, self.order) = (reading, node, values, order)
  }

  /// Every entry, for mappings whose keys are ids.
  var entries: [(id: String, key: Node, value: Node)] { order.map { ($0, values[$0]!.key, values[$0]!.value) } }

  func node(_ key: String) -> Node? {
    asked.keys.insert(key)
    return values[key]?.value
  }

  /// A finding for every key that was not asked for.
  ///
  /// - Parameter synonyms: what somebody may have meant by a word that is spelt right, and not ours.
  func refuseOthers(_ what: String, synonyms: [String: String] = [:]) {
    for key in order where !asked.keys.contains(key) {
      reading.find(
        .unknownKey, "\(what) has no '\(key)'", at: values[key]!.key,
        suggestion: synonyms[key.lowercased()] ?? nearest(to: key, among: asked.keys.sorted()))
    }
  }

  // MARK: Kinds of value

  func words(_ key: String) -> String? { node(key).flatMap { reading.words($0, "'\(key)'") } }

  func needed(_ key: String, of what: String) -> String? {
    guard let value = node(key) else {
      reading.find(.missingKey, "\(what) needs '\(key)'", at: node)
      return nil
    }
    guard let words = reading.words(value, "'\(key)'") else { return nil }
    guard !words.allSatisfy(\.isWhitespace) else {
      reading.find(.missingKey, "'\(key)' is empty", at: value)
      return nil
    }
    return words
  }

  /// A text as it stands, such as a source's: not composed, so that it is quoted as it was written.
  func content(_ key: String) -> String? {
    guard let value = node(key) else { return nil }
    guard let scalar = value.scalar else {
      reading.find(.wrongShape, "'\(key)' should be words, not \(value.shape)", at: value)
      return nil
    }
    return scalar
  }

  /// The id of something else, its place kept under the path.
  func id(_ key: String, as path: String? = nil) -> String? {
    guard let value = node(key) else { return nil }
    reading.places[path ?? key] = reading.place(of: value)
    return reading.words(value, "'\(key)'")
  }

  /// A list of ids; one alone may stand without brackets.
  func ids(_ key: String) -> [String] {
    guard let value = node(key) else { return [] }
    let items = value.sequence ?? [value]
    return items.enumerated().compactMap { index, item in
      reading.places["\(key)/\(index)"] = reading.place(of: item)
      return reading.words(item, "an id")
    }
  }

  func interval(_ key: String, as path: String? = nil) -> Interval? {
    guard let value = node(key), let words = reading.words(value, "'\(key)'") else { return nil }
    reading.places[path ?? key] = reading.place(of: value)
    guard let interval = Interval(words) else {
      let isInterval = words.contains("/")
      reading.find(
        isInterval ? .badInterval : .badDate, "'\(words)' is no \(isInterval ? "interval" : "date")", at: value)
      return nil
    }
    return interval
  }

  func date(_ key: String) -> PartialDate? {
    guard let value = node(key), let words = reading.words(value, "'\(key)'") else { return nil }
    guard let date = PartialDate(words) else {
      reading.find(.badDate, "'\(words)' is no date", at: value)
      return nil
    }
    return date
  }

  func number(_ key: String, in range: ClosedRange<Double>) -> Double? {
    guard let value = node(key), let words = reading.words(value, "'\(key)'") else { return nil }
    guard let number = Double(words), range.contains(number) else {
      let limits = "\(Int(range.lowerBound)) to \(Int(range.upperBound))"
      reading.find(.badNumber, "'\(key)' is a number from \(limits), not '\(words)'", at: value)
      return nil
    }
    return number
  }

  func tone(_ key: String) -> Tone? { number(key, in: -10...10).flatMap(Tone.init) }

  func flag(_ key: String) -> Bool? {
    word(key, among: ["true", "false"]).map { $0 == "true" }
  }

  /// One of a few words.
  func word(_ key: String, among allowed: [String]) -> String? {
    guard let value = node(key), let words = reading.words(value, "'\(key)'") else { return nil }
    guard allowed.contains(words) else {
      reading.find(
        .badWord, "'\(key)' is one of \(allowed.joined(separator: ", ")), not '\(words)'", at: value,
        suggestion: nearest(to: words, among: allowed))
      return nil
    }
    return words
  }

  func address(_ key: String) -> String? {
    guard let value = node(key), let words = reading.words(value, "'\(key)'") else { return nil }
    guard words.hasPrefix("https://") || words.hasPrefix("http://"), !words.contains(where: \.isWhitespace) else {
      reading.find(.badURL, "'\(words)' is no address that begins with https:// or http://", at: value)
      return nil
    }
    return words
  }
}
