public import DyadCore

/// One change: a line of a diff report.
///
///     report.parts[0].items.map(\.what)     // ["thawing", "Dar visits Kabul", …]
public struct DiffItem: Hashable, Sendable {
  /// The kind of change.
  public enum Mark: String, Sendable {
    case added, removed, changed
    /// Only the certainty differs: it was possible, and is certain, or the reverse.
    case certainty

    /// "new", "gone", "changed", as in pictures.
    package var phrase: Phrase {
      switch self {
      case .added: .added
      case .removed: .removed
      case .changed: .changed
      case .certainty: .certaintyDiffers
      }
    }

    /// The sign before a line of text.
    public var symbol: String {
      switch self {
      case .added: "+"
      case .removed: "-"
      case .changed: "Δ"
      case .certainty: "~"
      }
    }
  }

  /// The kind of record, in the order of a report.
  public enum Thing: String, Sendable, CaseIterable { case relation, event, office, entity, count, source }

  /// The kind of change.
  public var mark: Mark
  /// The kind of record.
  public var thing: Thing
  /// The id of the record.
  public var id: String
  /// The id before a rename.
  public var formerId: String?
  /// The parties of its heading: two, one, or none.
  public var dyad: [Entity.ID]
  /// Their names.
  public var heading: String
  /// The date; empty where there is none.
  public var when: String
  /// The record as it is now, or as it was before it was removed.
  public var what: String
  /// What was before, and other remarks.
  public var remarks: [String]
  /// The speakers, where the sources only report what somebody says.
  public var speakers: [String]
  /// "denied by …", where somebody denies it.
  public var denial: String?
  /// The numbers of its sources.
  public var sources: [Int]
  /// Whether it has no source.
  public var isUnsourced: Bool
  /// Whether it only possibly holds.
  public var isPossible: Bool
  /// Whether it was also learned in the meantime.
  public var isAlsoLearned = false
  /// The fields before; `nil` if it was added.
  public var before: [Field]?
  /// The fields after; `nil` if it was removed.
  public var after: [Field]?
  /// Sort keys.
  var order: [Int]

  /// The fields that differ.
  public var fieldChanges: [FieldChange] { FieldChange.between(before ?? [], after ?? []) }

  /// The change as a phrase: "thawing (was: strained until Mar 2025)".
  public var sentence: String {
    let remarks = remarks + (isAlsoLearned ? ["learned meanwhile"] : [])
    let says = speakers.isEmpty ? "" : " – \(speakers.joined(separator: ", "))"
    return what + (remarks.isEmpty ? "" : " (\(remarks.joined(separator: "; ")))") + says
      + (denial.map { " ≠ \($0)" } ?? "")
  }
}
