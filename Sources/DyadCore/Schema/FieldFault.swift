/// Why a value of a key is not allowed: the one validation of values, for every reader.
package struct FieldFault: Hashable {
  package let code: Diagnostic.Code
  package let message: String
  package var suggestion: String?
}

extension RecordForm.Key {
  /// Names and titles are shown whole, so that they have a limit.
  package static let longestName = 1000
  private static let names: Set = ["name", "short", "title"]

  /// Why the value is not allowed; `nil` for a value that is.
  package func fault(in value: Field.Value) -> FieldFault? {
    switch (type, value) {
    case (_, .words(let words)) where isRequired && type != .verbatim && words.isBlank:
      return FieldFault(code: .missingKey, message: "'\(name)' is empty")
    case (.address, .words(let words)) where !WebAddress.isAllowed(words):
      return FieldFault(code: .badURL, message: "'\(words)' is not a URL that begins with https:// or http://")
    case (.sentence, .words(let words)) where !words.contains("{from}") || !words.contains("{to}"):
      return FieldFault(code: .badWord, message: "a sentence names {from} and {to}")
    case (.number(let range), .number(let number)) where !range.contains(number):
      let limits = "\(Int(range.lowerBound)) to \(Int(range.upperBound))"
      return FieldFault(code: .badNumber, message: "'\(name)' must be a number from \(limits), not '\(number)'")
    case (.choice(let allowed), .words(let words)) where !allowed.contains(words):
      return FieldFault(
        code: .badWord, message: "'\(name)' must be one of \(allowed.joined(separator: ", ")), not '\(words)'",
        suggestion: nearestWord(to: words, among: allowed))
    case (.words, .words(let words))
    where Self.names.contains(name) && words.utf8.count > Self.longestName
      && words.unicodeScalars.count > Self.longestName:
      return FieldFault(
        code: .tooLong, message: "'\(name)' has \(words.unicodeScalars.count) characters; at most 1000 are allowed")
    default: return nil
    }
  }
}

extension String {
  /// Whether it has no visible character.
  fileprivate var isBlank: Bool {
    // Most texts begin with a visible character of ASCII.
    if let first = utf8.first, (0x21..<0x7F).contains(first) { return false }
    return allSatisfy(\.isWhitespace)
  }
}

extension RecordForm {
  /// The faults of the values of a record, and of the records within it.
  package func faults(in fields: [Field]) -> [FieldFault] {
    fields.flatMap { field -> [FieldFault] in
      guard let key = self[field.name] else { return [] }
      if case .rows(let rows) = field.value, let part = key.type.part { return rows.flatMap(part.faults) }
      return [key.fault(in: field.value)].compactMap { $0 }
    }
  }
}

extension Dossier {
  /// A finding for every value that its key does not allow, for readers that make records without `Fields`.
  package var valueFindings: [Diagnostic] {
    func findings<Record: Recorded>(_ records: [Located<Record>]) -> [Diagnostic] {
      records.flatMap { record in
        record.value.keys.form.faults(in: record.value.keys.fields(of: record.value)).map {
          Diagnostic($0.code, $0.message, at: record.place, suggestion: $0.suggestion)
        }
      }
    }
    return findings(sources) + findings(entities) + findings(offices) + findings(holdings) + findings(kinds)
      + findings(relations) + findings(events) + findings(views)
  }
}

/// The addresses that a dossier may contain, so that no output has a link that runs a script or opens a file.
package enum WebAddress {
  /// Whether it begins with `https://` or `http://`, and contains no white space and no control characters.
  package static func isAllowed(_ text: String) -> Bool {
    (text.hasPrefix("https://") || text.hasPrefix("http://"))
      && !text.unicodeScalars.contains { $0.properties.isWhitespace || $0.isControl }
  }
}
