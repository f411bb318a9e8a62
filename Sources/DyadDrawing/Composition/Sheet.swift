internal import DyadCore
internal import Graphviz

/// A way to arrange a drawing on a page of a certain width: what it sets, and where that goes.
protocol Sheet {
  /// Everything that it may set, to be measured.
  var blocks: [Block] { get }

  /// The page below the title, from its top left corner.
  ///
  /// - Parameters:
  ///   - sizes: of all `blocks`, by name.
  ///   - room: how high it may become where it has a choice.
  ///   - places: where things stood before.
  func page(_ sizes: [String: Size], room: Double, keeping places: Places?) async throws(Graph.Failure) -> Page
}

extension Drawing {
  /// The arrangement that goes with what is drawn and how wide the page is.
  func sheet(_ ruler: Ruler, width: Double) -> any Sheet {
    switch focus {
    case .between:
      width < PairSheet.leastWidth ? PairColumn(self, ruler, width: width) : PairSheet(self, ruler, width: width)
    case .around(_, hops: 0...1): EgoSheet(self, ruler, width: width)
    case .around, .everyone: NetworkSheet(self, ruler, width: width)
    }
  }
}
