internal import DyadCore
internal import DyadEditing
package import DyadSyntax

/// The edits of a request, which are made all together or not at all.
package struct EditRequest: Sendable {
  /// The version of the files that the user saw.
  let version: Int?
  /// What an undo of it names.
  let label: String?
  private let edits: [JSONNode]
  private static let most = 500

  package init(_ body: JSONNode) throws(Refusal) {
    version = body["version"]?.number.flatMap { Int(exactly: $0) }
    label = body["label"]?.text.map { String($0.prefix(200)) }
    guard let edits = body["edits"]?.array, !edits.isEmpty, edits.allSatisfy({ $0.members != nil }) else {
      throw Refusal(.badRequest, "'edits' must be a list of objects.")
    }
    guard edits.count <= EditRequest.most else {
      throw Refusal(.badRequest, "A request may have \(EditRequest.most) edits.")
    }
    self.edits = edits
  }

  /// What the edits did.
  struct Report {
    var done: [String] = []
    var ids: [String] = []
  }

  /// A record that the edits change, with the keys of which they replace the value; `nil` for the whole record.
  struct Touch {
    var id: String
    var keys: Set<String>?
  }

  /// What the edits change of records that others may have changed meanwhile.
  var touches: [Touch] {
    edits.compactMap { edit in
      guard let id = edit["id"]?.text, !id.hasPrefix("@") else { return nil }
      switch edit["verb"]?.text {
      case "edit": return Touch(id: id, keys: Set((edit["keys"]?.members ?? []).map(\.key)))
      case "close", "split": return Touch(id: id, keys: ["during"])
      case "remove", "accept": return Touch(id: id, keys: nil)
      case "cite", "rename", "merge": return Touch(id: id, keys: [])
      default: return nil
      }
    }
  }

  /// Makes the edits in order.
  func apply(to editor: inout DossierEditor) throws(EditError) -> Report {
    var report = Report()
    var made: [String] = []
    for edit in edits {
      let before = editor.recordIds
      let edit = try EditRequest.resolved(edit, made)
      report.done += try EditRequest.apply(edit, to: &editor)
      let kind = edit["kind"]?.text == "entity" ? edit["record"]?["kind"]?.text : edit["kind"]?.text
      let new = editor.recordIds.subtracting(before).sorted { one, other in
        (one.kind == kind ? 0 : 1, one) < (other.kind == kind ? 0 : 1, other)
      }
      let same = edit["id"]?.text.flatMap { id in editor.recordIds.contains { $0.id == id } ? id : nil }
      let id = new.first?.id ?? same ?? ""
      made.append(id)
      for id in new.map(\.id) + [id] where !id.isEmpty && !report.ids.contains(id) { report.ids.append(id) }
    }
    return report
  }

  /// The edit with the ids of records that earlier edits made, in place of `@1`, `@2`.
  private static func resolved(_ node: JSONNode, _ made: [String]) throws(EditError) -> JSONNode {
    var node = node
    switch node.value {
    case .string(let text):
      guard text.hasPrefix("@"), let number = Int(text.dropFirst()) else { break }
      guard made.indices.contains(number - 1) else { throw .request("'\(text)' is not an earlier edit of the request") }
      node.value = .string(made[number - 1])
    case .array(let items):
      var resolved: [JSONNode] = []
      for item in items { resolved.append(try self.resolved(item, made)) }
      node.value = .array(resolved)
    case .object(var members):
      for index in members.indices { members[index].value = try resolved(members[index].value, made) }
      node.value = .object(members)
    case .null, .bool, .number: break
    }
    return node
  }

  private static func apply(_ edit: JSONNode, to editor: inout DossierEditor) throws(EditError) -> [String] {
    func text(_ key: String) throws(EditError) -> String {
      guard let text = edit[key]?.text, !text.isEmpty else { throw .request("an edit needs '\(key)'") }
      return text
    }
    func date(_ key: String) throws(EditError) -> PartialDate {
      let words = try text(key)
      guard let date = PartialDate(words) else { throw .request(UnsupportedNotation.refusal(of: words, as: "date")) }
      return date
    }
    let verb = try text("verb")
    switch verb {
    case "add":
      guard let record = edit["record"] else { throw .request("an edit needs 'record'") }
      let form = try DossierEditor.form(ofKind: try text("kind"), entityKind: record["kind"]?.text)
      return try editor.add(form, assignments(record))
    case "edit":
      let id = try text("id")
      let written = try editor.record(id).value
      let all = assignments(edit["keys"]).filter { $0.value != nil || written[$0.key] != nil }
      guard !all.isEmpty else { throw .request("an edit needs 'keys'") }
      return try editor.edit(id, all)
    case "cite":
      guard let cite = edit["cite"].flatMap({ YAMLValue($0) }), cite["source"] != nil else {
        throw .request("a citation needs 'source'")
      }
      var addition = Assignment("cite", YAMLValue.list([cite]).shortCitations)
      addition.isAddition = true
      return try editor.edit(try text("id"), [addition])
    case "close": return try editor.close(try text("id"), on: try date("on"))
    case "split": return try editor.split(try text("id"), on: try date("on"), assignments(edit["keys"]))
    case "remove":
      return try editor.remove(try text("id"), withReferences: edit["withReferences"]?.bool ?? false)
    case "accept": return try editor.accept([try text("id")])
    case "rename": return try editor.rename(try text("id"), to: try text("to"))
    case "merge": return try editor.merge(try text("id"), try text("other"))
    default:
      throw .request(
        "unknown verb '\(verb)'; expected add, edit, cite, close, split, remove, accept, rename or merge")
    }
  }

  private static func assignments(_ object: JSONNode?) -> [Assignment] {
    guard let object else { return [] }
    return Assignment.all(in: object).map { one in
      Assignment(one.key, one.key == "cite" ? one.value?.shortCitations : one.value?.citingShortly)
    }
  }
}
