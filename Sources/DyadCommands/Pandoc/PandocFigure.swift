internal import DyadContent
internal import DyadCore
internal import DyadDrawing
internal import DyadSyntax
internal import Foundation
internal import Graphviz

/// Pictures as figures of a document.
extension PandocFilter {
  /// A picture with its caption and, on the web, its description.
  ///
  /// pandoc makes a figure of an image that is alone in a paragraph and whose title begins with `fig:`.
  mutating func figure(_ block: PandocBlock, _ form: PictureOptions.Form) async throws -> [PandocTree] {
    let graph = try DossierArguments.graph(of: block.dossier)
    let picture = try await picture(block, form, graph)
    let rendering = try await picture.rendering(as: format)
    let file = try path(of: block)
    try Output.write(rendering.bytes, to: file)
    Terminal.report(rendering.warnings, advice: "min-tone=5, without=events")
    let lines = rendering.alternative.split(separator: "\n").map(String.init)
    let first = rendering.description
    let isDescribed = format == .svg && block.values["describe"] != "no"
    let description = "dyad-description-\(count)"
    var attributes = [["width", block.values["width"] ?? "170mm"], ["alt", first]]
    if isDescribed { attributes.append(["aria-describedby", description]) }
    let image = PandocTree.element(
      "Image",
      .array([
        .array([.string(""), .array([]), .array(attributes.map { PandocTree.array($0.map { .string($0) }) })]),
        .array(PandocTree.inlines(block.values["caption"] ?? rendering.caption) + citations(rendering.sources, block)),
        .array([.string(file), .string("fig:\(first)")]),
      ]))
    let figure = PandocTree.element("Para", .array([image]))
    return isDescribed ? [figure] + PandocFilter.described(lines, id: description) : [figure]
  }

  private func picture(
    _ block: PandocBlock, _ form: PictureOptions.Form, _ graph: KnowledgeGraph
  ) async throws -> Picture {
    var options = block.options
    // A film is animated on the web, and a sheet of all dates on paper.
    options.isSheet = format != .svg
    guard form == .diff, let path = block.values["against"] else {
      return try await options.request(for: form, in: graph).picture(of: graph)
    }
    let other = try DossierArguments.graph(of: path)
    let view = try options.view(in: graph.covered(by: other))
    guard let kind = options.comparisons(of: view, in: graph, againstAnother: true)[.versions] else {
      throw PandocBlock.Mistake(message: "a diff requires two dates or another dossier")
    }
    return try await options.request(view, kind).picture(of: graph, against: other)
  }

  /// A file name derived from the block, so that documents in one folder do not overwrite each other's pictures.
  private func path(of block: PandocBlock) throws -> String {
    do {
      try FileManager.default.createDirectory(atPath: PandocFilter.folder, withIntermediateDirectories: true)
    } catch {
      throw Failure.environment("'\(PandocFilter.folder)' cannot be created: \(error.localizedDescription)")
    }
    let parts = block.values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" } + [block.dossier]
    let digest = SHA256.hex(parts.joined(separator: "\u{1F}").utf8).prefix(16)
    return "\(PandocFilter.folder)/\(block.show.rawValue)-\(digest).\(format.rawValue)"
  }

  /// The description of a picture, collapsed.
  private static func described(_ lines: [String], id: String) -> [PandocTree] {
    func raw(_ html: String) -> PandocTree {
      PandocTree.element("RawBlock", .array([.string("html"), .string(html)]))
    }
    return [raw("<details class=\"dyad-description\" id=\"\(id)\">\n<summary>Description of the picture</summary>")]
      + lines.map { PandocTree.element("Para", .array(PandocTree.inlines($0))) } + [raw("</details>")]
  }
}
