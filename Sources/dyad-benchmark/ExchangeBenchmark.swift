import DyadCore
import DyadFormats
import DyadSyntax
import Foundation

/// So many claims as N-Triples and GraphML, beside what others take for the same graph.
func measureExchange(claims: Int) throws {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("dyad-benchmark-\(getpid())")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  // Some of the others hold a graph in objects of Python: they get a part, and rates are compared.
  let part = max(1, claims / 20)
  for (name, count) in [("whole", claims), ("part", part)] {
    let start = ContinuousClock.now
    let graph = KnowledgeGraph.linking([manyClaims(count)]).value
    say("\(name): \(count) claims, made and linked in \(rounded(elapsed(since: start))) s, \(Int(megabytes())) MB")
    for format in ["ntriples", "graphml"].compactMap(Format.named) {
      let file = folder.appendingPathComponent("\(name).\(format.suffixes[0])")
      try measure(graph, as: format, to: file, claims: count)
    }
  }
  let python = FileManager.default.currentDirectoryPath + "/.build/checkers/bin/python"
  guard FileManager.default.isExecutableFile(atPath: python) else {
    return say("the others are not installed: run scripts/install-checkers")
  }
  let others = Process()
  others.executableURL = URL(fileURLWithPath: python)
  others.arguments = ["scripts/measure-exchange.py", folder.path, String(part)]
  try others.run()
  others.waitUntilExit()
}

private func measure(_ graph: KnowledgeGraph, as format: Format, to file: URL, claims: Int) throws {
  FileManager.default.createFile(atPath: file.path, contents: nil)
  let handle = try FileHandle(forWritingTo: file)
  var (bytes, lines, most) = (0, 0, megabytes())
  let before = most
  let start = ContinuousClock.now
  let sink = ByteSink { piece in
    bytes += piece.count
    try handle.write(contentsOf: piece)
    // Looked at now and then, since looking takes time, too.
    if bytes & 0xFFFFFF < 0x10000 { most = max(most, megabytes()) }
  }
  guard case .file(let write) = format.writer else { return }
  write(graph, sink)
  try sink.finish()
  let took = elapsed(since: start)
  try handle.close()
  lines = try count(of: 0x0A, in: file)
  let what = format.id == "ntriples" ? "statements" : "lines"
  say(
    "  dyad, \(format.id): \(rounded(took)) s, \(bytes / 1_000_000) MB, \(lines) \(what), \(Int(Double(lines) / took / 1000)) k \(what)/s, \(Int(Double(claims) / took / 1000)) k claims/s; memory \(Int(before)) MB before, \(Int(max(most, megabytes()))) MB at most"
  )
}

private func count(of byte: UInt8, in file: URL) throws -> Int {
  let handle = try FileHandle(forReadingFrom: file)
  var count = 0
  while let piece = try handle.read(upToCount: 1 << 22), !piece.isEmpty {
    count += piece.withUnsafeBytes { $0.reduce(0) { $0 + ($1 == byte ? 1 : 0) } }
  }
  return count
}

/// Half of them phases, five to a relation, half events; each quoted from a source.
func manyClaims(_ count: Int) -> Dossier {
  var dossier = Dossier(title: "Many claims")
  for index in 0..<10 {
    dossier.sources.append(
      Located(
        Source(
          Source.ID("source-\(index)"), title: "Source \(index)", published: PartialDate("2020-01-0\(index % 9 + 1)"))))
  }
  for index in 0..<1000 {
    dossier.entities.append(Located(Entity(Entity.ID("state-\(index)"), .state, name: "State “\(index)”")))
  }
  func evidence(_ index: Int) -> Evidence {
    Evidence([
      Citation(
        of: Source.ID("source-\(index % 10)"), quote: "the words of claim \(index), as they stand in the “source”")
    ])
  }
  for index in 0..<count / 10 {
    let phases = (0..<5).map { phase in
      Phase(
        Phase.ID("relation-\(index)_\(phase)"), reads: "reading \(phase)", tone: Tone(Double(phase * 4 - 8)),
        during: Interval("20\(10 + phase)-01/20\(10 + phase)-12-31") ?? .unknown, evidence: evidence(index * 5 + phase))
    }
    dossier.relations.append(
      Located(
        Relation(
          Relation.ID("relation-\(index)"), "ties", between: Entity.ID("state-\(index % 1000)"),
          Entity.ID(
            "state-\((index * 7 + 1 + index / 1000) % 1000 == index % 1000 ? (index + 1) % 1000 : (index * 7 + 1 + index / 1000) % 1000)"
          ),
          phases: phases)))
  }
  for index in 0..<count / 2 {
    dossier.events.append(
      Located(
        Event(
          Event.ID("event-\(index)"),
          within: Interval("2019-\(index % 12 < 9 ? "0" : "")\(index % 12 + 1)") ?? .unknown,
          what: "Something of number \(index) happens & is reported", type: .consult,
          actors: [Entity.ID("state-\(index % 1000)")], recipients: [Entity.ID("state-\((index + 1) % 1000)")],
          evidence: evidence(index))))
  }
  return dossier
}
