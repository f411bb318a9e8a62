import DyadTestSupport
import Foundation
import Graphviz
import Testing

/// Graphviz in a worker process: the same results, and an error where this process would have crashed or waited forever.
@Suite(.serialized) struct WorkerTests {
  /// Limits that suit tests, and the tool as the worker.
  private func isolation(seconds: Double = 60, memory: Int = 3 << 30) -> Isolation {
    Isolation(.everything, timeLimit: seconds, memoryLimit: memory, executable: Tool.executable.path)
  }

  private func picture(
    of graph: Graph, by engine: Engine? = .dot, as format: ImageFormat = .svg, within limits: Isolation
  ) async throws(Graph.Failure) -> [UInt8] {
    let work = Painting(graph: graph, engine: engine, page: nil, format: format, permissions: [])
    return try await GraphvizActor.outcome(of: work, in: limits).value
  }

  /// Graphs that do not get past the checks of `Graph.picture`; Graphviz 14 draws those that end 2.42 by a signal.
  private static let deadly =
    (GraphvizLibrary.version.hasPrefix("2.")
      ? [
        Graph("signal 6", nodes: [Node("a", ["style": "wedged", "fillcolor": ":::::"])]),
        Graph("signal 11", edges: [Edge("a", "b", ["minlen": .raw("65535")])]),
      ] : []) + [Graph("memory", nodes: [Node("a", ["shape": "polygon", "sides": .raw("1000000000")])])]
  private static let plain = Graph("plain", edges: [Edge("a", "b")])

  // MARK: The same results

  @Test(arguments: Sample.all)
  func aWorkerReadsLaysOutAndPaintsAsThisProcessDoes(sample: Sample) async throws {
    let graph = try await Graph(dot: sample.dot)
    let reading = try await GraphvizActor.outcome(of: Reading(dot: sample.dot), in: isolation())
    #expect(reading.value == graph)
    let here = try await GraphvizActor.outcome(of: LayingOut(graph: graph, engine: .dot, permissions: []), in: nil)
    let there = try await GraphvizActor.outcome(
      of: LayingOut(graph: graph, engine: .dot, permissions: []), in: isolation())
    #expect(there.value == here.value)
    #expect(there.warnings == here.warnings)
    for format in ImageFormat.allCases {
      let own = try await GraphvizActor.outcome(
        of: Painting(graph: graph, engine: .dot, page: nil, format: format, permissions: []), in: nil)
      #expect(try await picture(of: graph, as: format, within: isolation()) == own.value)
    }
  }

  @Test func aWorkerReportsAnErrorOfGraphviz() async {
    let error = await failure { () async throws(Graph.Failure) in
      try await GraphvizActor.outcome(of: Reading(dot: "digraph { a -> }"), in: isolation())
    }
    let own = await failure { () async throws(Graph.Failure) in try await Graph(dot: "digraph { a -> }") }
    #expect(error == own)
    #expect(error != nil)
  }

  @Test func aWorkerRefusesAPictureWithTooManyPixels() async {
    let graph = Graph("g", attributes: ["dpi": .raw("100000")], edges: [Edge("a", "b")])
    let error = await failure { () async throws(Graph.Failure) in
      try await picture(of: graph, as: .png, within: isolation())
    }
    #expect(error?.reasons?.first?.contains("pixels") == true)
  }

  // MARK: Crashes and limits

  @Test(arguments: deadly)
  func aCrashIsAnErrorAndTheNextPictureIsDrawn(graph: Graph) async throws {
    let error = await failure { () async throws(Graph.Failure) in try await picture(of: graph, within: isolation()) }
    guard case .worker(let stopped)? = error else {
      Issue.record("\(graph.name): \(String(describing: error))")
      return
    }
    switch stopped.reason {
    case .crash, .exit: break
    case .timeLimit, .unusable: Issue.record("\(graph.name): \(stopped)")
    }
    #expect("\(stopped)".contains("render svg"))
    #expect(try await !picture(of: WorkerTests.plain, within: isolation()).isEmpty)
  }

  @Test func aLayoutThatTakesTooLongIsStopped() async throws {
    let chain = Graph("chain", edges: (0..<20_000).map { Edge("n\($0)", "n\($0 + 1)") })
    let error = await failure { () async throws(Graph.Failure) in
      try await GraphvizActor.outcome(
        of: LayingOut(graph: chain, engine: .neato, permissions: []), in: isolation(seconds: 0.5))
    }
    #expect(error == .worker(WorkerError(stage: .layingOut(.neato), reason: .timeLimit(0.5))))
    #expect(
      "\(try #require(error))"
        == "Graphviz did not lay out with neato within 0.5 s and was stopped; show less, or allow more time")
    #expect(try await !picture(of: WorkerTests.plain, within: isolation()).isEmpty)
  }

  @Test func aWorkerThatWasKilledIsReplaced() async throws {
    _ = try await picture(of: WorkerTests.plain, within: isolation())
    let worker = try #require(await WorkerProcess.processID)
    kill(worker, SIGKILL)
    #expect(try await !picture(of: WorkerTests.plain, within: isolation()).isEmpty)
    #expect(await WorkerProcess.processID != worker)
  }

  @Test func aWorkerServesManyRequests() async throws {
    _ = try await picture(of: WorkerTests.plain, within: isolation())
    let worker = await WorkerProcess.processID
    for seed in UInt64(1)...5 { _ = try await picture(of: clusteredGraph(seed: seed, nodes: 20), within: isolation()) }
    #expect(await WorkerProcess.processID == worker)
  }

  @Test func aWorkerThatHasBecomeLargeIsReplaced() async throws {
    // Retired above a quarter of its limit, which this picture needs.
    let small = isolation(memory: 700 << 20)
    _ = try await picture(of: WorkerTests.plain, within: small)
    let worker = try #require(await WorkerProcess.processID)
    let large = Graph(
      "large", attributes: ["dpi": .raw("5200")], nodes: [Node("a", ["width": .raw("1.2"), "height": .raw("1.2")])])
    #expect(try await !picture(of: large, as: .png, within: small).isEmpty)
    _ = try await picture(of: WorkerTests.plain, within: small)
    #expect(await WorkerProcess.processID != worker)
  }

  @Test func aProgramThatIsNoWorkerIsAnError() async {
    for executable in ["/bin/true", "/bin/cat", "/nosuch/program"] {
      let limits = Isolation(.everything, timeLimit: 5, executable: executable)
      let error = await failure { () async throws(Graph.Failure) in
        try await picture(of: WorkerTests.plain, within: limits)
      }
      guard case .worker? = error else {
        Issue.record("\(executable): \(String(describing: error))")
        continue
      }
    }
  }

  @Test(arguments: [
    (
      WorkerError.Reason.crash(signal: 11, memory: 2 << 30, limit: 3 << 30),
      "a view: Graphviz failed to render png: its process ended by signal 11, using 2048 of 3072 MB of memory; show less, or use a lower resolution"
    ),
    (
      .exit(status: 1, memory: 60 << 20, limit: 3 << 30),
      "a view: Graphviz failed to render png: its process exited with 1; show less, or another view"
    ),
    (.timeLimit(60), "a view: Graphviz did not render png within 60 s and was stopped; show less, or allow more time"),
    (.unusable("no socket"), "a view: Graphviz could not render png in a process of its own: no socket"),
  ])
  func anErrorSaysWhatHappenedAndWhatHelps(reason: WorkerError.Reason, description: String) {
    #expect(WorkerError(stage: .rendering(.png), reason: reason, subject: "a view").description == description)
  }

  // MARK: Scope

  @Test func onlyLargeGraphsAreIsolatedByDefault() {
    let large = Graph("large", edges: (0...Isolation.largest).map { Edge("a", "n\($0)") })
    let limits = Isolation(.large)
    #expect(limits.applies(to: LayingOut(graph: large, engine: .dot, permissions: [])))
    #expect(!limits.applies(to: LayingOut(graph: WorkerTests.plain, engine: .dot, permissions: [])))
    #expect(isolation().applies(to: LayingOut(graph: WorkerTests.plain, engine: .dot, permissions: [])))
  }
}

/// What is sent between a process and its worker.
@Suite struct WorkerMessageTests {
  private func bytes(_ value: some ByteCodable) -> [UInt8] {
    var bytes: [UInt8] = []
    value.write(to: &bytes)
    return bytes
  }

  @Test(arguments: Sample.all)
  func whatIsSentArrives(sample: Sample) async throws {
    let graph = try await Graph(dot: sample.dot)
    let layout = try await graph.layout(warnings: .ignore)
    var reader = ByteReader(bytes(graph) + bytes(layout))
    #expect(try reader.value(Graph.self) == graph)
    #expect(try reader.value(Layout.self) == layout)
    #expect(reader.isAtEnd)
  }

  @Test(arguments: UInt64(1)...40)
  func damagedBytesAreRefusedOrAnotherValue(seed: UInt64) async throws {
    let graph = try await Graph(dot: Sample.all[Int(seed) % Sample.all.count].dot)
    var random = Seeded(seed)
    for _ in 0..<50 {
      var damaged = bytes(graph)
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        damaged[Int.random(in: damaged.indices, using: &random)] = .random(in: 0...255, using: &random)
      }
      damaged.removeLast(Int.random(in: 0..<damaged.count / 2, using: &random))
      var reader = ByteReader(damaged)
      _ = try? reader.value(Graph.self)
    }
  }
}
