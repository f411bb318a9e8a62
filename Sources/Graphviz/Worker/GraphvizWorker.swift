internal import Foundation

/// The worker, seen from the worker: a process that does the work of another one (see `Isolation`).
///
/// An executable that isolates Graphviz calls it before anything else:
///
///     await GraphvizWorker.serveIfRequested()
public enum GraphvizWorker {
  static let argument = "graphviz-worker"
  static let descriptor: Int32 = 3
  /// A worker that has used more than this share of its limit is replaced: layouts with clusters leak up to 117 KB each in
  /// Graphviz 2.42.
  private static let largestShare = 0.25

  /// Works for the process that started this one and ends with it; returns at once if this process is no worker.
  ///
  /// It runs where its caller does, so that a process that is no worker does not change threads.
  public static func serveIfRequested(isolation: isolated (any Actor)? = #isolation) async {
    let words = CommandLine.arguments
    guard words.count == 3, words[1] == argument, let memory = Int(words[2]), memory > 0, isSocket else { return }
    limit(.addressSpace, to: UInt(memory))
    limit(.core, to: 0)
    closeOtherDescriptors()
    await serve(WorkerSocket(descriptor: descriptor), memory)
  }

  private static var isSocket: Bool {
    var status = stat()
    return fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFSOCK
  }

  /// Closes the files, pipes and sockets of the other process: a lock on a file ends with that process. The descriptors of the
  /// runtime, which has started already, are of other kinds.
  private static func closeOtherDescriptors() {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/dev/fd")) ?? []
    for number in names.compactMap(Int32.init) where number > descriptor {
      var status = stat()
      if fstat(number, &status) == 0, [S_IFREG, S_IFIFO, S_IFSOCK].contains(status.st_mode & S_IFMT) { close(number) }
    }
  }

  @GraphvizActor private static var memoryLimit = Int.max

  @GraphvizActor
  private static func serve(_ socket: WorkerSocket, _ memory: Int) -> Never {
    memoryLimit = memory
    while let request = try? socket.receive() {
      guard let (answer, isLast) = try? answer(to: request), (try? socket.send(answer)) != nil else {
        _exit(EXIT_FAILURE)
      }
      if isLast { break }
    }
    _exit(EXIT_SUCCESS)
  }

  @GraphvizActor
  private static func answer(to request: [UInt8]) throws(ByteReader.Malformed) -> (bytes: [UInt8], isLast: Bool) {
    var reader = ByteReader(request)
    let name = try reader.value(UInt8.self)
    if try reader.value(Bool.self), !Session.capturesStandardError { _ = Session.captureStandardError() }
    limitTime(to: try reader.value(Double.self))
    switch name {
    case Reading.name: return answer(to: try reader.value(Reading.self))
    case LayingOut.name: return answer(to: try reader.value(LayingOut.self))
    case Painting.name: return answer(to: try reader.value(Painting.self))
    default: throw ByteReader.Malformed()
    }
  }

  @GraphvizActor
  private static func answer<Task: Work>(to work: Task) -> (bytes: [UInt8], isLast: Bool) {
    let result: WorkerAnswer<Task.Product>.Result
    do {
      let outcome = try GraphvizActor.performed(work)
      result = .done(outcome.value, warnings: outcome.warnings)
    } catch {
      switch error {
      case .invalidRequest(let mistake): result = .refused(mistake.reasons)
      case .graphviz(let failure): result = .failed(failure.messages)
      case .worker(let failure): result = .failed([failure.description])
      }
    }
    let answer = WorkerAnswer(result: result, isLast: Double(usage().memory) > largestShare * Double(memoryLimit))
    var bytes: [UInt8] = []
    answer.write(to: &bytes)
    return (bytes, answer.isLast)
  }

  // MARK: Limits

  /// The process that asked stops this one after the time; if it has ended itself, this limit does.
  private static func limitTime(to seconds: Double) { limit(.processorTime, to: UInt(usage().seconds + seconds) + 2) }

  private static func usage() -> (seconds: Double, memory: Int) {
    var usage = rusage()
    #if canImport(Darwin)
      getrusage(RUSAGE_SELF, &usage)
    #else
      getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
    #endif
    let seconds = Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
    #if canImport(Darwin)
      return (seconds, usage.ru_maxrss)
    #else
      // On Linux `ru_maxrss` includes what the process that started this one had used.
      return (seconds, largestResidentSize)
    #endif
  }

  #if !canImport(Darwin)
    /// The largest resident size of this process, in bytes: "VmHWM:     61508 kB".
    private static var largestResidentSize: Int {
      let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
      let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
      return (line?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) << 10
    }
  #endif

  private enum Resource {
    case addressSpace, core, processorTime

    var number: Int32 {
      let number =
        switch self {
        case .addressSpace: RLIMIT_AS
        case .core: RLIMIT_CORE
        case .processorTime: RLIMIT_CPU
        }
      #if canImport(Darwin)
        return number
      #else
        return Int32(number.rawValue)
      #endif
    }
  }

  /// Sets a limit that is never above one that this process has already.
  private static func limit(_ resource: Resource, to value: UInt) {
    var limit = rlimit()
    getrlimit(resource.number, &limit)
    limit.rlim_cur = min(rlim_t(value), limit.rlim_max)
    setrlimit(resource.number, &limit)
  }
}
