package import DyadCore
internal import DyadFormats

/// The records and references in a part of a dossier's text, each with its bytes.
///
///     let index = PartIndex(of: Array("  quay: { actors: [arvane] }\n".utf8), header: "events:\n")
///     index?.references[0].id     // "arvane"
package struct PartIndex: Sendable {
  /// A record, or a part of one with an id: a phase, an office held, a link.
  package struct Record: Sendable {
    package let form: RecordForm
    package let id: String
    /// The kind as commands name it: "event".
    package let kind: String
    /// What a list shows beside the id: a name, a title, words; `nil` for none.
    package let title: String?
    /// The id, or where the record begins if the id is made.
    package let name: Range<Int>
    package let bytes: Range<Int>
    /// Whether it is within another record.
    package let isPart: Bool

    /// Whether the id is written in the text.
    package let hasOwnId: Bool
  }

  /// An id that refers to a record.
  package struct Reference: Sendable {
    /// What the id may refer to.
    package enum Target: Hashable, Sendable { case entity, source, office, kind, event, claim, mention, word }

    package let target: Target
    package let id: String
    package let bytes: Range<Int>
    /// The record that refers.
    package let owner: String
    package let key: RecordForm.Key?

    /// Whether the reference means the record.
    package func means(_ record: Record) -> Bool {
      let name = record.form.name
      switch target {
      case .entity, .mention: return record.id == id && Entity.Kind(rawValue: name) != nil
      case .word:
        return record.id == id.lowercased()
          && (Entity.Kind(rawValue: name) != nil || name == RelationKind.schema.form.name)
      case .source: return record.id == id && name == Source.schema.form.name
      case .office: return record.id == id && name == Office.schema.form.name
      case .kind: return record.id == id && name == RelationKind.schema.form.name
      case .event: return record.id == id && name == Event.schema.form.name
      case .claim:
        let others = [
          Source.schema.form, Relation.schema.form, RelationKind.schema.form, View.schema.form, Review.schema.form,
        ]
        return record.id == id && !others.contains { $0.name == name }
      }
    }
  }

  package let records: [Record]
  package let references: [Reference]

  /// The index of the text; `nil` if it is not YAML.
  ///
  /// - Parameter header: what precedes the text, where it is a record without its section.
  package init?(of text: [UInt8], header: String) {
    let start = header.utf8.count
    guard let root = YAMLNode(of: Array(header.utf8) + text) else { return nil }
    let value = YAMLValue(root)
    let index = RecordIndex([value])
    func moved(_ range: Range<Int>) -> Range<Int> {
      max(0, range.lowerBound - start)..<max(0, range.upperBound - start)
    }
    var records: [Record] = []
    for address in index.records {
      guard let node = root.node(at: address.path) else { continue }
      let value = YAMLValue(node)
      let own = address.hasOwnId && address.path.last.map { if case .index = $0 { true } else { false } } == true
      let name =
        own ? node.entries?.first { $0.key.scalar == "id" }?.value : address.hasOwnId ? root.key(at: address.path) : nil
      let isPart = address.path.count > 2
      let head = isPart ? node.bytes : (root.key(at: address.path)?.bytes ?? node.bytes)
      records.append(
        Record(
          form: address.form, id: address.id, kind: address.kind, title: PartIndex.title(of: value),
          name: moved(name?.bytes ?? node.bytes.lowerBound..<node.bytes.lowerBound),
          bytes: moved(head.lowerBound..<max(head.upperBound, node.bytes.upperBound)), isPart: isPart,
          hasOwnId: address.hasOwnId))
      if let office = PartIndex.office(madeBy: address, value, in: index, root) {
        records.append(office.moved(by: start))
      }
    }
    self.records = records
    references = DyadEditing.Reference.all(in: index, [value]).compactMap { reference in
      guard let node = reference.isKey ? root.key(at: reference.path) : root.node(at: reference.path) else {
        return nil
      }
      return Reference(
        target: Reference.Target(reference.target), id: reference.id, bytes: moved(PartIndex.content(of: node)),
        owner: reference.owner.id, key: reference.key)
    }
  }

  /// Without quotes.
  private static func content(of node: YAMLNode) -> Range<Int> {
    guard case .scalar(_, let style) = node.content, style == .doubleQuoted || style == .singleQuoted,
      node.bytes.count > 1
    else { return node.bytes }
    return node.bytes.lowerBound + 1..<node.bytes.upperBound - 1
  }

  private static func title(of value: YAMLValue) -> String? {
    ["name", "title", "what", "reads", "sentence", "during"].lazy.compactMap { value[$0]?.scalar }.first
  }

  /// The office that an official holds by its title, which is defined there.
  private static func office(
    madeBy address: RecordAddress, _ row: YAMLValue, in index: RecordIndex, _ root: YAMLNode
  ) -> Record? {
    guard address.form.name == Holding.listed.name, row["office"] == nil, let title = row["title"]?.scalar,
      let node = root.node(at: address.path + [.key("title")])
    else { return nil }
    let official = root.node(at: Array(address.path.prefix(2))).map(YAMLValue.init)
    guard let id = RecordIndex.office(of: row, serving: official?["serves"]?.scalar) else { return nil }
    return Record(
      form: Office.schema.form, id: id.text, kind: "office", title: title, name: node.bytes, bytes: node.bytes,
      isPart: true, hasOwnId: false)
  }
}

extension PartIndex.Record {
  fileprivate func moved(by start: Int) -> Self {
    func moved(_ range: Range<Int>) -> Range<Int> {
      max(0, range.lowerBound - start)..<max(0, range.upperBound - start)
    }
    return Self(
      form: form, id: id, kind: kind, title: title, name: moved(name), bytes: moved(bytes), isPart: isPart,
      hasOwnId: hasOwnId)
  }
}

extension PartIndex.Reference.Target {
  fileprivate init(_ target: Reference.Target) {
    switch target {
    case .entity: self = .entity
    case .source: self = .source
    case .office: self = .office
    case .kind: self = .kind
    case .event: self = .event
    case .claim: self = .claim
    case .mention: self = .mention
    case .word: self = .word
    }
  }
}

extension YAMLNode {
  /// The node at the end of the path.
  func node(at path: [YAMLValue.Step]) -> YAMLNode? {
    var node = self
    for step in path {
      switch step {
      case .key(let key):
        guard let entry = node.entries?.first(where: { $0.key.scalar == key }) else { return nil }
        node = entry.value
      case .index(let index):
        guard let items = node.items, items.indices.contains(index) else { return nil }
        node = items[index]
      }
    }
    return node
  }

  /// The key at the end of the path.
  func key(at path: [YAMLValue.Step]) -> YAMLNode? {
    guard case .key(let key)? = path.last else { return nil }
    return node(at: Array(path.dropLast()))?.entries?.first { $0.key.scalar == key }?.key
  }
}
