public import Graphviz
internal import DyadCore

extension Film {
  /// All frames as one SVG that runs by itself, without a script, and stops at its last frame for readers who ask for less motion.
  ///
  /// - Parameter seconds: how long each frame is shown.
  public func loop(seconds: Double = 1.5) async throws(Graph.Failure) -> [UInt8] {
    var pictures: [XMLElement] = []
    for (index, frame) in frames.enumerated() {
      let svg = try await frame.composition.picture(as: .svg, finish: Finish(idPrefix: "f\(index + 1)-"))
      guard let element = XMLReader.read(svg) else {
        throw .graphviz(GraphvizError(stage: .rendering(.svg), messages: ["the SVG of a frame is not well-formed"]))
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
            name: "desc", attributes: [("id", "picture-description")], content: [.text(told.joined(separator: "\n"))])),
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

  /// The first frame in words, and of each other one what became of the one before it.
  var told: [String] {
    let drawings = frames.map(\.composition.drawing)
    return drawings.prefix(1).map(\.description) + drawings.dropFirst().map { "\($0.subtitle): \($0.changes)" }
  }

  /// What stands for the film where it cannot be seen: what it is, in a sentence, then its frames, then its sources.
  public var alternative: String {
    (["\(title). \(span)."] + told + stage.union.sourceLines).joined(separator: "\n") + "\n"
  }

  /// "30 Jun 2021 – 31 May 2025"
  var span: String {
    let words = DateWords(style.lexicon)
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
  /// What tells of the picture and does not show.
  fileprivate var isHead: Bool {
    if case .element(let element) = self { ["title", "desc", "metadata"].contains(element.name) } else { false }
  }
}

extension Drawing {
  /// What is marked in it, in words; that nothing changed, where nothing is.
  public var changes: String {
    let lines = changeList
    return lines.isEmpty ? style.lexicon.phrase(.nothingChanged) : lines.joined(separator: " ")
  }

  /// What is new, gone or changed, a sentence each.
  public var changeList: [String] {
    cards.flatMap(\.rows).filter { ($0.mark ?? .kept) != .kept }.map(words)
  }
}
