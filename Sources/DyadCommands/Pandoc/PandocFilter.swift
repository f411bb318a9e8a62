internal import ArgumentParser
internal import DyadCore
internal import DyadDrawing
internal import DyadReport
internal import Foundation
internal import Synchronization

/// A filter of pandoc: takes its tree of a document on standard input, and gives it back with the blocks made.
public func runDyadPandoc() async {
  await Terminal.reserveStandardError()
  let target = CommandLine.arguments.dropFirst().first ?? "html"
  guard let document = PandocTree(FileHandle.standardInput.readDataToEndOfFile()), document["blocks"] != nil else {
    Terminal.say("error: dyad-pandoc is a filter: pandoc report.md --filter dyad-pandoc -o report.docx")
    exit(64)
  }
  var filter = PandocFilter(target: target, document)
  let result = await filter.filtered(document)
  if filter.hasFailed { exit(1) }
  Terminal.result(Array(result.bytes))
}

struct PandocFilter {
  /// What a page of the target shows best.
  private enum Kind: String { case svg, pdf, png }

  private let kind: Kind
  let standard: String?
  private let lines: PandocLines
  private var count = 0
  private var sources: [Source.ID: Source] = [:]
  private(set) var hasFailed = false

  static let folder = "dyad-media"

  init(target: String, _ document: PandocTree) {
    func named(_ key: String) -> String? {
      let value = document["meta"]?[key]?.contents
      return value?.text ?? value?.list.map(PandocTree.words)
    }
    let isWeb = ["html", "revealjs", "slidy", "s5", "epub"].contains { target.hasPrefix($0) }
    let isTeX = ["latex", "beamer", "context", "pdf"].contains(target)
    // Some that make PDFs of web pages set the words of an SVG less well than a picture of it.
    kind = named("dyad-pictures").flatMap(Kind.init) ?? (isWeb ? .svg : isTeX ? .pdf : .png)
    standard = named("dyad-dossier")
    lines = PandocLines()
  }

  mutating func filtered(_ document: PandocTree) async -> PandocTree {
    guard case .object(var whole) = document, let blocks = whole["blocks"] else { return document }
    whole["blocks"] = await walked(blocks)
    guard !sources.isEmpty, case .object(var meta)? = whole["meta"] else { return .object(whole) }
    let known = meta["references"]?.contents?.list ?? []
    meta["references"] = PandocTree(
      "MetaList", .list(known + sources.values.sorted { $0.id < $1.id }.map(\.asReference)))
    whole["meta"] = .object(meta)
    return .object(whole)
  }

  private mutating func walked(_ tree: PandocTree) async -> PandocTree {
    switch tree {
    case .list(let items):
      var walked: [PandocTree] = []
      for item in items {
        if let made = await made(item) { walked += made } else { walked.append(await self.walked(item)) }
      }
      return .list(walked)
    case .object(let object):
      var walked = object
      for key in object.keys.sorted() { walked[key] = await self.walked(object[key]!) }
      return .object(walked)
    default: return tree
    }
  }

  /// What takes the place of a block or a span of ours; `nil` for all else.
  private mutating func made(_ element: PandocTree) async -> [PandocTree]? {
    guard element.type == "CodeBlock" || element.type == "Span", let parts = element.contents?.list, parts.count == 2,
      let (classes, values) = PandocTree.attributes(parts[0]), classes.contains("dyad")
    else { return nil }
    count += 1
    do {
      return try await Terminal.$place.withValue(lines.place(of: count)) {
        if element.type == "Span" {
          let words = PandocTree.words(parts[1].list ?? [])
          return [
            PandocTree("Span", .list([PandocTree.noAttributes, .list(PandocTree.inlines(try phase(values, words)))]))
          ]
        }
        return try await block(values)
      }
    } catch {
      hasFailed = true
      Terminal.$place.withValue(lines.place(of: count)) {
        // What ended a command was told by it.
        if let mistake = error as? PandocBlock.Mistake {
          Terminal.say("error: \(mistake.words)")
        } else if !(error is ExitCode) {
          Terminal.say("error: \(Draw.message(for: error))")
        }
      }
      return [element]
    }
  }

  // MARK: Blocks

  private mutating func block(_ values: [(key: String, value: String)]) async throws -> [PandocTree] {
    let block = try PandocBlock(values, standard: standard)
    switch block.show {
    case .picture:
      return try await figure(block) { try await Draw.parse(block.arguments + ["-o", $0]).run() }
    case .diff:
      return try await figure(block) { file in
        let command = try Diff.parse(block.arguments + ["-o", file])
        _ = try command.view.resolved(in: try DossierArguments.graph(of: block.dossier))
        // With no mistake in its words, it ends so where something differs.
        do { try await command.run() } catch let code as ExitCode where code == Ending.inputErrors {}
      }
    case .timeline:
      return try await figure(block) { try await DrawTimeline.parse(block.arguments + ["-o", $0]).run() }
    case .film:
      // On the web it runs; on paper all dates stand side by side.
      let isSheet = kind != .svg
      return try await figure(block) { file in
        try await MakeFilm.parse(block.arguments + ["-o", file] + (isSheet ? ["--sheet"] : [])).run()
      }
    case .table: return [try table(block, block.values["caption"])]
    case .phase:
      throw PandocBlock.Mistake(words: "a phase stands in running text: [pakistan afghanistan]{.dyad show=phase on=…}")
    }
  }

  /// A file of its own for what the block asks, so that documents in one folder do not take each other's.
  private func place(of block: PandocBlock) throws -> String {
    do {
      try FileManager.default.createDirectory(atPath: PandocFilter.folder, withIntermediateDirectories: true)
    } catch { throw Ending.world("the folder '\(PandocFilter.folder)' cannot be made: \(error.localizedDescription)") }
    let asked = ([block.show.rawValue] + block.arguments).joined(separator: "\u{1F}")
    let sum = asked.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    return "\(PandocFilter.folder)/\(block.show.rawValue)-\(String(sum, radix: 16)).\(kind.rawValue)"
  }

  /// A picture with its caption, and, on the web, all of it in words: alone in a paragraph, with a title that begins so, pandoc makes a
  /// figure of it.
  private mutating func figure(
    _ block: PandocBlock, drawing draw: @Sendable (_ file: String) async throws -> Void
  ) async throws -> [PandocTree] {
    let file = try place(of: block)
    let seen = Seen()
    try await PictureWords.$witness.withValue({ seen.note($0, $1) }) { try await draw(file) }
    guard let (alternative, cited) = seen.noted else { return [] }
    let lines = alternative.split(separator: "\n").map(String.init)
    let first = lines.first ?? ""
    let isDescribed = kind == .svg && block.values["describe"] != "no"
    let description = "dyad-description-\(count)"
    var attributes = [["width", block.values["width"] ?? "170mm"], ["alt", first]]
    if isDescribed { attributes.append(["aria-describedby", description]) }
    let image = PandocTree(
      "Image",
      .list([
        .list([.words(""), .list([]), .list(attributes.map { PandocTree.list($0.map { .words($0) }) })]),
        .list(PandocTree.inlines(block.values["caption"] ?? first) + citations(cited, block)),
        .list([.words(file), .words("fig:\(first)")]),
      ]))
    let figure = PandocTree("Para", .list([image]))
    return isDescribed ? [figure] + PandocFilter.described(lines, id: description) : [figure]
  }

  /// What the picture shows, in words that open on demand.
  private static func described(_ lines: [String], id: String) -> [PandocTree] {
    func raw(_ html: String) -> PandocTree { PandocTree("RawBlock", .list([.words("html"), .words(html)])) }
    return [raw("<details class=\"dyad-description\" id=\"\(id)\">\n<summary>The picture in words</summary>")]
      + lines.map { PandocTree("Para", .list(PandocTree.inlines($0))) } + [raw("</details>")]
  }

  /// What a command said that it drew.
  private final class Seen: Sendable {
    private let what = Mutex<(String, [Source])?>(nil)

    func note(_ alternative: String, _ sources: [Source]) { what.withLock { $0 = (alternative, sources) } }
    var noted: (alternative: String, sources: [Source])? { what.withLock { $0 } }
  }

  /// Citations that citeproc sets; without it, the ids stand there.
  mutating func citations(_ cited: [Source], _ block: PandocBlock) -> [PandocTree] {
    guard !cited.isEmpty, block.values["cite"] != "no" else { return [] }
    for source in cited { sources[source.id] = source }
    let all = cited.map { source in
      PandocTree.object([
        "citationId": .words(source.id.text), "citationPrefix": .list([]), "citationSuffix": .list([]),
        "citationMode": PandocTree("NormalCitation"), "citationNoteNum": .number(1), "citationHash": .number(0),
      ])
    }
    let words = "[" + cited.map { "@\($0.id)" }.joined(separator: "; ") + "]"
    return [PandocTree("Space"), PandocTree("Cite", .list([.list(all), .list(PandocTree.inlines(words))]))]
  }
}

extension Source {
  /// As citeproc takes it from a document's metadata.
  fileprivate var asReference: PandocTree {
    func inlines(_ words: String) -> PandocTree { PandocTree("MetaInlines", .list(PandocTree.inlines(words))) }
    var map: [String: PandocTree] = [
      "id": inlines(id.text), "type": inlines(publisher == nil ? "document" : "article-newspaper"),
      "title": inlines(title),
    ]
    if let publisher { map["container-title"] = inlines(publisher) }
    if let author {
      map["author"] = PandocTree("MetaList", .list([PandocTree("MetaMap", .object(["literal": inlines(author)]))]))
    }
    if let published {
      map["issued"] = inlines(
        PartialDate(year: published.year, month: published.month, day: published.day)!.description)
    }
    if let url { map["URL"] = inlines(url) }
    return PandocTree("MetaMap", .object(map))
  }
}
