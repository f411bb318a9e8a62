public import DyadCore
internal import DyadReport
internal import FlyingFox
internal import FlyingSocks
internal import Foundation

/// A dossier as pages on this machine, for this machine: they follow the files as they are saved.
///
///     let server = DossierServer(port: 8420, read: { DossierReader.read("ties").then { KnowledgeGraph.linking($0) } })
///     try await server.run { port in say("http://localhost:\(port)/") }
///
/// It listens on the loopback address only, answers no request that names another host, and lets a page load nothing from elsewhere.
public struct DossierServer: Sendable {
  private let port: UInt16
  private let workbench: Workbench

  /// - Parameters:
  ///   - port: the port; 0 for any that is free.
  ///   - known: the day by which claims must have been known.
  ///   - read: reads the dossier.
  ///   - stamp: what changes where one of the files of the graph is saved.
  public init(
    port: UInt16, known: Day? = nil, read: @escaping @Sendable () -> Checked<KnowledgeGraph>,
    stamp: @escaping @Sendable (KnowledgeGraph) -> [String] = { _ in [] }
  ) {
    self.port = port
    workbench = Workbench(known: known, read: read, stamp: stamp)
  }

  /// Answers until the task is cancelled.
  ///
  /// - Parameter listening: hears the port when there is one to ask.
  public func run(listening: @escaping @Sendable (UInt16) -> Void) async throws {
    let server = HTTPServer(
      address: try .inet(ip4: "127.0.0.1", port: port), timeout: 300, logger: .disabled,
      handler: ClosureHTTPHandler { [workbench] request in await Answer(to: request, from: workbench).response })
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await server.run() }
      group.addTask { [workbench] in
        try await server.waitUntilListening(timeout: 10)
        if case .ip4(_, let port)? = await server.listeningAddress { listening(port) }
        while true {
          try await Task.sleep(for: .milliseconds(300))
          await workbench.look()
        }
      }
      defer { group.cancelAll() }
      try await group.next()
    }
  }
}
