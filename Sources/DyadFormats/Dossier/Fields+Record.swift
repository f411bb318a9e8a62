internal import DyadCore

/// Reads a mapping as a record of a form, which defines its keys.
extension Fields {
  /// The fields of the mapping; `nil` if an essential key is missing.
  ///
  /// - Parameters:
  ///   - subject: the name of the record in messages; the noun of the form by default.
  ///   - path: the prefix of the paths of its fields.
  ///   - defaults: the values of keys that the mapping lacks, with their places.
  func read(
    _ form: RecordForm, calledBy subject: String? = nil, at path: String = "", defaults: [Located<Field>] = []
  ) -> [Field]? {
    var (said, isWhole): ([Field], Bool) = ([], true)
    let (left, isChosen) = apply(form.rules, of: form)
    for key in form.keys {
      guard let node = node(key.name) else {
        if let standard = defaults.first(where: { $0.value.name == key.name }) {
          context.places[path.isEmpty ? key.name : "\(path)/\(key.name)"] = standard.place
          said.append(standard.value)
          continue
        }
        guard key.isRequired else { continue }
        context.report(.missingKey, "\(subject ?? form.noun) needs '\(key.name)'", at: self.node)
        if key.presence == .essential { isWhole = false }
        continue
      }
      if left.contains(key.name) { continue }
      if let value = value(of: node, key, at: path.isEmpty ? key.name : "\(path)/\(key.name)") {
        said.append(Field(key.name, value))
      } else if key.presence == .essential {
        isWhole = false
      }
    }
    return isWhole && isChosen(said) ? said : nil
  }

  /// Checks the rules; returns the keys to skip, and whether the record is complete.
  private func apply(
    _ rules: [RecordForm.Rule], of form: RecordForm
  ) -> (left: Set<String>, isEnough: ([Field]) -> Bool) {
    var left: Set<String> = []
    var required: [[[String]]] = []
    for rule in rules {
      switch rule {
      case .needs(let key, let other):
        if let node = node(key), self.node(other) == nil {
          context.report(.unknownKey, "'\(key)' goes with '\(other)'", at: node)
        }
      case .alternatives(let alternatives, let isRequired):
        let given = alternatives.filter { $0.contains { node($0) != nil } }
        if isRequired { required.append(alternatives) }
        if given.count > 1, let node = node(given[0].first { self.node($0) != nil } ?? "") {
          context.report(.unknownKey, "\(form.noun) has \(Fields.list(alternatives)), not both", at: node)
          left.formUnion(given[1...].joined())
        } else if isRequired, !alternatives.contains(where: { $0.allSatisfy { node($0) != nil } }) {
          context.report(.missingKey, "\(form.noun) needs \(Fields.list(alternatives))", at: node)
        }
      }
    }
    guard !required.isEmpty else { return (left, { _ in true }) }
    return (
      left,
      { said in
        let names = Set(said.map(\.name))
        return required.allSatisfy { $0.contains { names.isSuperset(of: $0) } }
      }
    )
  }

  /// "'between', or 'from' and 'to'"
  private static func list(_ alternatives: [[String]]) -> String {
    alternatives.map { $0.map { "'\($0)'" }.joined(separator: " and ") }
      .joined(separator: alternatives.contains { $0.count > 1 } ? ", or " : " or ")
  }
}
