import DyadAssistance
import DyadCore
import DyadFormats
import DyadSyntax
import Foundation

/// How long the language server takes after a keystroke, in a dossier of so many claims.
func measureKeystrokes(claims: Int) async throws {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("dyad-benchmark-\(getpid())")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  let file = folder.appendingPathComponent("dossier.yaml")
  let text = try writeDossier(claims: claims, to: file)
  var server = LanguageServer(version: "benchmark")
  func request(_ method: String, _ params: JSONValue) {
    _ = server.respond(to: .request(id: 1, method: method, params: params))
  }
  request(
    "initialize", ["capabilities": [:], "workspaceFolders": [["uri": .string(folder.absoluteString), "name": "many"]]])
  let uri = JSONValue.string(file.absoluteString)
  let opened = ContinuousClock.now
  _ = server.respond(
    to: .notification(
      method: "textDocument/didOpen",
      params: ["textDocument": ["uri": uri, "languageId": "yaml", "version": 0, "text": .string(text)]]))
  _ = await server.idle()
  say("\(claims) claims, \(text.utf8.count / 1000) KB; opened in \(milliseconds(since: opened)) ms")

  let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  let middle = lines.indices.filter { lines[$0].contains("what: ") }
  let line = middle[middle.count / 2]
  func position(_ character: Int) -> JSONValue {
    ["line": .number(String(line)), "character": .number(String(character))]
  }
  var version = 0
  func type(_ words: String, at character: Int, replacing count: Int = 0) async -> Double {
    version += 1
    let start = ContinuousClock.now
    let change: JSONValue = [
      "range": ["start": position(character), "end": position(character + count)], "text": .string(words),
    ]
    _ = server.respond(
      to: .notification(
        method: "textDocument/didChange",
        params: ["textDocument": ["uri": uri, "version": .number(String(version))], "contentChanges": [change]]))
    _ = await server.idle()
    return milliseconds(since: start)
  }
  let end = lines[line].utf16.count
  var plain: [Double] = []
  for index in 0..<30 { plain.append(await type("x", at: end + index)) }
  var breaks: [Double] = []
  for _ in 0..<10 { breaks.append(await type("\n", at: end + plain.count)) }
  let quote = (lines[line].firstIndex(of: ":").map { lines[line][..<$0].utf16.count } ?? 0) + 2
  var broken: [Double] = []
  for _ in 0..<10 { broken.append(await type("\"", at: quote)) }
  for _ in 0..<10 { _ = await type("", at: quote, replacing: 1) }
  report("a letter", plain)
  say("took \(plain.sorted()[plain.count / 2] / 1000) s")
  report("a line break, which moves all records below", breaks)
  report("a quote that is not closed", broken)

  let place: [String: JSONValue] = ["textDocument": ["uri": uri], "position": position(8)]
  for (name, method) in [
    ("hover", "textDocument/hover"), ("completion", "textDocument/completion"),
    ("definition", "textDocument/definition"),
  ] {
    var times: [Double] = []
    for _ in 0..<5 {
      let start = ContinuousClock.now
      request(method, .object(place))
      times.append(milliseconds(since: start))
    }
    report(name, times)
  }
}

private func report(_ what: String, _ times: [Double]) {
  let sorted = times.sorted()
  say(
    "  \(what): \(sorted[sorted.count / 2]) ms in the middle, \(sorted[sorted.count - 1]) ms at most, of \(times.count)"
  )
}

private func milliseconds(since start: ContinuousClock.Instant) -> Double { rounded(elapsed(since: start) * 1000) }

/// Writes a dossier of so many claims in YAML, and the texts of its sources beside it.
private func writeDossier(claims: Int, to file: URL) throws -> String {
  var dossier = manyClaims(claims)
  var quotes: [Source.ID: String] = [:]
  for claim in dossier.events.map(\.value.evidence) + dossier.relations.flatMap({ $0.value.phases.map(\.evidence) }) {
    for citation in claim.citations { quotes[citation.source, default: ""] += (citation.quote ?? "") + ".\n" }
  }
  for index in dossier.sources.indices {
    let id = dossier.sources[index].value.id
    dossier.sources[index].value.path = "\(id).txt"
    try Data((quotes[id] ?? "").utf8).write(to: file.deletingLastPathComponent().appendingPathComponent("\(id).txt"))
  }
  let bytes = Format.named("dossier")?.bytes(of: KnowledgeGraph.linking([dossier]).value) ?? []
  try Data(bytes).write(to: file)
  return String(decoding: bytes, as: UTF8.self)
}
