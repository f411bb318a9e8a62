internal import DyadCore

/// The state of a reader: the file, the findings so far, and the places of the fields of the current record.
final class ReadingContext {
  let file: String
  var findings: [Diagnostic] = []
  var places: [String: SourceLocation] = [:]
  /// The source that the file names once, for citations without one.
  var defaultSource: Located<Source.ID>?

  init(file: String) { self.file = file }

  func place(of node: Node) -> SourceLocation { node.place }

  func report(
    _ code: Diagnostic.Code, _ message: String, at node: Node, suggestion: String? = nil, notes: [Diagnostic.Note] = []
  ) {
    findings.append(Diagnostic(code, message, at: place(of: node), notes: notes, suggestion: suggestion))
  }

  /// Makes warnings of the findings from this one on.
  func weaken(from first: Int) {
    for index in findings.indices.dropFirst(first) { findings[index].severity = .warning }
  }

  /// The validated text of a scalar.
  func words(_ node: Node, _ what: @autoclosure () -> String) -> String? {
    guard let scalar = node.scalar else {
      report(.wrongShape, "\(what()) should be text, not \(node.shape)", at: node)
      return nil
    }
    switch CleanText.validated(scalar) {
    case .success(let text): return text
    case .failure(let refused):
      report(.controlCharacter, "\(what()) contains \(refused)", at: node)
      return nil
    }
  }
}

/// A mapping whose keys are read one by one; a key that is never read is unknown.
struct Fields {
  let context: ReadingContext
  let node: Node
  private let mapping: [(key: Node, value: Node)]
  /// The keys, and where they are in the mapping.
  private let keys: [(id: String, index: Int)]
  private let asked: Asked

  /// The keys that were asked for, and which of those of the mapping were.
  private final class Asked {
    var keys: [String] = []
    var found: [Bool]
    init(count: Int) {
      found = Array(repeating: false, count: count)
      keys.reserveCapacity(24)
    }
  }

  /// Every entry, for mappings whose keys are ids.
  var entries: [(id: String, key: Node, value: Node)] {
    keys.map { id, index in (id, mapping[index].key, mapping[index].value) }
  }

  init?(_ node: Node, _ what: String, _ context: ReadingContext) {
    guard case .mapping(let mapping) = node.value else {
      context.report(.wrongShape, "\(what) should be a mapping, not \(node.shape)", at: node)
      return nil
    }
    var keys: [(id: String, index: Int)] = []
    keys.reserveCapacity(mapping.count)
    // Few keys are compared with each other; many are looked up.
    var numbers: [String: Int] = [:]
    if mapping.count > 32 { numbers.reserveCapacity(mapping.count) }
    for index in mapping.indices {
      guard let name = context.words(mapping[index].key, "a key") else { continue }
      let first = mapping.count > 32 ? numbers[name] : keys.first { $0.id == name }?.index
      if let first {
        context.report(
          .duplicateKey, "duplicate key '\(name)'", at: mapping[index].key,
          notes: [Diagnostic.Note("first written here", at: context.place(of: mapping[first].key))])
        continue
      }
      if mapping.count > 32 { numbers[name] = index }
      keys.append((name, index))
    }
    (self.context, self.node, self.mapping) = (context, node, mapping)
    (self.keys, asked) = (keys, Asked(count: keys.count))
  }

  func node(_ key: String) -> Node? {
    asked.keys.append(key)
    guard let number = keys.firstIndex(where: { $0.id == key }) else { return nil }
    asked.found[number] = true
    return mapping[keys[number].index].value
  }

  /// Reports every key that was not read.
  func refuseOthers(_ what: String) {
    guard asked.found.contains(false) else { return }
    let known = Set(asked.keys)
    let sorted = known.sorted()
    for (number, (key, index)) in keys.enumerated() where !asked.found[number] {
      context.report(
        .unknownKey, "unknown key '\(key)' in \(what)", at: mapping[index].key,
        suggestion: KeySynonyms.key(for: key, among: known) ?? nearest(to: key, among: sorted))
    }
  }

  // MARK: Kinds of value

  /// The text of a key; `nil` if the key is missing.
  func words(_ key: String) -> String? { node(key).flatMap { context.words($0, "'\(key)'") } }

  /// The text of a required key.
  func needed(_ key: String, of what: String) -> String? {
    guard let value = node(key) else {
      context.report(.missingKey, "\(what) needs '\(key)'", at: node)
      return nil
    }
    guard let words = context.words(value, "'\(key)'") else { return nil }
    guard !words.allSatisfy(\.isWhitespace) else {
      context.report(.missingKey, "'\(key)' is empty", at: value)
      return nil
    }
    return words
  }

  /// One of the allowed values.
  func word(_ key: String, among allowed: [String]) -> String? {
    guard let value = node(key), let words = context.words(value, "'\(key)'") else { return nil }
    return choice(words, key, among: allowed, value)
  }

  /// A list of ids; a single one needs no brackets.
  func ids(_ key: String) -> [String] { node(key).map { ids(in: $0, at: key) } ?? [] }

  func ids(in node: Node, at path: String) -> [String] {
    (node.sequence ?? [node]).enumerated().compactMap { index, item in
      context.places["\(path)/\(index)"] = context.place(of: item)
      return context.words(item, "an id")
    }
  }

  func interval(_ words: String, _ node: Node) -> Interval? {
    if let interval = Interval(words) { return interval }
    let isInterval = words.contains("/")
    refuse(
      words, isInterval ? .badInterval : .badDate, node, readings: DateSpelling.readings(of: words, isInterval: true))
    return nil
  }

  func date(_ words: String, _ node: Node) -> PartialDate? {
    if let date = PartialDate(words) { return date }
    refuse(words, .badDate, node, readings: DateSpelling.readings(of: words, isInterval: false))
    return nil
  }

  /// Suggests the notation of the only reading, or notes all.
  private func refuse(_ words: String, _ code: Diagnostic.Code, _ node: Node, readings: [String]) {
    let notes =
      readings.count < 2 ? [] : [Diagnostic.Note("write \(readings.map { "'\($0)'" }.joined(separator: " or "))")]
    context.report(
      code, UnsupportedNotation.refusal(of: words, as: code == .badDate ? "date" : "interval"), at: node,
      suggestion: readings.count == 1 ? readings[0] : nil, notes: notes)
  }

  func number(_ words: String, _ key: String, in range: ClosedRange<Double>, _ node: Node) -> Double? {
    if let number = Double(words), range.contains(number) { return number }
    let limits = "\(Int(range.lowerBound)) to \(Int(range.upperBound))"
    context.report(.badNumber, "'\(key)' must be a number from \(limits), not '\(words)'", at: node)
    return nil
  }

  func choice(_ words: String, _ key: String, among allowed: [String], _ node: Node) -> String? {
    if allowed.contains(words) { return words }
    context.report(
      .badWord, "'\(key)' must be one of \(allowed.joined(separator: ", ")), not '\(words)'", at: node,
      suggestion: nearestWord(to: words, among: allowed))
    return nil
  }
}
