public import DyadCore
public import DyadDrawing

/// A briefing on two parties as of a date, in prose: who they are, where they stand, what changed, and every source.
///
///     let brief = try await Brief(graph, between: "pakistan", "afghanistan", at: moment, since: Day(2025, 2, 1))
///     brief.html
///
/// It speaks in the present where the dossier knows of nothing later, and in the past of any other date.
public struct Brief: Sendable {
  /// A part of it, in the order in which it is read.
  public enum Block: Sendable {
    case heading(String)
    case paragraph(Prose)
    case list([Prose])
    case figure(Figure)
    case sources([SourceNote])
  }

  /// A picture, and what stands below it.
  public struct Figure: Sendable {
    /// `sheet` or `timeline`: what a file of it is called.
    public let name: String
    public let caption: String
    public let composition: Composition
  }

  /// A source, and the words of it that the brief rests on.
  public struct SourceNote: Hashable, Sendable {
    public let number: Int
    /// "Pak-Afghan ties see thaw. The Express Tribune, 26 May 2025."
    public let imprint: String
    public let url: String?
    public let quotes: [String]
  }

  public let title: String
  public let subtitle: String
  public let blocks: [Block]

  /// What its pictures are drawn on: half a page each.
  private static let sheetPaper = Paper(width: Length(millimetres: 170), height: .upTo(Length(millimetres: 128)))
  private static let timelinePaper = Paper(width: Length(millimetres: 170), height: .upTo(Length(millimetres: 112)))

  /// - Parameters:
  ///   - since: the day from which on changes are told; without it, what happened last is told.
  public init(
    _ graph: KnowledgeGraph, between one: Entity.ID, _ other: Entity.ID, at moment: Moment, since: Day? = nil,
    filter: Filter = .none
  ) async throws {
    let words = BriefWords(graph, one, other, at: moment, since: since, filter: filter)
    let view = View(.between(one, other), filter: filter)
    var style = Style()
    style.showsSources = false
    let diff = GraphDiff(words.snapshot)
    let sheet = try await Composition.fitting(Brief.sheetPaper) { detail in
      var style = style
      style.detail = detail
      return Drawing(diff, of: view, style: style, notes: words.notes)
    }
    let whole = Timeline.window(of: graph, between: one, other, filter: filter)
    let last = moment.days.upperBound
    let timeline = Timeline(
      graph, between: one, other, in: min(whole.lowerBound, last)...last, known: moment.known, filter: filter,
      style: style, isEven: true, notes: words.notes)
    let course = try await Composition(timeline, on: Brief.timelinePaper)
    (title, subtitle) = (sheet.drawing.title, sheet.drawing.subtitle)
    blocks =
      [.paragraph(words.summary), .heading(words.tense.whoTheyAre)] + words.parties.map(Block.paragraph)
      + [
        .heading(words.tense.whereTheyStand), .paragraph(words.standing),
        .figure(Figure(name: "sheet", caption: "\(title). \(subtitle).", composition: sheet)),
        .heading(words.changesTitle), .paragraph(words.changesLead),
      ]
      + (words.changes.isEmpty ? [] : [.list(words.changes)])
      + [
        .heading("How it came to this"), .paragraph(words.course),
        .figure(Figure(name: "timeline", caption: "\(title) in the course of time.", composition: course)),
      ]
      + (words.thirdParties.isEmpty ? [] : [.heading("Third parties"), .list(words.thirdParties)])
      + [.heading("Contested, or uncertain")]
      + words.doubts.map(Block.paragraph)
      + (words.sources.isEmpty ? [] : [.heading("Sources"), .sources(words.sources)])
  }

  /// The pictures, in their order.
  public var figures: [Figure] {
    blocks.compactMap { if case .figure(let figure) = $0 { figure } else { nil } }
  }
}
