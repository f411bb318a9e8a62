internal import DyadCore
internal import DyadEditing

/// The draft of an event that an annotation without a claim suggests: its quote is the citation, its comment says what happened,
/// and tags that name a type, a date or a party of the dossier are these.
struct AnnotationDraft {
  let assignments: [Assignment]

  /// Names and ids of entities, in small letters.
  struct Names {
    private var ids: [String: Set<Entity.ID>] = [:]

    init(_ graph: KnowledgeGraph) {
      for entity in graph.entities.values {
        for name in [entity.id.text] + entity.names.map(\.text) + [entity.short].compactMap(\.self) {
          ids[name.lowercased(), default: []].insert(entity.id)
        }
      }
    }

    /// The only entity of the name.
    func entity(_ name: String) -> Entity.ID? { ids[name.lowercased()].flatMap { $0.count == 1 ? $0.first : nil } }
  }

  /// The longest comment that is the line of an event; a longer one is its note.
  private static let longestLine = 120

  init(_ annotation: QuotedAnnotation, citing citation: YAMLValue, _ names: Names) {
    var (type, date): (EventType?, Interval?)
    var (parties, others): ([Entity.ID], [String]) = ([], [])
    for tag in annotation.tags.map(\.onOneLine) {
      let word = String(tag.drop { $0 == "#" })
      if type == nil, let named = EventType(rawValue: word.uppercased()) {
        type = named
      } else if date == nil, word.first?.isNumber == true, let given = Interval(word) {
        date = given
      } else if let party = names.entity(word) {
        if !parties.contains(party) { parties.append(party) }
      } else if !word.isEmpty {
        others.append("#\(word)")
      }
    }
    let isLine = !annotation.comment.isEmpty && annotation.comment.count <= Self.longestLine
    let note = ((isLine ? [] : [annotation.comment]) + others).filter { !$0.isEmpty }.joined(separator: " ")
    var assignments: [Assignment] = []
    if let date { assignments.append(Assignment("on", .text(date.description))) }
    if isLine { assignments.append(Assignment("what", .text(annotation.comment))) }
    if let type { assignments.append(Assignment("type", .text(type.rawValue))) }
    if let first = parties.first { assignments.append(Assignment("actors", .list([.text(first.text)]))) }
    if parties.count > 1 {
      assignments.append(Assignment("recipients", .list(parties.dropFirst().map { .text($0.text) })))
    }
    assignments.append(Assignment("cite", citation))
    if !note.isEmpty { assignments.append(Assignment("note", .text(note))) }
    self.assignments = assignments
  }

  /// Adds it to the drafts; its id is made of the comment, or else of the quote.
  func add(to editor: inout DossierEditor, quoting quote: String) throws(EditError) -> String {
    var assignments = assignments
    if !assignments.contains(where: { $0.key == "what" }) {
      let words = Event.ID.slug(quote).split(separator: "-").prefix(4).joined(separator: "-")
      let made = words.isEmpty ? "quote" : words
      let taken = editor.draftIds
      let id = ([made] + (2...9999).map { "\(made)-\($0)" }).first { !taken.contains($0) } ?? made
      assignments.insert(Assignment("id", .text(id)), at: 0)
    }
    return try editor.addDrafts([(Event.schema.form, assignments)])[0]
  }
}
