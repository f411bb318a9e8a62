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
      find(.controlCharacter, "\(what) contains the character \(refused.description)", at: node)
      return nil
    }
  }
}

/// A mapping whose keys are read one by one; a key that is never read is unknown.
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
          .duplicateKey, "duplicate key '\(plain)'", at: key,
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
  /// - Parameter synonyms: our keys for words that other tools use.
  func refuseOthers(_ what: String, synonyms: [String: String] = [:]) {
    for key in order where !asked.keys.contains(key) {
      reading.find(
        .unknownKey, "\(what) has no '\(key)'", at: values[key]!.key,
        suggestion: synonyms[key.lowercased()] ?? nearest(to: key, among: asked.keys.sorted()))
    }
  }

  // MARK: Kinds of value

  /// The words of a key, where it has any.
  func words(_ key: String) -> String? { node(key).flatMap { reading.words($0, "'\(key)'") } }

  /// The words of a key that is required.
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

  /// One of a few words.
  func word(_ key: String, among allowed: [String]) -> String? {
    guard let value = node(key), let words = reading.words(value, "'\(key)'") else { return nil }
    return choice(words, key, among: allowed, value)
  }

  /// A list of ids; one alone needs no brackets.
  func ids(_ key: String) -> [String] { node(key).map { ids(in: $0, at: key) } ?? [] }

  func ids(in node: Node, at path: String) -> [String] {
    (node.sequence ?? [node]).enumerated().compactMap { index, item in
      reading.places["\(path)/\(index)"] = reading.place(of: item)
      return reading.words(item, "an id")
    }
  }

  func interval(_ words: String, _ node: Node) -> Interval? {
    if let interval = Interval(words) { return interval }
    let isInterval = words.contains("/")
    reading.find(
      isInterval ? .badInterval : .badDate, "'\(words)' is not a valid \(isInterval ? "interval" : "date")", at: node)
    return nil
  }

  func date(_ words: String, _ node: Node) -> PartialDate? {
    if let date = PartialDate(words) { return date }
    reading.find(.badDate, "'\(words)' is not a valid date", at: node)
    return nil
  }

  func number(_ words: String, _ key: String, in range: ClosedRange<Double>, _ node: Node) -> Double? {
    if let number = Double(words), range.contains(number) { return number }
    let limits = "\(Int(range.lowerBound)) to \(Int(range.upperBound))"
    reading.find(.badNumber, "'\(key)' is a number from \(limits), not '\(words)'", at: node)
    return nil
  }

  func choice(_ words: String, _ key: String, among allowed: [String], _ node: Node) -> String? {
    if allowed.contains(words) { return words }
    reading.find(
      .badWord, "'\(key)' is one of \(allowed.joined(separator: ", ")), not '\(words)'", at: node,
      suggestion: nearestWord(to: words, among: allowed))
    return nil
  }

  func address(_ words: String, _ node: Node) -> Field.Value? {
    if words.hasPrefix("https://") || words.hasPrefix("http://"), !words.contains(where: \.isWhitespace) {
      return .words(words)
    }
    reading.find(.badURL, "'\(words)' is not an address that begins with https:// or http://", at: node)
    return nil
  }
}
