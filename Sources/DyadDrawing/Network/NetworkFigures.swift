internal import DyadContent
internal import DyadCore
internal import Graphviz

/// Typesets the figures of a network: the more there are, the smaller; those with many ties larger than others.
struct NetworkFigures {
  private let typesetter: FigureTypesetter
  /// The face of the names of most figures; `nil` where there are few, which are typeset as in other pictures.
  private let face: Face?
  private let ranked: Set<Entity.ID>

  /// - Parameter stage: everything that is on the same stage, by which sizes are the same in all frames.
  init(_ stage: Content, _ theme: Theme, _ ruler: Ruler) {
    typesetter = FigureTypesetter(theme: theme, ruler: ruler, isSmall: stage.options.detail.isTerse)
    face = NetworkFigures.face(for: stage.figures.count)
    var ties: [Entity.ID: Int] = [:]
    for line in stage.lines { for end in [line.from, line.to].compactMap(\.self) { ties[end, default: 0] += 1 } }
    let most = ties.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(stage.figures.count / 10)
    ranked = Set(most.map(\.key))
  }

  private static func face(for count: Int) -> Face? {
    switch count {
    case ...14: nil
    case ...40: Face(size: 8, isBold: true)
    case ...100: Face(size: 7, isBold: true)
    default: Face(size: 6, isBold: true)
    }
  }

  /// Longer names are a point smaller.
  private static let longName = 28

  /// The size of the smallest type.
  var smallestFace: Int { min(Face.small.size, face.map { max(6, $0.size - 1) } ?? Face.small.size) }

  /// Every text, for the ruler.
  static func runs(_ content: Content, _ theme: Theme) -> [Run] {
    content.figures.flatMap { figure in
      [6, 7, 8, 9].map { name(figure, Face(size: $0, isBold: true), theme) }
    } + content.blocs.map { label($0, theme) }
  }

  private static func name(_ figure: Figure, _ face: Face, _ theme: Theme) -> Run {
    var run = FigureTypesetter.runs(figure, theme, isSmall: true).name
    run.face = figure.isPossible ? face.italic : face
    return run
  }

  func block(_ figure: Figure) -> Block {
    guard var face else { return typesetter.fitting(figure, within: 96) }
    if ranked.contains(figure.id) { face.size += 1 }
    if figure.name.count > NetworkFigures.longName { face.size = max(6, face.size - 1) }
    let name = NetworkFigures.name(figure, face, typesetter.theme)
    let isGroup = figure.kind == .group
    let paragraph = Paragraph([name], width: Double(face.size) * 12, ruler: typesetter.ruler)
    let widest = paragraph.lines.map { $0.map { typesetter.ruler.width(of: $0.text, $0.face) }.reduce(0, +) }.max() ?? 0
    // Above and below its middle, a hexagon is narrower.
    let isHigh = paragraph.lines.count > 1
    let margin = isGroup ? (isHigh ? widest * 0.3 : Double(face.size) * 1.6) : Double(face.size) * 0.9
    let size = Size(
      width: (widest + margin + 2).rounded(.up),
      height: (Double(face.size) * 1.2 * Double(paragraph.lines.count)).rounded(.up) + 3)
    return Block(
      .figure(figure.id),
      attributes: typesetter.form(figure).merging(["label": .html(Markup.text(paragraph, align: .center))]),
      size: size)
  }

  // MARK: Blocs

  private static func label(_ bloc: Bloc, _ theme: Theme) -> Run { Run(bloc.name, .small.italic, theme.page.text) }

  /// The name of a bloc.
  func label(_ bloc: Bloc) -> Block {
    let paragraph = Paragraph([NetworkFigures.label(bloc, typesetter.theme)], width: 110, ruler: typesetter.ruler)
    let widest = paragraph.lines.map { $0.map { typesetter.ruler.width(of: $0.text, $0.face) }.reduce(0, +) }.max() ?? 0
    return Block.text(
      .bloc(bloc.id), Markup.text(paragraph, align: .center), class: bloc.isFound ? "bloc found" : "bloc",
      size: Size(width: widest.rounded(.up) + 2, height: 8.6 * Double(paragraph.lines.count) + 1))
  }
}
