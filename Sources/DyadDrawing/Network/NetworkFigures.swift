internal import DyadContent
internal import DyadCore
internal import Graphviz

/// Typesets the figures of a network, and the names of its blocs.
struct NetworkFigures {
  private let typesetter: FigureTypesetter
  private let faces: NetworkFaces
  private let allBlocs: [Bloc]

  /// - Parameter stage: everything that is on the same stage, by which sizes are the same in all frames.
  init(_ stage: Content, _ theme: Theme, _ ruler: Ruler) {
    typesetter = FigureTypesetter(theme: theme, ruler: ruler, isSmall: stage.options.detail.isTerse)
    faces = NetworkFaces(stage)
    allBlocs = stage.blocs
  }

  /// The size of the smallest type.
  var smallestFace: Int { faces.smallest }

  /// Every text, for the ruler.
  static func runs(_ content: Content, on stage: Content, _ theme: Theme) -> [Run] {
    let faces = NetworkFaces(stage)
    return content.figures.flatMap { figure -> [Run] in
      if let face = faces.face(of: figure) { return [name(figure, face, theme)] }
      return FigureTypesetter.texts(figure, theme, isSmall: stage.options.detail.isTerse)
    } + content.blocs.map { label($0, theme) }
  }

  private static func name(_ figure: Figure, _ face: Face, _ theme: Theme) -> Run {
    var run = FigureTypesetter.runs(figure, theme, isSmall: true).name
    run.face = figure.isPossible ? face.italic : face
    return run
  }

  func block(_ figure: Figure) -> Block {
    guard let face = faces.face(of: figure) else { return typesetter.fitting(figure, within: 96) }
    let name = NetworkFigures.name(figure, face, typesetter.theme)
    let ems = figure.kind == .group ? 11.0 : 12
    let paragraph = Paragraph([name], width: Double(face.size) * ems, ruler: typesetter.ruler)
    let widths = widths(paragraph)
    let isHigh = widths.count > 1
    let height =
      (face.lineHeight * Double(widths.count)).rounded(.up) + (figure.kind == .group && isHigh ? 7 : 3)
    let width =
      figure.kind == .group
      ? NetworkFigures.hexagon(around: widths, face, height: height) : (widths.max() ?? 0) + Double(face.size) * 0.9 + 2
    let text = Markup.centred(Markup.text(paragraph, align: .center), face, count: widths.count)
    return Block(
      .figure(figure.id), attributes: typesetter.form(figure).merging(["label": .html(text)]),
      size: Size(width: width.rounded(.up), height: height))
  }

  private func widths(_ paragraph: Paragraph) -> [Double] {
    paragraph.lines.map { $0.map { typesetter.ruler.width(of: $0.text, $0.face) }.reduce(0, +) }
  }

  /// The width of a hexagon whose sides pass the ends of all lines: at its top and its bottom it is half as wide as in its middle.
  private static func hexagon(around widths: [Double], _ face: Face, height: Double) -> Double {
    widths.enumerated().map { index, width in
      let away = abs(Double(index) - Double(widths.count - 1) / 2) * face.lineHeight + face.capHeight / 2
      return (width + hexagonMargin) / (1 - away / height)
    }.max() ?? 0
  }

  private static let hexagonMargin = 4.0

  // MARK: Blocs

  private static func label(_ bloc: Bloc, _ theme: Theme) -> Run { Run(bloc.name, .small.italic, theme.page.text) }

  private static let labelWidths = [110.0, 72, 50, 40]

  /// The names of blocs, each on the colour of its ground, since lines pass below most of them: each in a few versions,
  /// that with the fewest lines first.
  func labels(_ blocs: [Bloc]) -> [[Block]] {
    blocs.map { bloc in
      let paragraphs = NetworkFigures.labelWidths.map { width in
        Paragraph(
          [NetworkFigures.label(bloc, typesetter.theme)], width: width, ruler: typesetter.ruler, isBalanced: true)
      }
      var counts: Set<Int> = []
      return paragraphs.filter { counts.insert($0.lines.count).inserted }.map { label(bloc, $0) }
    }
  }

  private func label(_ bloc: Bloc, _ paragraph: Paragraph) -> Block {
    let theme = typesetter.theme
    let widths = widths(paragraph)
    let text = Markup.centred(Markup.text(paragraph, align: .center), .small, count: widths.count)
    return Block(
      .bloc(bloc.id),
      attributes: [
        "shape": "box", "style": "rounded,filled", "fillcolor": .raw(theme.ground(of: bloc, among: allBlocs)),
        "color": .raw(theme.hairline), "penwidth": "0.6", "label": .html(text),
        "class": bloc.isFound ? "bloc found" : "bloc", "tooltip": .text(" "),
      ],
      size: Size(
        width: (widths.max() ?? 0).rounded(.up) + 6,
        height: (Face.small.lineHeight * Double(widths.count)).rounded(.up) + 2),
      version: .label(bloc.id, lines: widths.count))
  }
}
