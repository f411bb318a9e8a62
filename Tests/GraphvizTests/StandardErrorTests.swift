#if os(Linux) && compiler(>=6.2)
  import Foundation
  import Testing

  import Graphviz

  /// Text that Graphviz prints to standard error is captured only on request, and only that text.
  ///
  /// Each test runs in a separate process, since capturing is never undone.
  @Suite struct StandardErrorTests {
    @Test func byDefaultNothingIsCaptured() async throws {
      let result = await #expect(processExitsWith: .success, observing: [\.standardErrorContent]) {
        let warnings = try await verboseLayout().warnings
        #expect(warnings == [])
      }
      let output = text(try #require(result).standardErrorContent)
      #expect(output.contains("model"))
    }

    @Test func capturedTextBecomesWarnings() async throws {
      let result = await #expect(processExitsWith: .success, observing: [\.standardErrorContent]) {
        let isCaptured = await GraphvizLibrary.captureStandardError()
        #expect(isCaptured)
        for _ in 0..<2 {
          let warnings = try await verboseLayout().warnings
          #expect(warnings.contains { $0.contains("model") })
        }
        _ = try await Graph("g", nodes: [Node("a")]).layout()  // no warning is left
      }
      let output = text(try #require(result).standardErrorContent)
      #expect(!output.contains("model"))
    }

    @Test func theCrashReportOfAnotherThreadIsNotLost() async throws {
      let result = await #expect(processExitsWith: .signal(SIGABRT), observing: [\.standardErrorContent]) {
        await GraphvizLibrary.captureStandardError()
        var random = Seeded(1)
        var graph = Graph("slow")  // takes minutes
        graph.edges = (0..<900).map { _ in
          Edge("n\(Int.random(in: 0..<300, using: &random))", "n\(Int.random(in: 0..<300, using: &random))")
        }
        let slow = graph
        Task { _ = try await slow.layout() }
        while !isCapturing() { usleep(1000) }
        _ = "report of a crash\n".withCString { write(STDERR_FILENO, $0, strlen($0)) }
        abort()
      }
      let output = text(try #require(result).standardErrorContent)
      #expect(output.contains("report of a crash"))
    }

    @Test func thePipesOfTheProgramStillClose() async throws {
      await #expect(processExitsWith: .success) {
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        await GraphvizLibrary.captureStandardError()
        _ = try await Graph("g", nodes: [Node("a")]).layout()
        close(ends[1])
        var event = pollfd(fd: ends[0], events: Int16(POLLIN), revents: 0)
        #expect(poll(&event, 1, 10_000) == 1)
        #expect(event.revents & Int16(POLLHUP) != 0)
      }
    }

    /// A thread shares the descriptors of the thread that creates it. The actor creates threads of the pool, on which any
    /// code may run, so it must share the descriptors of the program.
    @Test func theActorSharesTheDescriptorsOfTheProgram() async throws {
      await #expect(processExitsWith: .success) {
        var ends: [Int32] = [0, 0]
        await GraphvizLibrary.captureStandardError()
        try #require(pipe(&ends) == 0)
        let isShared = await isOpenOnTheActor(ends[0])
        #expect(isShared)
      }
    }

    @Test func childProcessesInheritNoDescriptor() async throws {
      await #expect(processExitsWith: .success) {
        await GraphvizLibrary.captureStandardError()
        _ = try await verboseLayout()
        let links = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/task").map {
          "/proc/self/task/\($0)/"
        }
        let thread = try #require(
          links.first { (try? String(contentsOfFile: $0 + "comm", encoding: .utf8)) == "graphviz-calls\n" })
        let descriptors = try FileManager.default.contentsOfDirectory(atPath: thread + "fdinfo")
        #expect(descriptors.count >= 5)
        for descriptor in descriptors {
          let info = try String(contentsOfFile: thread + "fdinfo/" + descriptor, encoding: .utf8)
          let line = try #require(info.split(separator: "\n").first { $0.hasPrefix("flags:") })
          let flags = try #require(Int(line.dropFirst(6).trimmingCharacters(in: .whitespaces), radix: 8))
          #expect(flags & 0o2000000 != 0, "\(descriptor)")  // O_CLOEXEC
        }
      }
    }
  }

  /// Lays out a graph with the verbose messages of Graphviz, which all versions print to standard error.
  @GraphvizActor
  private func verboseLayout() throws -> Session.Outcome<Layout> {
    let symbol = try #require(dlsym(dlopen(nil, RTLD_NOW), "Verbose"))
    let verbose = symbol.assumingMemoryBound(to: UInt8.self)
    verbose.pointee = 1
    defer { verbose.pointee = 0 }
    let graph = Graph("v", edges: [Edge("a", "b"), Edge("b", "c")])
    return try GraphvizActor.outcome(of: LayingOut(graph: graph, engine: .neato, permissions: []))
  }

  /// Whether standard error of any thread is the file that captured text goes to.
  private func isCapturing() -> Bool {
    let threads = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/task")) ?? []
    return threads.contains { thread in
      let link = "/proc/self/task/\(thread)/fd/2"
      let target = (try? FileManager.default.destinationOfSymbolicLink(atPath: link)) ?? ""
      return target.contains("graphviz-standard-error")
    }
  }

  @GraphvizActor
  private func isOpenOnTheActor(_ descriptor: Int32) -> Bool { fcntl(descriptor, F_GETFD) >= 0 }
#endif
