internal import DyadContent
import DyadCore
import Graphviz

/// The phases of the other relations between two parties: thin bands below those of the leading one, the strongest at the
/// top, with their names inside or beside them. What three levels have no room for is counted.
struct LesserBands {
  private let bands: PhaseBands
  private let placed: [Placed]
  private let levels: [Int]
  private let omitted: Int
  private var typesetter: TimelineTypesetter { bands.typesetter }

  private static let mostLevels = 3
  private static let height = 8.6
  private static let pitch = 10.0
  private static let gap = 2.5
  /// By how much Graphviz sets small type above the middle of its box.
  private static let drop = 1.3

  /// A band with its level, and the left edge of its name, if there is room for it.
  private struct Placed {
    let index: Int
    let level: Int
    let name: Double?
    let isInside: Bool
  }

  init(_ spans: [PhaseSpan], axis: TimeAxis, _ typesetter: TimelineTypesetter) {
    let shown = spans.filter { $0.possible != nil }.sorted { one, other in
      (-abs(one.tone.value), one.day, one.phase.id) < (-abs(other.tone.value), other.day, other.phase.id)
    }
    bands = PhaseBands(spans: shown, axis: axis, typesetter: typesetter, bandHeight: LesserBands.height)
    var taken: [[ClosedRange<Double>]] = Array(repeating: [], count: LesserBands.mostLevels)
    var placed: [Placed] = []
    func level(for extent: ClosedRange<Double>) -> Int? {
      taken.indices.first { level in
        taken[level].allSatisfy { $0.upperBound + 1 <= extent.lowerBound || extent.upperBound + 1 <= $0.lowerBound }
      }
    }
    for index in shown.indices {
      guard let extent = shown[index].possible.map(axis.extent) else { continue }
      let choices = LesserBands.choices(bands, index, extent, axis)
      let found = choices.lazy.compactMap { choice in level(for: choice.extent).map { (choice, $0) } }.first
      guard let (choice, level) = found else { continue }
      taken[level].append(choice.extent)
      placed.append(Placed(index: index, level: level, name: choice.name, isInside: choice.isInside))
    }
    var levels = Array(repeating: LesserBands.mostLevels, count: shown.count)
    for band in placed { levels[band.index] = band.level }
    (self.placed, self.levels, omitted) = (placed, levels, shown.count - placed.count)
  }

  /// The room that a band may take: with its name inside, at its right, at its left, or without it.
  private static func choices(
    _ bands: PhaseBands, _ index: Int, _ extent: ClosedRange<Double>, _ axis: TimeAxis
  ) -> [(extent: ClosedRange<Double>, name: Double?, isInside: Bool)] {
    let typesetter = bands.typesetter
    let width = typesetter.ruler.width(of: bands.words(index), .small) + 2
    let solid = bands.spans[index].certain.map(axis.extent) ?? extent
    // What is open fades beyond its band.
    let end =
      bands.spans[index].isOpen ? max(extent.upperBound, min(axis.right + 12, typesetter.width)) : extent.upperBound
    let whole = extent.lowerBound...max(end, extent.lowerBound)
    var choices: [(extent: ClosedRange<Double>, name: Double?, isInside: Bool)] = []
    if let room = [solid, extent].first(where: { $0.upperBound - $0.lowerBound >= width + 3 }) {
      choices.append((whole, room.lowerBound + 2, true))
    }
    if whole.upperBound + 2 + width <= typesetter.width {
      choices.append((whole.lowerBound...whole.upperBound + 2 + width, whole.upperBound + 2, false))
    }
    if whole.lowerBound - 2 - width >= axis.left {
      choices.append((whole.lowerBound - 2 - width...whole.upperBound, whole.lowerBound - 2 - width, false))
    }
    return choices + [(whole, nil, false)]
  }

  /// Adds the bands.
  ///
  /// - Returns: their height, with the gap above them; 0 without any.
  func add(to page: inout Page, y top: Double) -> Double {
    guard !placed.isEmpty else { return 0 }
    let theme = typesetter.theme
    for band in placed {
      let y = top + LesserBands.gap + Double(band.level) * LesserBands.pitch
      bands.add(band.index, levels, y: y, to: &page)
      guard let x = band.name else { continue }
      let span = bands.spans[band.index]
      let color = band.isInside && !span.isInferred ? theme.toneText : theme.page.text
      let face = span.isInferred ? Face.small.italic : .small
      var name = typesetter.text(.reading(span.phase.id, nil), bands.words(band.index), face, color: color)
      (name.x, name.y) = (x, y + (LesserBands.height - name.size.height) / 2 + LesserBands.drop)
      page.blocks.append(name)
    }
    let height = LesserBands.gap + Double((placed.map(\.level).max() ?? 0) + 1) * LesserBands.pitch
    guard omitted > 0 else { return height }
    var more = typesetter.text(
      .moreBands, typesetter.options.lexicon.phrase(.phasesLeftOut, count: omitted), .small.italic,
      color: theme.page.text, width: bands.axis.right - bands.axis.left)
    (more.x, more.y) = (bands.axis.left, top + height)
    page.blocks.append(more)
    return height + more.size.height
  }
}
