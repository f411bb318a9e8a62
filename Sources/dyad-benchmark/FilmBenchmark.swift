import DyadContent
import DyadCore
import DyadDrawing
import DyadFormats
import Foundation
import Graphviz

/// A film of 120 frames against 120 runs of the command `dot` on the same frames, side by side in one run.
@MainActor func measureFilm(_ arguments: [String]) async throws {
  let dossier = arguments.first ?? "examples/pakistan-afghanistan"
  let pair = arguments.dropFirst().map { Entity.ID($0) }
  let graph = try DossierReader.read(dossier).then { KnowledgeGraph.linking($0) }.get()
  let view = pair.count == 2 ? View(.between(pair[0], pair[1])) : View(.everyone)
  let dates = graph.dates
  guard let first = dates.first, let last = dates.last else { fatalError("the dossier has no dates") }
  let step = max(1, (last.number - first.number) / 119)
  let days = (0..<120).map { Day(number: first.number + $0 * step) }

  // The first use of Graphviz loads its plug-ins and fonts; both sides are warm.
  _ = try await Composition(Content(GraphDiff(graph.snapshot(at: Moment(on: last))), of: view)).svg()

  let start = ContinuousClock.now
  let film = try await Film(of: graph, in: view, on: days)
  let composing = elapsed(since: start)
  var pictures = 0
  let painting = try await seconds {
    for frame in film.frames { pictures += try await frame.composition.svg().utf8.count }
  }
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("dyad-benchmark-\(getpid())")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  for (index, frame) in film.frames.enumerated() {
    try Data(try await frame.composition.picture(as: .dot)).write(to: folder.appendingPathComponent("\(index).dot"))
  }
  let running = try await seconds {
    for index in film.frames.indices {
      let dot = Process()
      dot.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      dot.arguments = [
        "dot", "-Tsvg", "-o", folder.appendingPathComponent("\(index).svg").path,
        folder.appendingPathComponent("\(index).dot").path,
      ]
      dot.standardError = FileHandle.nullDevice
      try dot.run()
      dot.waitUntilExit()
    }
  }
  say(
    "120 frames: stage and settings \(rounded(composing)) s, paintings \(rounded(painting)) s, \(pictures / 1024) KiB of SVG"
  )
  say("120 runs of dot on the same frames: \(rounded(running)) s")
  say("ratio: \(rounded(running / (composing + painting)))")
}
