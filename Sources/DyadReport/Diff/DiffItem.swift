public import DyadCore
internal import DyadDrawing

/// One change in words: a line of a report on what differs.
///
///     report.parts[0].items.map(\.what)     // ["thawing", "Dar visits Kabul", …]
public struct DiffItem: Hashable, Sendable {
  /// What became of it.
  public enum Mark: String, Sendable {
    case added, removed, changed

    /// "new", "gone", "changed" in the words of pictures.
    var phrase: Phrase {
      switch self {
      case .added: .added
      case .removed: .removed
      case .changed: .changed
      }
    }

    public var symbol: String {
      switch self {
      case .added: "+"
      case .removed: "-"
      case .changed: "Δ"
      }
    }
  }

  /// What it is, in the order in which the changes of a dyad are told.
  public enum Thing: String, Sendable, CaseIterable { case relation, event, office, entity, source }

  public var mark: Mark
  public var thing: Thing
  public var id: String
  /// The id that it had before, where it was renamed.
  public var formerId: String?
  /// The two whom it is told under, or the one, or nobody.
  public var dyad: [Entity.ID]
  /// Their names.
  public var heading: String
  public var when: String
  public var what: String
  /// What was before, and what else there is to say.
  public var remarks: [String]
  /// Who says so, where the sources only report somebody's word.
  public var speakers: [String]
  /// Who denies it.
  public var denial: String?
  /// The numbers of its sources.
  public var sources: [Int]
  public var isUnsourced: Bool
  public var isPossible: Bool
  /// Whether it is also something that was learned meanwhile.
  public var isAlsoLearned = false
  public var before: [Field]?
  public var after: [Field]?
  /// By when it began, for the order.
  var order: [Int]

  /// The fields that differ.
  public var fieldChanges: [FieldChange] { FieldChange.between(before ?? [], after ?? []) }

  /// "thawing (was: strained until Mar 2025)"
  public var sentence: String {
    let remarks = remarks + (isAlsoLearned ? ["learned meanwhile"] : [])
    let says = speakers.isEmpty ? "" : " – \(speakers.joined(separator: ", "))"
    return what + (remarks.isEmpty ? "" : " (\(remarks.joined(separator: "; ")))") + says
      + (denial.map { " ≠ \($0)" } ?? "")
  }
}
