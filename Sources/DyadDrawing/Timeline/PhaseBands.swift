internal import DyadContent
import DyadCore
import Graphviz

/// Phases as bands along an axis: full where they hold, pale where they may hold, fading where they go on after the
/// last source, outlined where the coder infers them.
struct PhaseBands {
  let spans: [PhaseSpan]
  let axis: TimeAxis
  let typesetter: TimelineTypesetter
  /// The party of the row, where there are several rows.
  var row: Entity.ID?
  /// The height of each band.
  var bandHeight = PhaseBands.height

  /// The height of a band.
  static let height = 12.0
  private static let gap = 1.5
  private static let labelHeight = 9.0
  private var theme: Theme { typesetter.theme }

  /// The row of each band, from the top, so that none hides another.
  private var levels: [Int] {
    var levels: [Int] = []
    var taken: [[PhaseSpan]] = []
    for span in spans {
      let free = taken.firstIndex { level in !level.contains { hides($0, span) } }
      let level = free ?? taken.count
      if free == nil { taken.append([]) }
      taken[level].append(span)
      levels.append(level)
    }
    return levels
  }

  /// Ends and beginnings that may overlap share the height of a band; all else needs a row of its own.
  private func hides(_ one: PhaseSpan, _ other: PhaseSpan) -> Bool {
    func overlap(_ left: ClosedRange<Day>?, _ right: ClosedRange<Day>?) -> Bool {
      guard let left, let right, left.overlaps(right) else { return false }
      return left.clamped(to: right).count > 1
    }
    let (solid, otherSolid) = (one.certain ?? one.possible, other.certain ?? other.possible)
    return overlap(solid, other.possible) || overlap(one.possible, otherSolid) || overlap(one.head, other.head)
      || overlap(one.tail, other.tail)
  }

  /// A name that does not fit its band, in a line below the bands.
  private struct Label {
    let index: Int
    let words: String
    let x: Double
    let line: Int
  }

  /// The names of bands, inside or below, or omitted where there is room for neither.
  private func names(_ extents: [ClosedRange<Double>?]) -> (inside: [Int: ClosedRange<Double>], below: [Label]) {
    var inside: [Int: ClosedRange<Double>] = [:]
    var below: [Label] = []
    var taken: [[ClosedRange<Double>]] = [[], []]
    for index in spans.indices.sorted(by: { (extents[$0]?.lowerBound ?? 0, $0) < (extents[$1]?.lowerBound ?? 0, $1) }) {
      guard let extent = extents[index] else { continue }
      let (inner, width) = (width(of: index, .label), width(of: index, .small))
      let solid = spans[index].certain.map(axis.extent) ?? extent
      if let room = [solid, extent].first(where: { $0.upperBound - $0.lowerBound >= inner + 4 }) {
        inside[index] = room
        continue
      }
      // The sign is below the beginning of the band; at the right edge of the page, below its end.
      let start = max(solid.lowerBound, axis.left)
      let isAtEnd = start + width > typesetter.width
      let end = isAtEnd ? min(typesetter.width, max(solid.upperBound, start + 8)) : start + width
      let limit = row == nil ? Page.margin : axis.left
      let name = name(spans[index], within: end - limit - (width - nameWidth(spans[index])))
      let place = min(end, max(limit, end - width))...end
      guard !name.isEmpty, place.lowerBound >= Page.margin,
        let line = taken.indices.first(where: { line in
          taken[line].allSatisfy { $0.upperBound + 4 <= place.lowerBound || place.upperBound + 4 <= $0.lowerBound }
        })
      else { continue }
      taken[line].append(place)
      below.append(
        Label(
          index: index, words: isAtEnd ? "\(name)\u{A0}\(sign(spans[index]))" : words(index), x: place.lowerBound,
          line: line))
    }
    return (inside, below)
  }

  private func name(_ span: PhaseSpan) -> String { span.name(typesetter.options.lexicon) }

  private func nameWidth(_ span: PhaseSpan) -> Double { typesetter.ruler.width(of: name(span), .small) }

  /// The name, or as many of its words as there is room for.
  private func name(_ span: PhaseSpan, within room: Double) -> String {
    var words = name(span).split(separator: " ")
    let all = words.count
    func text() -> String { words.joined(separator: " ") + (words.count < all ? "…" : "") }
    while words.count > 1, typesetter.ruler.width(of: text(), .small) > room { words.removeLast() }
    return text()
  }

  func words(_ index: Int) -> String {
    let (name, sign) = (name(spans[index]), sign(spans[index]))
    return name.isEmpty ? sign : "\(sign)\u{A0}\(name)"
  }

  private func sign(_ span: PhaseSpan) -> String {
    span.isInferred ? span.tone.sign.hollowSymbol : span.tone.sign.symbol
  }

  private func width(of index: Int, _ face: Face) -> Double { typesetter.ruler.width(of: words(index), face) + 2 }

  /// Adds the bands.
  ///
  /// - Returns: the height of the bands and the names below them.
  func add(to page: inout Page, y top: Double) -> Double {
    let levels = levels
    let extents = spans.map { $0.possible.map(axis.extent) }
    for index in spans.indices {
      add(index, levels, y: top + Double(levels[index]) * (PhaseBands.height + PhaseBands.gap), to: &page)
    }
    let rows = Double((levels.max() ?? 0) + 1)
    let height = spans.isEmpty ? 0 : rows * PhaseBands.height + (rows - 1) * PhaseBands.gap
    let (inside, below) = names(extents)
    for (index, room) in inside.sorted(by: { $0.key < $1.key }) {
      let isBare = spans[index].isInferred
      var label = typesetter.text(
        .reading(spans[index].phase.id, row), words(index), isBare ? .label.italic : .label,
        color: isBare ? theme.page.text : theme.toneText)
      label.x = room.lowerBound + 2
      label.y =
        top + Double(levels[index]) * (PhaseBands.height + PhaseBands.gap) + (PhaseBands.height - label.size.height) / 2
        + Face.label.rise
      page.blocks.append(label)
    }
    for label in below {
      var text = typesetter.text(
        .reading(spans[label.index].phase.id, row), label.words, .small, color: theme.page.text)
      (text.x, text.y) = (label.x, top + height + Double(label.line) * PhaseBands.labelHeight)
      page.blocks.append(text)
    }
    let lines = below.map { $0.line + 1 }.max() ?? 0
    return height + Double(lines) * PhaseBands.labelHeight
  }

  /// Whether another band of the same row is there too.
  private func isShared(_ days: ClosedRange<Day>?, _ index: Int, _ levels: [Int]) -> Bool {
    guard let days else { return false }
    return spans.indices.contains { other in
      other != index && levels[other] == levels[index]
        && spans[other].possible.map { $0.overlaps(days) && $0.clamped(to: days).count > 1 } ?? false
    }
  }

  /// Adds the band of a phase.
  ///
  /// - Parameter levels: the row of each band.
  func add(_ index: Int, _ levels: [Int], y: Double, to page: inout Page) {
    let span = spans[index]
    let (full, half) = (bandHeight, bandHeight / 2)
    // Where one may end and another may have begun, the end takes the lower half and the beginning the upper half.
    add(index, .before, span.head, y: y, height: isShared(span.head, index, levels) ? half : full, to: &page)
    let isHalf = isShared(span.tail, index, levels)
    add(index, .after, span.tail, y: isHalf ? y + half : y, height: isHalf ? half : full, to: &page)
    if span.certain == nil { add(index, .possible, span.possible, y: y, height: full, to: &page) }
    if let certain = span.certain {
      let extent = axis.extent(certain)
      let size = Size(width: max(0.6, extent.upperBound - extent.lowerBound), height: full)
      page.blocks.append(
        PlacedBlock(
          typesetter.box(
            .phase(span.phase.id, .certain, row), fill: span.isInferred ? theme.page.fill : theme.ground(span.tone),
            outline: theme.neutral, class: "phase \(span.tone.sign)", tooltip: span.tooltip, size),
          x: extent.lowerBound, y: y, size))
    }
    if span.isOpen, span.possible != nil { addFading(span, y: y, to: &page) }
  }

  private func add(
    _ index: Int, _ part: TimelineKey.Extent, _ days: ClosedRange<Day>?, y: Double, height: Double, to page: inout Page
  ) {
    guard let days else { return }
    let (span, extent) = (spans[index], axis.extent(days))
    guard extent.upperBound - extent.lowerBound > 0.3 else { return }
    let size = Size(width: extent.upperBound - extent.lowerBound, height: height)
    let fill = span.isInferred ? theme.page.fill : theme.ground(span.tone) + "70"
    page.blocks.append(
      PlacedBlock(
        typesetter.box(
          .phase(span.phase.id, part, row), fill: fill, outline: theme.neutral, style: "filled,dotted",
          class: "phase possibly", tooltip: span.tooltip, size), x: extent.lowerBound, y: y, size))
  }

  /// What is open fades after the last source: pale slices without an outline.
  private func addFading(_ span: PhaseSpan, y: Double, to page: inout Page) {
    guard let start = axis.sourcesEnd else { return }
    let end = max(axis.right, min(start + 14, typesetter.width))
    let slices = ["B0", "80", "55", "30"]
    let each = (end - start) / Double(slices.count)
    for (number, alpha) in slices.enumerated() {
      let size = Size(width: each, height: bandHeight)
      let fill = span.isInferred ? theme.page.fill : theme.ground(span.tone) + alpha
      page.blocks.append(
        PlacedBlock(
          typesetter.box(
            .fading(span.phase.id, number, row), fill: fill, class: "phase open", tooltip: span.tooltip, size),
          x: start + Double(number) * each, y: y, size))
    }
  }
}

extension PhaseSpan {
  /// The wording of the phase, or the noun of its kind.
  func name(_ lexicon: Lexicon) -> String {
    let noun = tie.kind.id == "ties" ? nil : lexicon.noun(of: tie.kind) ?? tie.kind.id.text
    let name = [noun, phase.item.reads].compactMap { $0 }.joined(separator: ": ")
    return isDisputed ? "\(name)\u{A0}≠" : name
  }

  /// Whether somebody denies it.
  var isDisputed: Bool { [.contested, .denied].contains(phase.item.evidence.standing) }

  /// The quotes that it rests on.
  var tooltip: String {
    let quotes = phase.item.evidence.citations.compactMap(\.quote)
    return quotes.isEmpty ? " " : quotes.map { "“\($0)”" }.joined(separator: " … ")
  }
}
