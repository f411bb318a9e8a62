internal import ArgumentParser
internal import DyadContent
internal import DyadCore
internal import DyadDrawing
internal import DyadReport
internal import DyadSyntax
internal import Foundation
internal import Graphviz

/// Runs the pandoc filter: reads a document tree from standard input and writes it back with its blocks rendered.
@MainActor public func runDyadPandoc() async {
  await GraphvizWorker.serveIfRequested()
  // A document may contain blocks, and name dossiers, that its reader did not write.
  GraphvizLibrary.isolation = Isolation(.everything)
  StandardStreams.reserve()
  await Terminal.reserveStandardError()
  signal(SIGPIPE, SIG_IGN)
  let target = CommandLine.arguments.dropFirst().first ?? "html"
  guard let input = try? StandardStreams.input(atMost: 256),
    let output = await PandocFilter.output(of: input, for: target)
  else {
    Terminal.report(
      "error: expected a pandoc document on standard input; run: pandoc report.md --filter dyad-pandoc -o report.docx")
    exit(64)
  }
  if output.hasFailed { exit(1) }
  do { try Terminal.result(output.bytes) } catch {
    Terminal.report("error: \((error as? Failure)?.message ?? "\(error)")")
    exit(Failure.environmentFailed.rawValue)
  }
}

package struct PandocFilter {
  /// The format of pictures, by the target.
  let format: ImageFormat
  let standard: String?
  private let lines: PandocLines
  private(set) var count = 0
  private var sources: [Source.ID: Source] = [:]
  private(set) var hasFailed = false

  static let folder = "dyad-media"

  /// A document with its blocks rendered, and whether one could not be; `nil` if the input is no document of pandoc.
  package static func output(of input: [UInt8], for target: String) async -> (bytes: [UInt8], hasFailed: Bool)? {
    guard let document = PandocTree(document: input), document["blocks"] != nil else { return nil }
    var filter = PandocFilter(target: target, document)
    let result = await filter.filtered(document)
    return (result.bytes(), filter.hasFailed)
  }

  init(target: String, _ document: PandocTree) {
    func named(_ key: String) -> String? {
      let value = document["meta"]?[key]?.contents
      return value?.string ?? value?.array.map(PandocTree.words)
    }
    let isWeb = ["html", "revealjs", "slidy", "s5", "epub"].contains { target.hasPrefix($0) }
    let isTeX = ["latex", "beamer", "context", "pdf"].contains(target)
    // Some PDF engines for web pages render text in SVG worse than a PNG.
    format = named("dyad-pictures").flatMap(ImageFormat.init) ?? (isWeb ? .svg : isTeX ? .pdf : .png)
    standard = named("dyad-dossier")
    lines = PandocLines()
  }

  mutating func filtered(_ document: PandocTree) async -> PandocTree {
    guard case .object(var whole) = document, let blocks = whole["blocks"] else { return document }
    whole["blocks"] = await transformed(blocks)
    guard !sources.isEmpty, case .object(var meta)? = whole["meta"] else { return .object(whole) }
    let known = meta["references"]?.contents?.array ?? []
    meta["references"] = PandocTree.element(
      "MetaList", .array(known + sources.values.sorted { $0.id < $1.id }.map(\.asReference)))
    whole["meta"] = .object(meta)
    return .object(whole)
  }

  private mutating func transformed(_ tree: PandocTree) async -> PandocTree {
    switch tree {
    case .array(let items):
      var transformed: [PandocTree] = []
      for item in items {
        if let replacement = await replacement(for: item) {
          transformed += replacement
        } else {
          transformed.append(await self.transformed(item))
        }
      }
      return .array(transformed)
    case .object(let object):
      var transformed = object
      for (key, value) in object.sorted(by: { $0.key < $1.key }) { transformed[key] = await self.transformed(value) }
      return .object(transformed)
    default: return tree
    }
  }

  /// The elements that replace a dyad block or span, or `nil` for any other element.
  private mutating func replacement(for element: PandocTree) async -> [PandocTree]? {
    guard element.type == "CodeBlock" || element.type == "Span", let parts = element.contents?.array, parts.count == 2,
      let (classes, values) = PandocTree.attributes(parts[0]), classes.contains("dyad")
    else { return nil }
    count += 1
    Terminal.place = lines.place(of: count)
    defer { Terminal.place = nil }
    do {
      if element.type == "Span" {
        let words = PandocTree.words(parts[1].array ?? [])
        return [
          PandocTree.element(
            "Span", .array([PandocTree.noAttributes, .array(PandocTree.inlines(try phase(values, words)))]))
        ]
      }
      return try await block(values)
    } catch {
      hasFailed = true
      // An `ExitCode` has reported its errors already.
      switch error {
      case is ExitCode: break
      case let mistake as PandocBlock.Mistake: Terminal.report("error: \(mistake.message)")
      default: Terminal.report("error: \(Failure(error)?.message ?? "\(error)")")
      }
      return [element]
    }
  }

  private mutating func block(_ values: [(key: String, value: String)]) async throws -> [PandocTree] {
    let block = try PandocBlock(values, standard: standard)
    if let form = block.show.form { return try await figure(block, form) }
    guard block.show == .table else {
      throw PandocBlock.Mistake(message: "a phase is inline: [pakistan afghanistan]{.dyad show=phase on=…}")
    }
    return [try table(block)]
  }

  /// Citations for citeproc; without it, the document shows the ids.
  mutating func citations(_ cited: [Source], _ block: PandocBlock) -> [PandocTree] {
    guard !cited.isEmpty, block.values["cite"] != "no" else { return [] }
    for source in cited { sources[source.id] = source }
    let all = cited.map { source in
      PandocTree.object([
        "citationId": .string(source.id.text), "citationPrefix": .array([]), "citationSuffix": .array([]),
        "citationMode": PandocTree.element("NormalCitation"), "citationNoteNum": 1, "citationHash": 0,
      ])
    }
    let words = "[" + cited.map { "@\($0.id)" }.joined(separator: "; ") + "]"
    return [
      PandocTree.element("Space"),
      PandocTree.element("Cite", .array([.array(all), .array(PandocTree.inlines(words))])),
    ]
  }
}

extension Source {
  /// The source as a reference in the metadata of a document, for citeproc.
  fileprivate var asReference: PandocTree {
    func inlines(_ words: String) -> PandocTree { PandocTree.element("MetaInlines", .array(PandocTree.inlines(words))) }
    var map: [String: PandocTree] = [
      "id": inlines(id.text), "type": inlines(publisher == nil ? "document" : "article-newspaper"),
      "title": inlines(title),
    ]
    if let publisher { map["container-title"] = inlines(publisher) }
    if let author {
      map["author"] = PandocTree.element(
        "MetaList", .array([PandocTree.element("MetaMap", .object(["literal": inlines(author)]))]))
    }
    // Without the marks of doubt, which citeproc does not know.
    if let date = published.flatMap({ PartialDate(year: $0.year, month: $0.month, day: $0.day) }) {
      map["issued"] = inlines(date.description)
    }
    if let url { map["URL"] = inlines(url) }
    return PandocTree.element("MetaMap", .object(map))
  }
}
