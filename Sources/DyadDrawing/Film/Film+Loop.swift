internal import DyadContent
internal import DyadCore
public import Graphviz

extension Film {
  /// All frames as one SVG that runs by itself, without a script, and stops at its last frame for readers who ask for less motion.
  ///
  /// - Parameter seconds: how long each frame is shown.
  public func loop(seconds: Double = 1.5) async throws(GraphvizError) -> [UInt8] {
    var pictures: [XMLElement] = []
    for (index, frame) in frames.enumerated() {
      let svg = try await frame.composition.picture(as: .svg, finish: Finish(idPrefix: "f\(index + 1)-"))
      guard let element = XMLReader.read(svg) else {
        throw GraphvizError(stage: .painting(.svg), messages: ["a frame is not well-formed"])
      }
      pictures.append(element)
    }
    guard var root = pictures.first else { return [] }
    root["aria-labelledby"] = "picture-title"
    root["aria-describedby"] = "picture-description"
    root.content =
      [
        .element(
          XMLElement(name: "title", attributes: [("id", "picture-title")], content: [.text("\(title). \(span).")])),
        .element(
          XMLElement(
            name: "desc", attributes: [("id", "picture-description")],
            content: [.text(narrative.joined(separator: "\n"))])),
        .element(XMLElement(name: "style", content: [.text(css(seconds))])),
      ]
      + pictures.enumerated().map { index, picture in
        .element(
          XMLElement(
            name: "g", attributes: [("id", "frame-\(index + 1)"), ("class", "frame")],
            content: picture.content.filter { !$0.isHead }))
      }
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    root.write(to: &text)
    return Array(text.utf8)
  }

  /// The description of the first frame, and the changes of each other one.
  var narrative: [String] {
    let contents = frames.map(\.composition.content)
    return contents.prefix(1).map(\.description) + contents.dropFirst().map { "\($0.subtitle): \($0.changes)" }
  }

  /// The title, the frames and the sources as text, for readers who cannot see the film.
  public var alternative: String {
    (["\(title). \(span)."] + narrative + stage.union.sourceLines).joined(separator: "\n") + "\n"
  }

  /// "30 Jun 2021 – 31 May 2025"
  var span: String {
    let words = DateWords(options.lexicon)
    guard let first = frames.first?.day, let last = frames.last?.day else { return "" }
    return words.words(first...last)
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
