public import DyadCore
package import DyadEditing
internal import FlyingSocks
internal import Foundation

/// A server for the pages of a dossier on this machine; pages are updated when a file of the dossier is saved.
///
///     let server = DossierServer(port: 8420, read: { DossierReader.read("ties").then { KnowledgeGraph.linking($0) } })
///     try await server.run { port in print("http://localhost:\(port)/") }
///
/// It listens on the loopback address only, refuses requests that name another host, and its pages make no requests to other
/// hosts.
public struct DossierServer: Sendable {
  private let port: UInt16
  private let dossier: ServedDossier
  private let workbench: Workbench?

  /// The maximum number of open connections; further ones are closed at once.
  private static let maximumConnections = 500

  /// Creates a server that only reads the dossier.
  ///
  /// - Parameters:
  ///   - port: the port; 0 for any free port.
  ///   - known: the day by which claims must be known.
  ///   - read: reads the dossier.
  ///   - stamp: a value that changes when a file of the graph is saved, such as the modification dates.
  public init(
    port: UInt16, known: Day? = nil, read: @escaping @Sendable () -> Checked<KnowledgeGraph>,
    stamp: @escaping @Sendable (KnowledgeGraph) -> [String] = { _ in [] }
  ) {
    self.port = port
    dossier = ServedDossier(known: known, read: read, stamp: stamp)
    workbench = nil
  }

  /// Creates a server with a workbench, which changes the files of the dossier.
  ///
  /// Throws `EditError` if the dossier cannot be edited.
  ///
  /// - Parameter path: the file or folder of the dossier, in YAML.
  package init(
    port: UInt16, known: Day? = nil, editing path: String, read: @escaping @Sendable () -> Checked<KnowledgeGraph>,
    stamp: @escaping @Sendable (KnowledgeGraph) -> [String]
  ) throws(EditError) {
    self.port = port
    dossier = ServedDossier(known: known, read: read, stamp: stamp)
    workbench = try Workbench(editing: path, stamp: stamp)
  }

  /// The path with which the workbench is opened, `/edit?token=…`; `nil` without a workbench.
  package var workbenchPath: String? { workbench.map { "/edit?token=\($0.access.key)" } }

  /// Answers requests until the task is cancelled.
  ///
  /// Throws a `SocketError` if the port is not available.
  ///
  /// - Parameter listening: called with the port when the server accepts requests.
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
          await dossier.refresh()
          await workbench?.refresh()
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
          guard await open.add(upTo: DossierServer.maximumConnections) else {
            try socket.close()
            continue
          }
          group.addTask {
            await Connection(socket: socket).serve(admitting: admit, answer)
            await open.remove()
          }
        } catch is CancellationError {
          throw CancellationError()
        } catch {
          // A client that disconnects, or a lack of file descriptors, does not end the server.
          try await Task.sleep(for: .milliseconds(20))
        }
      }
    }
  }

  /// How long a body the request may have.
  @Sendable private func admit(_ request: Request) -> Result<Int, Refusal> {
    do throws(Refusal) {
      if let workbench, WorkbenchAccess.concerns(request) { return .success(try workbench.access.admit(request)) }
      try Answer.admit(request)
      return .success(0)
    } catch {
      return .failure(error)
    }
  }

  @Sendable private func answer(_ request: Request) async -> Response {
    guard let workbench, WorkbenchAccess.concerns(request) else {
      return await Answer(to: request, from: dossier).response
    }
    return await WorkbenchAnswer(to: request, from: workbench).response
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
