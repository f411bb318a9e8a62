internal import DyadPrograms
internal import Foundation

/// The worker of this process, seen from this process.
///
/// It is started for the first request that needs it, and again after it was stopped, has ended or has become large.
@GraphvizActor
package final class WorkerProcess {
  enum Failure: Error {
    case failure(Graph.Failure)
    case stopped(WorkerError.Reason)
  }

  private static var current: WorkerProcess?

  private let isolation: Isolation
  private let child: pid_t
  private let socket: WorkerSocket
  private var hasWorked = false
  /// The largest memory of this process when it started the worker, as the system counts it.
  private let memoryAtStart: Int

  /// The outcome of work that the worker does.
  static func outcome<Task: Work>(of work: Task, _ isolation: Isolation) throws(Failure)
    -> Session.Outcome<Task.Product>
  {
    var request: [UInt8] = []
    request.append(parts: Task.name, Session.capturesStandardError, isolation.timeLimit, work)
    let (worker, answer) = try exchange(request, isolation)
    var reader = ByteReader(answer)
    guard let answer = try? reader.value(WorkerAnswer<Task.Product>.self) else {
      worker.stop()
      throw .stopped(.unusable("it does not answer as expected"))
    }
    if answer.isLast { worker.stop() }
    switch answer.result {
    case .done(let product, let warnings): return Session.Outcome(value: product, stage: work.stage, warnings: warnings)
    case .refused(let reasons): throw .failure(.invalidRequest(InvalidRequest(reasons)))
    case .failed(let messages): throw .failure(.graphviz(GraphvizError(stage: work.stage, messages: messages)))
    }
  }

  /// Sends a request and returns the answer. A worker that has worked before may have ended meanwhile, or have broken at
  /// earlier work, so a new one tries again.
  private static func exchange(
    _ request: [UInt8], _ isolation: Isolation
  ) throws(Failure) -> (worker: WorkerProcess, answer: [UInt8]) {
    while true {
      let worker = try running(with: isolation)
      let deadline = WorkerSocket.now + isolation.timeLimit
      do throws(WorkerSocket.Failure) {
        try worker.socket.send(request, until: deadline)
        let answer = try worker.socket.receive(until: deadline)
        worker.hasWorked = true
        return (worker, answer)
      } catch {
        let reason = worker.stop(after: error, within: isolation)
        if worker.hasWorked, error == .closed { continue }
        throw .stopped(reason)
      }
    }
  }

  /// The process id of the worker, if there is one.
  package static var processID: Int32? { current?.child }

  private static func running(with isolation: Isolation) throws(Failure) -> WorkerProcess {
    if let current {
      let isSame =
        current.isolation.executable == isolation.executable && current.isolation.memoryLimit == isolation.memoryLimit
      if isSame { return current }
      current.stop()
    }
    let worker = try WorkerProcess(isolation)
    current = worker
    return worker
  }

  private init(_ isolation: Isolation) throws(Failure) {
    guard let (own, other) = WorkerSocket.pair() else {
      throw .stopped(.unusable("no socket: \(String(cString: strerror(errno)))"))
    }
    defer { other.close() }
    var usage = rusage()
    #if !canImport(Darwin)
      getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
    #endif
    memoryAtStart = usage.ru_maxrss
    let path = isolation.executable ?? WorkerProcess.ownExecutable
    do { child = try WorkerProcess.start(path, isolation.memoryLimit, other) } catch {
      own.close()
      throw error
    }
    (socket, self.isolation) = (own, isolation)
  }

  private static var ownExecutable: String {
    #if os(Linux)
      // Also after the file was replaced by that of another version.
      "/proc/self/exe"
    #else
      Bundle.main.executablePath ?? CommandLine.arguments[0]
    #endif
  }

  private static func start(_ path: String, _ memoryLimit: Int, _ socket: WorkerSocket) throws(Failure) -> pid_t {
    // The error says what happened; the report of the runtime would come in between.
    let environment = ProcessInfo.processInfo.environment.merging(["SWIFT_BACKTRACE": "enable=no"]) { $1 }
    // It neither reads the input of this process nor writes to its output.
    let start = ProgramStart(
      [path, GraphvizWorker.argument, "\(memoryLimit)"],
      [
        0: .reading("/dev/null"), 1: .writing("/dev/null"),
        GraphvizWorker.descriptor: .descriptor(socket.descriptor),
      ], environment: environment)
    do { return try start.started() } catch {
      throw .stopped(.unusable("'\(path)' cannot be started: \(error)"))
    }
  }

  /// Ends the worker, if it has not ended, and returns its status and its largest memory.
  @discardableResult
  private func stop(killing: Bool = true) -> (status: Int32, memory: Int) {
    if WorkerProcess.current === self { WorkerProcess.current = nil }
    socket.close()
    if killing { kill(child, SIGKILL) }
    var (status, usage) = (Int32(0), rusage())
    while wait4(child, &status, 0, &usage) < 0, errno == EINTR {}
    #if canImport(Darwin)
      return (status, usage.ru_maxrss)
    #else
      // On Linux it is at least what this process had used when it started the worker, which then says nothing.
      return (status, usage.ru_maxrss > memoryAtStart ? usage.ru_maxrss << 10 : 0)
    #endif
  }

  private func stop(after failure: WorkerSocket.Failure, within isolation: Isolation) -> WorkerError.Reason {
    switch failure {
    case .timeLimit:
      stop()
      return .timeLimit(isolation.timeLimit)
    case .closed:
      // It closes its end only by ending.
      let (status, memory) = stop(killing: false)
      let signal = status & 0x7F
      if signal == SIGXCPU { return .timeLimit(isolation.timeLimit) }
      return signal == 0
        ? .exit(status: status >> 8 & 0xFF, memory: memory, limit: isolation.memoryLimit)
        : .crash(signal: signal, memory: memory, limit: isolation.memoryLimit)
    }
  }
}
