internal import DyadCore
internal import DyadSyntax

/// The parties and links of an event in its note.
extension NoteWriter {
  /// Writes a line with those who have a role in the event, if anybody has.
  func parties(
    _ title: String, _ entities: [Entity.ID], _ described: [DescribedParticipant], to sink: ByteSink
  ) {
    let all = entities.map { link($0.text) } + described.map { NoteWriter.escaped($0.description) }
    if !all.isEmpty { sink.write("- \(title): \(all.joined(separator: ", "))\n") }
  }

  /// Writes the links from and to the event; returns the quotes of those from it.
  func links(of event: Event, to sink: ByteSink) -> [(block: String, evidence: Evidence)] {
    let others = linked[event.id] ?? []
    guard !event.links.isEmpty || !others.isEmpty else { return [] }
    sink.write("\n## Links\n\n")
    for one in event.links {
      let note = one.note.map { " (\(NoteWriter.escaped($0)))" } ?? ""
      let quotes = cited(one.evidence, NoteWriter.block(one.id.text))
      sink.write("- \(one.kind.words) \(link(one.target.text))\(note): \(quotes)\n")
    }
    for (other, one) in others { sink.write("- \(one.kind.wordsOfTarget) \(link(other.id.text))\n") }
    return event.links.map { (NoteWriter.block($0.id.text), $0.evidence) }
  }

  /// A link to the quotes, and the basis of the claim if the dossier gives it.
  func cited(_ evidence: Evidence, _ block: String, inTable isInTable: Bool = false) -> String {
    let bar = isInTable ? "\\|" : "|"
    let quotes = evidence.citations.isEmpty ? "no source" : "[[#^\(block)\(bar)quotes]]"
    return quotes + (evidence.basis.map { ", \($0.rawValue)" } ?? "")
  }
}

extension EventLink.Kind {
  /// The words before the other event, in the note of the event that has the link.
  fileprivate var words: String {
    switch self {
    case .leadsTo: "Led to"
    case .inReturnFor: "In return for"
    case .respondsTo: "In response to"
    case .partOf: "Part of"
    }
  }

  /// The words before the event that has the link, in the note of the other one.
  fileprivate var wordsOfTarget: String {
    switch self {
    case .leadsTo: "Followed from"
    case .inReturnFor: "Reciprocated by"
    case .respondsTo: "Answered by"
    case .partOf: "Includes"
    }
  }
}
