internal import DyadContent
internal import DyadCore
package import DyadSyntax
internal import Foundation
package import Graphviz

/// An SVG of Graphviz, reduced to allowed elements and attributes, with a role, a title and a description.
///
/// It runs no scripts and makes no network requests.
package struct SVGDocument {
  /// The text of the picture.
  let bytes: [UInt8]

  /// The attributes of each element; what is painted also has those of `paint`.
  private static let elements: [String: Set<String>] = [
    "svg": ["width", "height", "viewBox"],
    "g": ["id", "class", "transform"],
    "a": ["xlink:href", "xlink:title"],
    "polygon": ["points"], "polyline": ["points"], "path": ["d"],
    "ellipse": ["cx", "cy", "rx", "ry"],
    "text": [
      "x", "y", "text-anchor", "font-family", "font-size", "font-weight", "font-style", "textLength", "lengthAdjust",
    ],
    "tspan": ["x", "y"],
    "title": [],
  ]
  private static let allowed = Dictionary(
    uniqueKeysWithValues: elements.map { name, own in
      (name, name == "a" || name == "title" ? own : own.union(paint))
    })
  private static let paint: Set<String> = [
    "fill", "stroke", "stroke-width", "stroke-dasharray", "fill-opacity", "stroke-opacity", "id", "class",
  ]

  /// - Parameter picture: the picture, reduced to allowed elements and attributes.
  init(_ picture: XMLElement, of composition: Composition, _ finish: Finish) {
    var kept = picture
    if let dark = composition.style.darkTheme {
      Recoloring(from: composition.style.theme, to: dark).recolor(&kept)
    }
    SVGDocument.nameAreas(&kept, composition.page.areas)
    SVGDocument.fit(&kept)
    var ids: Set<String> = []
    SVGDocument.makeIDsUnique(&kept, &ids)
    SVGDocument.head(&kept, composition, finish)
    if let other = finish.versionOf { SVGDocument.shareTitle(&kept, with: other) }
    if !finish.idPrefix.isEmpty {
      // A version of another picture refers to the title and the description of that picture.
      let references = finish.versionOf == nil ? ["aria-labelledby", "aria-describedby"] : []
      SVGDocument.prefix(&kept, with: finish.idPrefix, naming: ["id"] + references)
    }
    guard finish.isPartOfPage else {
      self.bytes = SVGDocument.carrying(finish.recipe, kept)
      return
    }
    SVGDocument.omitDefaults(&kept)
    self.bytes = kept.compactDocument
  }

  /// The picture as a document, with the recipe after its title and description.
  package static func carrying(_ recipe: Recipe?, _ picture: XMLElement) -> [UInt8] {
    guard var recipe else { return picture.document }
    recipe.picture = SHA256.hex(picture.document)
    var root = picture
    let metadata = XMLElement(name: "metadata", attributes: [("id", "recipe")], content: [.text(recipe.json)])
    root.content.insert(.element(metadata), at: 2)
    return root.document
  }

  /// The recipe that the picture carries, and the digest of the picture without it.
  static func recipe(in bytes: [UInt8]) -> (recipe: String, picture: String)? {
    let text = String(decoding: bytes, as: UTF8.self)
    guard let start = text.range(of: " <metadata id=\"recipe\">"),
      let end = text.range(of: "</metadata>\n", range: start.upperBound..<text.endIndex),
      let read = try? XMLElement(parsing: bytes),
      let metadata = read.content.compactMap({ part -> XMLElement? in
        if case .element(let element) = part, element.name == "metadata" { element } else { nil }
      }).first
    else { return nil }
    let bare = String(text[..<start.lowerBound]) + text[end.upperBound...]
    return (metadata.text, SHA256.hex(bare.utf8))
  }

  // MARK: Allowed parts

  /// A picture of Graphviz, reduced to allowed elements and attributes.
  package static func allowed(_ bytes: [UInt8]) throws(Graph.Failure) -> XMLElement {
    guard let read = try? XMLElement(parsing: bytes), let kept = SVGDocument.kept(read) else {
      throw .graphviz(GraphvizError(stage: .rendering(.svg), messages: ["the SVG of Graphviz is not well-formed"]))
    }
    return kept
  }

  private static func kept(_ element: XMLElement) -> XMLElement? {
    guard let known = allowed[element.name] else { return nil }
    var result = XMLElement(name: element.name)
    result.attributes = element.attributes.filter { known.contains($0.name) && isSafe($0) }
    if result["stroke"] == "transparent" { result["stroke"] = "none" }
    if result["fill"] == "transparent" { result["fill"] = "none" }
    for part in element.content {
      switch part {
      case .text(let text): if element.name == "text" || element.name == "tspan" { result.content.append(.text(text)) }
      case .element(let inner):
        // The titles of Graphviz are the names of nodes, which mean nothing to a reader.
        guard inner.name != "title", let kept = kept(inner) else { continue }
        result.content.append(contentsOf: unwrapped(kept))
      }
    }
    if result.name == "text" {
      result.content = [.text(result.text)]
      // Viewers otherwise drop the space between two words in different faces.
      if result.text.hasPrefix(" ") || result.text.hasSuffix(" ") { result["xml:space"] = "preserve" }
    }
    return result
  }

  /// Fixes the length of each text with another after it in its line, whatever the width of the installed fonts.
  private static func fit(_ element: inout XMLElement) {
    for (index, pair) in zip(element.content, element.content.dropFirst()).enumerated() {
      guard case .element(var inner) = pair.0, inner.name == "text",
        case .element(let next) = pair.1, next.name == "text", next["y"] == inner["y"],
        let start = inner["x"].flatMap({ Double($0) }), let end = next["x"].flatMap({ Double($0) }), end - start > 1
      else { continue }
      inner["textLength"] = Markup.number(end - start)
      element.content[index] = .element(inner)
    }
    element.updateElements(fit)
  }

  /// Appends a number to repeated ids; the first keeps its id.
  private static func makeIDsUnique(_ element: inout XMLElement, _ ids: inout Set<String>) {
    if let id = element["id"], !ids.insert(id).inserted {
      let fresh = (2...).lazy.map { "\(id)-\($0)" }.first { ids.insert($0).inserted }
      element["id"] = fresh
    }
    element.updateElements { makeIDsUnique(&$0, &ids) }
  }

  /// Refers to the title and the description of another version of the picture, instead of repeating them.
  private static func shareTitle(_ root: inout XMLElement, with prefix: String) {
    for name in ["aria-labelledby", "aria-describedby"] { root[name] = root[name].map { prefix + $0 } }
    func removeTitles(_ element: inout XMLElement) {
      element.content = element.content.compactMap { part in
        guard case .element(var inner) = part else { return part }
        guard inner.name != "title", inner.name != "desc" else { return nil }
        removeTitles(&inner)
        return .element(inner)
      }
    }
    removeTitles(&root)
  }

  /// Writes the font once and no alignment that is the default, a seventh of the bytes of a picture.
  private static func omitDefaults(_ root: inout XMLElement) {
    func omit(_ element: inout XMLElement) {
      if element.name == "text" {
        if element["font-family"] == Face.family { element["font-family"] = nil }
        if element["text-anchor"] == "start" { element["text-anchor"] = nil }
      }
      element.updateElements(omit)
    }
    omit(&root)
    root.updateElements { if $0.name == "g" { $0["font-family"] = Face.family } }
  }

  /// Prefixes ids and references to them.
  ///
  /// - Parameter names: the attributes that are ids or references to them.
  private static func prefix(_ element: inout XMLElement, with prefix: String, naming names: [String]) {
    for (index, attribute) in element.attributes.enumerated() where names.contains(attribute.name) {
      element.attributes[index].value = prefix + attribute.value
    }
    element.updateElements { SVGDocument.prefix(&$0, with: prefix, naming: names) }
  }

  private static func isSafe(_ attribute: (name: String, value: String)) -> Bool {
    guard attribute.name == "xlink:href" else { return true }
    let value = attribute.value.lowercased()
    return value.hasPrefix("https://") || value.hasPrefix("http://")
  }

  /// An anchor without a link as a group; its tooltip is a title in SVG.
  private static func unwrapped(_ element: XMLElement) -> [XMLElement.Content] {
    guard element.name == "a", element["xlink:href"] == nil else { return [.element(element)] }
    guard let tooltip = element["xlink:title"], !tooltip.allSatisfy(\.isWhitespace) else { return element.content }
    var group = XMLElement(name: "g", content: element.content)
    group.content.insert(.element(XMLElement(name: "title", content: [.text(tooltip)])), at: 0)
    return [.element(group)]
  }

  // MARK: Areas

  /// The areas, which Graphviz paints without names, each as a group with its id, class and tooltip.
  private static func nameAreas(_ root: inout XMLElement, _ areas: [PlacedArea]) {
    guard !areas.isEmpty,
      let place = root.content.firstIndex(where: {
        if case .element(let inner) = $0 { inner.name == "g" } else { false }
      }),
      case .element(var graph) = root.content[place]
    else { return }
    for area in areas {
      guard let first = graph.content.firstIndex(where: { $0.isPath }) else { break }
      var group = XMLElement(name: "g", attributes: [("class", "grid")])
      if let bloc = area.bloc {
        group.attributes = [("id", "ground-\(bloc.id.text)"), ("class", bloc.isFound ? "ground found" : "ground")]
        group.content = [.element(XMLElement(name: "title", content: [.text(bloc.name)]))]
      }
      let paths = graph.content[first...].prefix { $0.isPath }.prefix(area.curves.count)
      group.content += paths
      graph.content.replaceSubrange(first..<(first + paths.count), with: [.element(group)])
    }
    root.content[place] = .element(graph)
  }

  // MARK: Title, description and styles

  private static func head(_ root: inout XMLElement, _ composition: Composition, _ finish: Finish) {
    let (content, bounds) = (composition.content, composition.layout.bounds)
    let size = "\(Markup.number(bounds.width)) \(Markup.number(bounds.height))"
    root.attributes = [
      ("xmlns", "http://www.w3.org/2000/svg"), ("xmlns:xlink", "http://www.w3.org/1999/xlink"), ("role", "img"),
      ("aria-labelledby", "picture-title"), ("aria-describedby", "picture-description"),
      ("lang", content.options.lexicon.language),
      ("class", "dyad-picture"), ("width", millimetres(composition.width)),
      ("height", millimetres(composition.height)), ("viewBox", "0 0 \(size)"),
    ]
    var title = XMLElement(name: "title", attributes: [("id", "picture-title")])
    let lexicon = content.options.lexicon
    title.content = [.text("\(lexicon.sentence(content.title)) \(lexicon.sentence(content.subtitle))")]
    var description = XMLElement(name: "desc", attributes: [("id", "picture-description")])
    description.content = [.text(content.description)]
    let style = composition.style
    let css = [style.darkTheme.map { Recoloring(from: style.theme, to: $0).css }, finish.stylesheet?.css]
      .compactMap { $0 }.joined(separator: "\n")
    let styles = css.isEmpty ? [] : [XMLElement(name: "style", content: [.text(css)])]
    root.content.insert(contentsOf: ([title, description] + styles).map { .element($0) }, at: 0)
  }

  private static func millimetres(_ length: Length) -> String {
    Markup.number((length.millimetres * 1000).rounded() / 1000) + "mm"
  }
}

extension XMLElement.Content {
  fileprivate var isPath: Bool { if case .element(let element) = self { element.name == "path" } else { false } }
}
