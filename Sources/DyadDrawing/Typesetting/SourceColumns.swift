/// The sources at the foot of a picture: a line each; more than four in two columns, or run together where columns would be
/// much higher.
package struct SourceColumns {
  /// The columns in reading order, each of paragraphs.
  package let columns: [[Paragraph]]

  private static let mostInOneColumn = 4
  /// How much higher than in one paragraph sources may be in columns.
  private static let mostGrowth = 1.3
  private static let gap = 12.0

  package init(_ sources: [Run], width: Double, ruler: Ruler) {
    func set(_ runs: [Run], _ width: Double) -> Paragraph { Paragraph(runs, width: width, ruler: ruler) }
    guard sources.count > SourceColumns.mostInOneColumn else {
      columns = [sources.map { set([$0], width) }]
      return
    }
    let joined = set(sources.map(SourceColumns.glued), width)
    let listed = sources.map { set([$0], (width - SourceColumns.gap) / 2) }
    func height(_ paragraphs: some Sequence<Paragraph>) -> Int { paragraphs.map(\.lines.count).reduce(0, +) }
    func height(splitAt index: Int) -> Int { max(height(listed[..<index]), height(listed[index...])) }
    // Of two that are equally high, the first column is the longer one.
    let split = listed.indices.reversed().min { height(splitAt: $0) < height(splitAt: $1) } ?? 0
    columns =
      Double(height(splitAt: split)) <= SourceColumns.mostGrowth * Double(joined.lines.count)
      ? [Array(listed[..<split]), Array(listed[split...])] : [[joined]]
  }

  /// All text that they may contain, for the ruler.
  package static func runs(_ sources: [Run]) -> [Run] { sources + sources.map(glued) }

  /// A source with its number joined to its title.
  private static func glued(_ source: Run) -> Run {
    Run(source.text.replacing("] ", with: "]\u{A0}", maxReplacements: 1), source.face, source.color)
  }
}
