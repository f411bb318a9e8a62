package import DyadContent
internal import DyadCore
internal import Graphviz

/// Typesets a figure: the shape of its kind, its name, and small lines below.
package struct FigureTypesetter {
  package let theme: Theme
  package let ruler: Ruler
  /// Whether states are no larger than others.
  package var isSmall = false
  /// The room left and right of a name, together.
  package var padding = 14.0

  package init(theme: Theme, ruler: Ruler, isSmall: Bool = false) {
    (self.theme, self.ruler, self.isSmall) = (theme, ruler, isSmall)
  }

  package static func runs(_ figure: Figure, _ theme: Theme, isSmall: Bool = false) -> (name: Run, lines: [Run]) {
    let surface = theme.surface(of: figure)
    let face = figure.kind == .state && !isSmall ? Face.state : Face.name
    let mark = figure.mark.map { $0 == .kept ? "" : "\($0.symbol) " } ?? ""
    let name = Run(
      mark + figure.name + (figure.isPossible ? "?" : ""), figure.isPossible ? face.italic : face, surface.text,
      isStruck: figure.mark == .removed)
    let quiet = figure.kind == .state ? surface.text : theme.quiet
    return (name, figure.lines.map { Run($0, .small, quiet) })
  }

  /// Every text, for the ruler.
  static func texts(_ figure: Figure, _ theme: Theme, isSmall: Bool = false) -> [Run] {
    let (name, lines) = runs(figure, theme, isSmall: isSmall)
    return [name] + lines
  }

  /// - Parameter least: the least height, for figures at which several lines end.
  package func block(_ figure: Figure, width: Double, least: Double = 0) -> Block {
    let key = TypesetBlocks.Key.figure(figure, width: width, least: least, padding: padding, isSmall: isSmall)
    return ruler.blocks.block(key) { typeset(figure, width, least) }
  }

  private func typeset(_ figure: Figure, _ width: Double, _ least: Double) -> Block {
    var (name, lines) = FigureTypesetter.runs(figure, theme, isSmall: isSmall)
    name.face = face(of: name, within: figure.kind == .group ? width * 0.7 : width - padding)
    var paragraphs: [Paragraph] = []
    // A hexagon is narrower above and below its middle.
    for share in figure.kind == .group ? [0.7, 0.62] : [1] {
      let room = share < 1 ? width * share : width - padding
      paragraphs = ([name] + lines).map { Paragraph([$0], width: room, ruler: ruler, isBalanced: true) }
      if paragraphs.map(\.lines.count).reduce(0, +) <= 3 { break }
    }
    let heights = paragraphs.flatMap(\.lines).compactMap { $0.first?.face.lineHeight }
    let text = Markup.centred(
      paragraphs.map { Markup.text($0, align: .center) }.joined(), name.face, count: heights.count)
    let height = max(
      least,
      heights.reduce(0, +)
        + (figure.kind == .group ? 12 : figure.kind == .state && !isSmall ? 10 : 8))
    return Block(
      .figure(figure.id), attributes: form(figure).merging(["label": .html(text)]),
      size: Size(width: width, height: height))
  }

  /// The face in which the widest word of a name fits, because a name is not broken where it has no hyphen.
  private func face(of name: Run, within room: Double) -> Face {
    let parts = Ruler.words(of: name.text).flatMap { Pieces.unbroken(String($0)) }
    let sizes = (0...max(0, name.face.size - 6)).map { name.face.smaller(by: $0) }
    return sizes.first { face in parts.allSatisfy { ruler.width(ofWord: $0, face) <= room } } ?? sizes[sizes.count - 1]
  }

  /// As wide as its longest word or line needs, up to a limit.
  func fitting(_ figure: Figure, within limit: Double) -> Block {
    let (name, lines) = FigureTypesetter.runs(figure, theme, isSmall: isSmall)
    let words = [name] + lines
    let margin = figure.kind == .group ? 1 / 0.7 : 1
    let widest = words.map { (ruler.width(of: $0.text, $0.face) + (margin == 1 ? 16 : 4)) * margin }.max() ?? 0
    return block(figure, width: min(limit, max(46, widest)).rounded(.up))
  }

  func form(_ figure: Figure) -> Attributes {
    let surface = theme.surface(of: figure)
    var form: Attributes = [
      "fillcolor": .raw(surface.fill), "color": .raw(theme.outline(of: figure)), "penwidth": "0.8",
      "class": .text(classes(figure)), "tooltip": .text(tooltip(figure)),
    ]
    if let mark = figure.mark, mark != .kept {
      form["color"] = .raw(theme.color(mark))
      form["penwidth"] = "2.4"
    }
    switch figure.kind {
    case .state, .official:
      form["shape"] = "box"
      form["style"] = "rounded,filled"
    case .group:
      form["shape"] = "hexagon"
      form["style"] = "filled"
    case .organization:
      form["shape"] = "box"
      form["style"] = "filled"
    case .place:
      form["shape"] = "box"
      form["style"] = "filled,dotted"
    }
    if figure.mark == .removed || figure.isAbsent || figure.isUnnamed {
      form["style"] = figure.kind == .state || figure.kind == .official ? "rounded,filled,dashed" : "filled,dashed"
    }
    return form
  }

  private func classes(_ figure: Figure) -> String {
    let side = figure.side == .first ? " first" : figure.side == .second ? " second" : ""
    let mark = figure.mark.map { " \($0.rawValue)" } ?? ""
    return
      "entity \(figure.kind)\(side)\(mark)\(figure.isAbsent ? " absent" : "")\(figure.isPossible ? " possibly" : "")"
  }

  private func tooltip(_ figure: Figure) -> String {
    ([figure.fullName] + figure.quotes.map { "“\($0)”" }).joined(separator: "\n")
  }
}

extension Theme {
  func surface(of figure: Figure) -> Surface {
    if figure.isAbsent { return Surface(page.fill, quiet) }
    return switch (figure.kind, figure.side) {
    case (.state, .first): first
    case (.state, .second): second
    case (.state, .other): otherState
    case (.group, _): group
    case (.organization, _): organization
    case (.official, _): official
    case (.place, _): place
    }
  }

  func outline(of figure: Figure) -> String {
    if figure.isAbsent { return hairline }
    return switch figure.kind {
    case .state: surface(of: figure).fill
    case .group: groupOutline
    case .organization, .official, .place: neutral
    }
  }
}
