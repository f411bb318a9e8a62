internal import DyadContent

/// The amount of content that a picture shows on its paper.
///
///     picture.recipe.fit.detail     // 2: the third step of the ladder of details
///
/// A recipe contains it, so that the content can be made again without a layout.
public struct Fit: Codable, Hashable, Sendable {
  /// The step of the ladder of details, from 0.
  public var detail: Int?
  /// The most rows of a timeline, or parties around one; `nil` if it omits nothing.
  public var rows: Int?
  /// The third parties with a lane in a timeline.
  public var thirds: Int?
  /// Whether consecutive events of one kind share a row of a timeline.
  public var isRolledUp: Bool?
  /// The first frame on a page of a film sheet, and the number of frames on it.
  public var shown: [Int]?
  /// The steps of the frames of a film, where each shows what a picture of its day shows.
  public var frames: [Int]?

  init(_ content: Content) {
    if let timeline = content.layout.egoTimeline {
      // As below, it has room for what is added.
      rows = timeline.isComplete ? nil : content.figures.count
      return
    }
    guard case .timeline(let timeline) = content.layout else {
      let ladder = content.frameRange == nil ? Detail.ladder : Detail.sheetLadder
      detail = ladder.firstIndex(of: content.options.detail)
      shown = content.frameRange.map { [$0.lowerBound, $0.count] }
      if !content.frameDetails.isEmpty { frames = content.frameDetails.compactMap(Detail.ladder.firstIndex) }
      return
    }
    let measure = timeline.measure
    (thirds, isRolledUp) = (measure.thirds, measure.isRolledUp)
    // A timeline that omits nothing has room for what is added to the dossier.
    rows = content.omitted.isEmpty ? nil : measure.rows
  }

  /// The detail; the first step where none is given or it is out of range.
  func step(of ladder: [Detail] = Detail.ladder) -> Detail {
    detail.flatMap { ladder.indices.contains($0) ? ladder[$0] : nil } ?? .full
  }

  /// The frames on a page of a film sheet; all if none are given.
  var frameRange: Range<Int> {
    guard let shown, shown.count == 2, shown[0] >= 0, shown[1] >= 0, shown[0] < 100_000, shown[1] < 100_000 else {
      return 0..<100_000
    }
    return shown[0]..<shown[0] + shown[1]
  }

  /// The details of the frames of a film.
  var frameDetails: [Detail] {
    (frames ?? []).map { Detail.ladder.indices.contains($0) ? Detail.ladder[$0] : .full }
  }

  /// The measure of a timeline; `nil` where it is not one, or has negative numbers.
  var measure: Timeline.Measure? {
    let rows = rows ?? .max
    guard let thirds, thirds >= 0, rows >= 0 else { return nil }
    return Timeline.Measure(rows: rows, isRolledUp: isRolledUp ?? false, thirds: thirds)
  }
}
