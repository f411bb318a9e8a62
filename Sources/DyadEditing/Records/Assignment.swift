package import DyadCore
package import DyadSyntax

/// A key of a record with its new value, as commands take them.
///
///     Assignment("actors=arvane, belmar", for: Event.schema.form)     // actors: [arvane, belmar]
package struct Assignment: Sendable {
  package var key: String
  /// `nil` to remove the key.
  package var value: YAMLValue?
  /// Whether the value is added to the one that is there.
  package var isAddition = false

  package init(_ key: String, _ value: YAMLValue?) { (self.key, self.value) = (key, value) }

  /// The assignments of a JSON object; `null` removes a key.
  package static func all(in object: JSONNode) -> [Assignment] {
    (object.members ?? []).map { Assignment($0.key, YAMLValue($0.value)) }
  }

  /// The key and the text of `key=text` or `key+=text`.
  package static func split(_ words: String) -> (key: String, text: String, isAddition: Bool)? {
    guard let sign = words.firstIndex(of: "="), sign != words.startIndex else { return nil }
    let (key, text) = (words[..<sign], String(words[words.index(after: sign)...]))
    return key.hasSuffix("+") ? (String(key.dropLast()), text, true) : (String(key), text, false)
  }

  /// The assignment `key=text`, its text read by the type of the key; empty text removes the key.
  package init(_ words: String, for form: RecordForm) throws(EditError) {
    guard let (key, text, isAddition) = Assignment.split(words) else {
      throw .request("'\(words)' is not of the form key=value")
    }
    self.init(key, nil)
    self.isAddition = isAddition
    guard !text.isEmpty else { return }
    value = form[key].map(\.type).map { Assignment.value(text, $0) } ?? .text(text)
  }

  /// Several assignments; citations of one record add up.
  package static func all(_ words: [String], for form: RecordForm) throws(EditError) -> [Assignment] {
    var all: [Assignment] = []
    for words in words {
      let one = try Assignment(words, for: form)
      if let index = all.firstIndex(where: { $0.key == one.key }), let earlier = all[index].value, let value = one.value
      {
        all[index].value = earlier.adding(value)
      } else {
        all.append(one)
      }
    }
    return all
  }

  // MARK: Values

  private static func value(_ text: String, _ type: FieldType) -> YAMLValue {
    switch type {
    case .number, .count: return Double(text) == nil ? .text(text) : .literal(text)
    case .flag: return ["true", "false"].contains(text) ? .literal(text) : .text(text)
    case .words, .quote, .verbatim, .address, .sentence, .date, .interval, .since, .choice, .reference, .amount,
      .formerId, .ownId, .mention:
      return .text(text)
    case .references, .phases, .participants, .pair, .wordSet, .rows, .amounts, .codes, .entitiesByCode, .citations,
      .records:
      break
    }
    if let json = json(text) { return json }
    switch type {
    case .amounts, .codes, .entitiesByCode: return pairs(text)
    case .citations: return citation(text)
    default: return .list(items(text).map { .text($0) })
    }
  }

  /// A text that is an object or an array of JSON.
  private static func json(_ text: String) -> YAMLValue? {
    guard text.hasPrefix("{") || text.hasPrefix("[") else { return nil }
    return (try? JSONParser.parse(Array(text.utf8), document: "")).flatMap { YAMLValue($0) }
  }

  /// Between commas, without the brackets that a dossier writes.
  private static func items(_ text: String) -> [String] {
    let inner = text.hasPrefix("[") && text.hasSuffix("]") ? text.dropFirst().dropLast() : text[...]
    return inner.split(separator: ",").map { $0.trimming() }.filter { !$0.isEmpty }
  }

  /// `delegates: over 12, dead: 3`
  private static func pairs(_ text: String) -> YAMLValue {
    .mapping(
      items(text).map { item in
        let parts = item.split(separator: ":", maxSplits: 1).map { $0.trimming() }
        return YAMLValue.Member(parts[0], .text(parts.count > 1 ? parts[1] : ""))
      })
  }

  /// `herald`, or `herald: the words`, with quotation marks or without.
  private static func citation(_ text: String) -> YAMLValue {
    guard let colon = text.firstIndex(of: ":"), Source.ID.isWellFormed(String(text[..<colon])) else {
      return .text(text)
    }
    var quote = text[text.index(after: colon)...].trimming()
    if quote.count > 1, quote.hasPrefix("\""), quote.hasSuffix("\"") { quote = String(quote.dropFirst().dropLast()) }
    return .mapping([YAMLValue.Member(String(text[..<colon]), .text(quote))])
  }
}

extension StringProtocol {
  fileprivate func trimming() -> String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
