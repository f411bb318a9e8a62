public import DyadCore

/// A briefing on two parties at a date, in prose: the state of their relation, who they are, what is new, and every source.
///
///     let may = Moment(on: Day(2025, 5, 26)!)
///     let brief = Brief(graph, between: "pakistan", "afghanistan", at: may, since: Day(2025, 2, 1))
///     print(brief.markdown())
///
/// Each sentence ends with its source and with the letters of the quotes that support it. Verbs are in the present unless
/// the dossier has something that begins, happens or ends after the date.
public struct Brief: Sendable {
  /// A part of a brief.
  public enum Block: Sendable {
    /// A heading.
    case heading(String)
    /// A paragraph.
    case paragraph(Prose)
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
    /// The quotes that its sentences rest on, in the order of their letters.
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
  /// The days of its timeline: from the first known one to the date.
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
    title = "\(graph.shortName(of: one, at: moment)) and \(graph.shortName(of: other, at: moment))"
    subtitle =
      "As of \(text.dates.words(moment.days))" + (moment.known.map { ", as known on \(text.dates.words($0))" } ?? "")
    var quotes = BriefQuotes()
    let written = BriefDraft(text, title: title, subtitle: subtitle).blocks.map { block -> Block in
      if case .paragraph(let prose) = block { .paragraph(quotes.lettered(prose)) } else { block }
    }
    let sources = text.sources(quotes)
    blocks = written + (sources.isEmpty ? [] : [.heading("Sources"), .sources(sources)])
  }

  /// The pictures, in order.
  public var pictures: [Picture] {
    blocks.compactMap { if case .picture(let picture) = $0 { picture } else { nil } }
  }
}
