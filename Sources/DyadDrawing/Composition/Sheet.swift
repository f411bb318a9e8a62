internal import DyadContent
internal import DyadCore
internal import Graphviz

/// The layout of a content on a page of a given width: its blocks and their positions.
protocol Sheet {
  /// All blocks that it may place, to be measured.
  var blocks: [Block] { get }

  /// The height of the page below the title, where it is known before the positions.
  func height(_ sizes: BlockSizes, in room: Room, keeping places: Places?) -> Double?

  /// The page below the title, from its top left corner.
  ///
  /// - Parameters:
  ///   - sizes: of all `blocks`, by version.
  ///   - room: the height available, for sheets that have a choice.
  ///   - places: the places of an earlier picture, to be kept.
  func page(_ sizes: BlockSizes, in room: Room, keeping places: Places?) async throws(Graph.Failure) -> Page
}

extension Sheet {
  func height(_ sizes: BlockSizes, in room: Room, keeping places: Places?) -> Double? { nil }
}

/// The height available to a sheet.
struct Room {
  var height: Double
  /// Whether the paper has this height in any case, so that the sheet can use all of it.
  var isExact: Bool
}

extension Content {
  /// The arrangement for its layout and the width of the page.
  ///
  /// - Parameters:
  ///   - stage: everything that is on the same stage in other frames of a film.
  ///   - frames: the frames of the film of which this is the stage.
  func sheet(
    _ theme: Theme, _ ruler: Ruler, width: Double, on stage: Content? = nil, for frames: [Content] = []
  ) -> any Sheet {
    switch layout {
    case .pair where width < PairSheet.leastWidth: PairColumn(self, theme, ruler, width: width)
    case .pair: PairSheet(self, theme, ruler, width: width)
    case .ego: EgoSheet(self, theme, ruler, width: width)
    case .network: NetworkSheet(self, on: stage ?? self, for: frames, theme, ruler, width: width)
    case .matrix(let matrix): MatrixSheet(self, matrix, theme, ruler, width: width)
    case .timeline(let timeline): TimelineSheet(self, timeline, theme, ruler, width: width)
    case .egoTimeline(let timeline): EgoTimelineSheet(self, timeline, theme, ruler, width: width)
    }
  }
}
