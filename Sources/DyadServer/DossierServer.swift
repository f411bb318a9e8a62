public import DyadCore
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

  /// No more are answered at once; whoever comes then is sent away.
  private static let mostConnections = 500

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

  /// Answers until the task is cancelled; throws where the port cannot be had.
  ///
  /// - Parameter listening: hears the port when there is one to ask.
  public func run(listening: @escaping @Sendable (UInt16) -> Void) async throws {
    #if canImport(Darwin)
      let pool: some AsyncSocketPool = .kQueue()
    #else
      let pool: some AsyncSocketPool = .ePoll()
    #endif
    try await pool.prepare()
    let address: sockaddr_in = try .inet(ip4: "127.0.0.1", port: port)
    let socket = try Socket(domain: Int32(type(of: address).family), type: .stream)
    defer { try? socket.close() }
    try socket.setValue(true, for: .localAddressReuse)
    try socket.bind(to: address)
    try socket.listen()
    guard case .ip4(_, let given) = try socket.sockname() else { return }
    listening(given)
    let listener = try AsyncSocket(socket: socket, pool: pool)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await pool.run() }
      group.addTask { try await accept(on: listener) }
      group.addTask {
        while true {
          try await Task.sleep(for: .milliseconds(300))
          await workbench.look()
        }
      }
      defer { group.cancelAll() }
      try await group.next()
    }
  }

  private func accept(on listener: AsyncSocket) async throws {
    let open = Counter()
    try await withThrowingDiscardingTaskGroup { group in
      while true {
        do {
          let socket = try await listener.accept()
          guard await open.add(upTo: DossierServer.mostConnections) else {
            try socket.close()
            continue
          }
          group.addTask {
            await Connection(socket: socket).serve { await Answer(to: $0, from: workbench).response }
            await open.remove()
          }
        } catch is CancellationError {
          throw CancellationError()
        } catch {
          // Whoever went away before being let in is no reason to end; where there is no room for more, some will be soon.
          try await Task.sleep(for: .milliseconds(20))
        }
      }
    }
  }

  private actor Counter {
    private var count = 0

    func add(upTo most: Int) -> Bool {
      guard count < most else { return false }
      count += 1
      return true
    }

    func remove() { count -= 1 }
  }
}
