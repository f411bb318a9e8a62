public import DyadCore

/// A briefing on two parties at a date, as text: who they are, the state of their relation, what changed, and every
/// source.
///
///     let may = Moment(on: Day(2025, 5, 26)!)
///     let brief = Brief(graph, between: "pakistan", "afghanistan", at: may, since: Day(2025, 2, 1))
///     print(brief.markdown())
///
/// Verbs are in the present unless something on record begins, happens or ends after the date.
public struct Brief: Sendable {
  /// A part of a brief.
  public enum Block: Sendable {
    /// A heading.
    case heading(String)
    /// A paragraph.
    case paragraph(Prose)
    /// A list, a paragraph each.
    case list([Prose])
    /// The place of a picture.
    case picture(Picture)
    /// The numbered sources.
    case sources([SourceNote])
  }

  /// A picture within a brief.
  public struct Picture: Hashable, Sendable {
    /// What the picture shows.
    public enum Subject: String, Sendable { case sheet, timeline }

    /// What the picture shows.
    public let subject: Subject
    /// The text below it.
    public let caption: String

    /// The name of its file, without a suffix.
    public var name: String { subject.rawValue }
  }

  /// A source with its quotes.
  public struct SourceNote: Hashable, Sendable {
    /// Its number in the brief.
    public let number: Int
    /// Title, publisher and date: "Pak-Afghan ties see thaw. The Express Tribune, 26 May 2025."
    public let imprint: String
    /// Its address, as the dossier has it.
    public let url: String?
    /// The quotes that the brief rests on, in the order of the source.
    public let quotes: [String]
  }

  /// The names of the two parties.
  public let title: String
  /// The date.
  public let subtitle: String
  /// All parts, in reading order.
  public let blocks: [Block]
  /// The two parties.
  public let focus: View.Focus
  /// The date, and the day by which claims must be known.
  public let moment: Moment
  /// What is left out.
  public let filter: Filter
  /// The days of its timeline: from the first on record to the date.
  public let days: ClosedRange<Day>
  /// The numbers of sources, for its pictures.
  public let notes: Footnotes
  /// The graph that it is about.
  public let graph: KnowledgeGraph

  /// A brief on the two parties.
  ///
  /// - Parameters:
  ///   - since: the day from which changes are reported; without it, the last events are listed.
  public init(
    _ graph: KnowledgeGraph, between one: Entity.ID, _ other: Entity.ID, at moment: Moment, since: Day? = nil,
    filter: Filter = .none
  ) {
    let text = BriefText(graph, one, other, at: moment, since: since, filter: filter)
    (self.graph, focus, self.moment, self.filter, notes) = (graph, .between(one, other), moment, filter, text.notes)
    let whole = Timeline.window(of: graph, between: one, other, filter: filter)
    let last = moment.days.upperBound
    days = min(whole.lowerBound, last)...last
    (title, subtitle) = (text.content.title, text.content.subtitle)
    blocks =
      [.paragraph(text.summary), .heading("The parties")] + text.parties.map(Block.paragraph)
      + [
        .heading("Relations"), .paragraph(text.otherTies),
        .picture(Picture(subject: .sheet, caption: "\(title). \(subtitle).")),
        .heading(text.changesTitle), .paragraph(text.changesLead),
      ]
      + (text.changes.isEmpty ? [] : [.list(text.changes)])
      + [
        .heading("Course of relations"), .paragraph(text.course),
        .picture(Picture(subject: .timeline, caption: "\(title) in the course of time.")),
      ]
      + (text.thirdParties.isEmpty ? [] : [.heading("Third parties"), .list(text.thirdParties)])
      + [.heading("Contested or uncertain claims")]
      + text.doubts.map(Block.paragraph)
      + (text.sources.isEmpty ? [] : [.heading("Sources"), .sources(text.sources)])
  }

  /// The pictures, in order.
  public var pictures: [Picture] {
    blocks.compactMap { if case .picture(let picture) = $0 { picture } else { nil } }
  }
}
