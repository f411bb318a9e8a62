internal import DyadContent
import DyadCore
import Graphviz

/// What a table counts, as bars on both sides of a line: cooperation up, conflict down; hollow where few events are behind
/// a bar. Nothing about it looks like a cited claim.
struct CountBars {
  let strip: CountStrip
  let scale: CountStrip.Scale
  let axis: TimeAxis
  let typesetter: TimelineTypesetter
  /// The party of the row, where there are several rows.
  var row: Entity.ID?
  /// The height of each half.
  var height = 13.0

  private static let narrowest = 1.6
  private static let widest = 9.0
  private var theme: Theme { typesetter.theme }
  private var lexicon: Lexicon { typesetter.options.lexicon }

  /// The strips by the same periods: months are too many where the axis spans decades.
  static func fitting(_ strips: [CountStrip], on axis: TimeAxis) -> [CountStrip] {
    guard let first = strips.first else { return [] }
    func isWide(_ strip: CountStrip) -> Bool {
      let extent = axis.extent(strip.bars[0].days)
      return extent.upperBound - extent.lowerBound >= CountBars.narrowest || strip.longerPeriods.isEmpty
    }
    if isWide(first) { return strips }
    let period = first.longerPeriods.first { isWide(first.by($0)) } ?? .year
    return strips.map { $0.by(period) }
  }

  /// All text that they may contain, for the ruler.
  static func runs(_ strips: [CountStrip], _ theme: Theme, _ lexicon: Lexicon) -> [Run] {
    guard let first = strips.first else { return [] }
    return ([first.period] + first.longerPeriods).flatMap { period in
      let all = strips.map { $0.by(period) }
      let scale = CountStrip.Scale(of: all)
      return [
        Run(all[0].caption(lexicon, scale), .small.italic, theme.page.text),
        Run(lexicon.number(scale.largest), .small, theme.quiet),
      ]
    } + [Run(lexicon.phrase(.counted), .small, theme.quiet)]
  }

  /// Adds the bars.
  ///
  /// - Returns: the lower edge.
  func add(to page: inout Page, y top: Double) -> Double {
    let middle = top + height + 0.5
    let covered = axis.extent(strip.days.clamped(to: axis.frame.window))
    page.strokes.append(
      typesetter.stroke(
        .counted(strip.table.id, .axis, row), theme.neutral, width: 0.5, class: "axis",
        [Path.line([Point(x: covered.lowerBound, y: middle), Point(x: covered.upperBound, y: middle)])]))
    addBars(to: &page, middle: middle)
    return middle + height + 0.5
  }

  /// Adds the largest number at both ends of the scale, and the name of the strip where there is room.
  func addScale(to page: inout Page, y top: Double, hasName: Bool) {
    let middle = top + height + 0.5
    for (part, y) in [(TimelineKey.CountPart.top, middle - height), (.bottom, middle + height)] {
      var label = typesetter.text(.counted(strip.table.id, part, row), lexicon.number(scale.largest))
      (label.x, label.y) = (axis.left - label.size.width - 1, y - label.size.height / 2)
      page.blocks.append(label)
    }
    guard hasName else { return }
    var name = typesetter.text(.counted(strip.table.id, .name, row), lexicon.phrase(.counted))
    (name.x, name.y) = (Page.margin, middle - name.size.height / 2)
    page.blocks.append(name)
  }

  /// Adds what the bars are.
  ///
  /// - Returns: the lower edge.
  func addCaption(to page: inout Page, y: Double) -> Double {
    var caption = typesetter.text(
      .counted(strip.table.id, .caption, row), strip.caption(lexicon, scale), .small.italic, color: theme.page.text,
      width: axis.right - axis.left, align: lexicon.isRightToLeft ? .right : .left)
    (caption.x, caption.y) = (axis.left, y)
    page.blocks.append(caption)
    return caption.bottom
  }

  private func addBars(to page: inout Page, middle: Double) {
    var full: [Tone.Sign: [[Point]]] = [:]
    var hollow: [[Point]] = []
    var width = CountBars.widest
    for bar in strip.bars where bar.days.overlaps(axis.frame.window) {
      let extent = axis.extent(bar.days.clamped(to: axis.frame.window))
      let own = min(CountBars.widest, max(0.5, (extent.upperBound - extent.lowerBound) * 0.8))
      width = min(width, own)
      let x = (extent.lowerBound + extent.upperBound) / 2
      for (sign, number) in [(Tone.Sign.cooperation, bar.count.cooperation), (.conflict, bar.count.conflict)]
      where number > 0 {
        let length = max(0.4, scale.height(of: number) * height)
        let end = sign == .cooperation ? middle - length : middle + length
        if bar.count.isThin {
          let corners = [(x - own / 2, middle), (x - own / 2, end), (x + own / 2, end), (x + own / 2, middle)]
          hollow.append(Path.line(corners.map { Point(x: $0.0, y: $0.1) }))
        } else {
          full[sign, default: []].append(Path.line([Point(x: x, y: middle), Point(x: x, y: end)]))
        }
      }
    }
    for (part, sign) in [(TimelineKey.CountPart.cooperation, Tone.Sign.cooperation), (.conflict, .conflict)] {
      guard let bars = full[sign] else { continue }
      page.strokes.append(
        typesetter.stroke(
          .counted(strip.table.id, part, row), theme.color(sign) + "99", width: width, class: "counted \(sign)", bars))
    }
    if !hollow.isEmpty {
      page.strokes.append(
        typesetter.stroke(
          .counted(strip.table.id, .thin, row), theme.neutral, width: 0.4, class: "counted thin", hollow))
    }
  }
}
