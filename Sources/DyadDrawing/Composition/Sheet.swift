internal import DyadContent
internal import DyadCore
internal import Graphviz

/// The layout of a content on a page of a given width: its blocks and their positions.
protocol Sheet {
  /// All blocks that it may place, to be measured.
  var blocks: [Block] { get }

  /// The page below the title, from its top left corner.
  ///
  /// - Parameters:
  ///   - sizes: of all `blocks`, by version.
  ///   - room: the height available, for sheets that have a choice.
  ///   - places: the places of an earlier picture, to be kept.
  func page(_ sizes: BlockSizes, in room: Room, keeping places: Places?) async throws(Graph.Failure) -> Page
}

/// The height available to a sheet.
struct Room {
  var height: Double
  /// Whether the paper has this height in any case, so that the sheet can use all of it.
  var isExact: Bool
}

extension Content {
  /// The arrangement for its layout and the width of the page.
  func sheet(_ theme: Theme, _ ruler: Ruler, width: Double) -> any Sheet {
    switch layout {
    case .pair where width < PairSheet.leastWidth: PairColumn(self, theme, ruler, width: width)
    case .pair: PairSheet(self, theme, ruler, width: width)
    case .ego: EgoSheet(self, theme, ruler, width: width)
    case .network: NetworkSheet(self, theme, ruler, width: width)
    case .timeline(let timeline): TimelineSheet(self, timeline, theme, ruler, width: width)
    case .egoTimeline(let timeline): EgoTimelineSheet(self, timeline, theme, ruler, width: width)
    }
  }
}
