public import Foundation

/// A command of this machine, run to its end.
///
///     try Command.run("pandoc", ["--version"], in: folder).text
public enum Command {
  /// What a command wrote, and how it ended.
  public struct Outcome {
    public var output: Data
    public var messages: String
    public var status: Int32

    public var text: String { String(decoding: output, as: UTF8.self) }
  }

  /// A command that did not start, or that a signal ended.
  public struct Failure: Error, CustomStringConvertible {
    public let description: String

    public init(_ description: String) { self.description = description }
  }

  /// Runs the command of that name, found on the PATH.
  public static func run(
    _ name: String, _ arguments: [String], in folder: URL, input: Data = Data(), environment: [String: String] = [:]
  ) throws -> Outcome {
    guard let executable = path(of: name) else {
      throw Failure("\(name) is not installed: run scripts/install-checkers")
    }
    return try run(executable, arguments, in: folder, input: input, environment: environment)
  }

  /// Runs an executable; throws where a signal ends it.
  public static func run(
    _ executable: URL, _ arguments: [String], in folder: URL, input: Data = Data(), environment: [String: String] = [:]
  ) throws -> Outcome {
    // Files, not pipes: a pipe whose other end a second child inherits is never closed, and a full one blocks.
    let exchange = FileManager.default.temporaryDirectory.appendingPathComponent("command-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: exchange, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: exchange) }
    let (output, messages) = (exchange.appendingPathComponent("out"), exchange.appendingPathComponent("err"))
    let given = exchange.appendingPathComponent("in")
    try input.write(to: given)
    let ended = try Spawn(
      executable: executable, arguments: arguments,
      environment: ProcessInfo.processInfo.environment.merging(environment) { $1 }, folder: folder, input: given,
      output: output, messages: messages
    ).run()
    let outcome = Outcome(
      output: try Data(contentsOf: output), messages: try String(contentsOf: messages, encoding: .utf8),
      status: ended.status)
    guard !ended.isSignal else {
      let words = ([executable.lastPathComponent] + arguments).joined(separator: " ")
      throw Failure("signal \(outcome.status) ended: \(words)\n\(outcome.messages.prefix(2000))")
    }
    return outcome
  }

  /// Where the PATH has the command; `nil` where it does not.
  public static func path(of name: String) -> URL? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.map { URL(fileURLWithPath: "\($0)/\(name)") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }
}

extension Process {
  /// What is signalled when the process ends: at once, where `waitUntilExit` looks every 50 milliseconds.
  func end() -> DispatchSemaphore {
    let end = DispatchSemaphore(value: 0)
    terminationHandler = { _ in end.signal() }
    return end
  }
}
