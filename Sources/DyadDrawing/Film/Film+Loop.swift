internal import DyadContent
internal import DyadCore
public import Graphviz
internal import DyadSyntax

extension Film {
  /// The film as one animated SVG without a script; for readers who prefer reduced motion it shows the last frame.
  ///
  /// Throws `Graph.Failure` if Graphviz fails.
  ///
  /// - Parameters:
  ///   - seconds: the duration of each frame.
  ///   - recipe: how the film was made; `Recipe.read(from:)` reads it back.
  public func loop(seconds: Double = 1.5, recipe: Recipe? = nil) async throws(Graph.Failure) -> [UInt8] {
    var pictures: [XMLElement] = []
    for (index, frame) in frames.enumerated() {
      let svg = try await frame.composition.picture(as: .svg, finish: Finish(idPrefix: "f\(index + 1)-"))
      guard let element = try? XMLElement(parsing: svg) else {
        throw .graphviz(GraphvizError(stage: .rendering(.svg), messages: ["a frame is not well-formed"]))
      }
      pictures.append(element)
    }
    guard var root = pictures.first else { return [] }
    root["aria-labelledby"] = "picture-title"
    root["aria-describedby"] = "picture-description"
    root.content =
      [
        .element(
          XMLElement(
            name: "title", attributes: [("id", "picture-title")], content: [.text("\(title). \(content.span).")])),
        .element(
          XMLElement(
            name: "desc", attributes: [("id", "picture-description")],
            content: [.text(content.narrative.joined(separator: "\n"))])),
        .element(XMLElement(name: "style", content: [.text(css(seconds))])),
      ]
      + pictures.enumerated().map { index, picture in
        .element(
          XMLElement(
            name: "g", attributes: [("id", "frame-\(index + 1)"), ("class", "frame")],
            content: picture.content.filter { !$0.isHead }))
      }
    return SVGDocument.carrying(recipe, root)
  }

  /// The title, the frames and the sources as text, for readers who cannot see the film.
  public var alternative: String {
    (["\(title). \(content.span)."] + content.narrative + content.union.sourceLines).joined(separator: "\n") + "\n"
  }

  private func css(_ seconds: Double) -> String {
    let total = Double(frames.count) * seconds
    let share = Markup.number(100 / Double(max(1, frames.count)))
    let delays = frames.indices.map { index in
      "#frame-\(index + 1) { animation-delay: \(Markup.number(Double(index) * seconds))s }"
    }
    return """
      .frame { visibility: hidden; animation: shown \(Markup.number(total))s step-end infinite }
      @keyframes shown { 0% { visibility: visible } \(share)% { visibility: hidden } }
      \(delays.joined(separator: "\n"))
      @media (prefers-reduced-motion: reduce) { .frame { animation: none } .frame:last-of-type { visibility: visible } }
      @media print { .frame { animation: none } .frame:last-of-type { visibility: visible } }
      """
  }
}

extension XMLElement.Content {
  /// Whether it describes the picture and is not drawn.
  fileprivate var isHead: Bool {
    if case .element(let element) = self { ["title", "desc", "metadata"].contains(element.name) } else { false }
  }
}
