public import Foundation
import Synchronization

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
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    // Files, not pipes: a pipe whose other end a second child inherits is never closed, and a full one blocks.
    let exchange = FileManager.default.temporaryDirectory.appendingPathComponent("command-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: exchange, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: exchange) }
    let (output, messages) = (exchange.appendingPathComponent("out"), exchange.appendingPathComponent("err"))
    let given = exchange.appendingPathComponent("in")
    try input.write(to: given)
    for file in [output, messages] { _ = FileManager.default.createFile(atPath: file.path, contents: nil) }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: messages)
    process.standardInput = try FileHandle(forReadingFrom: given)
    let end = process.end()
    // Foundation crashes now and then if several threads start a process at once.
    try starting.withLock { _ in try process.run() }
    end.wait()
    let outcome = Outcome(
      output: try Data(contentsOf: output), messages: try String(contentsOf: messages, encoding: .utf8),
      status: process.terminationStatus)
    guard process.terminationReason == .exit else {
      let words = ([executable.lastPathComponent] + arguments).joined(separator: " ")
      throw Failure("signal \(outcome.status) ended: \(words)\n\(outcome.messages.prefix(2000))")
    }
    return outcome
  }

  private static let starting = Mutex(())

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
