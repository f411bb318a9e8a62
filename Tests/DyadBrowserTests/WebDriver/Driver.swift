import Foundation

/// The process chromedriver, to be spoken to over loopback; one serves all tests, and ends with them.
final class Driver: Sendable {
  private let port: Int
  private let process: Process

  /// `nil` where there is no chromedriver.
  static let shared: Driver? = Driver()

  static var isInstalled: Bool { find("chromedriver") != nil }

  private static func find(_ name: String) -> String? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
    return folders.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  private init?() {
    guard let path = Driver.find("chromedriver") else { return nil }
    guard let port = Loopback.freePort() else { return nil }
    self.port = port
    process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = ["--port=\(port)"]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    Driver.running = process
    atexit { Driver.running?.terminate() }
  }

  /// Waits until it answers, for ten seconds at most.
  func ready() async throws {
    for _ in 0..<200 {
      if let status = try? await send("GET", "/status") as? [String: Any], status["ready"] as? Bool == true { return }
      try await Task.sleep(for: .milliseconds(50))
    }
    throw BrowserError(words: "chromedriver does not answer")
  }

  nonisolated(unsafe) private static var running: Process?

  /// A command of the protocol and its answer.
  func send(_ method: String, _ path: String, _ body: [String: Any]? = nil) async throws -> Any? {
    let content = try body.map { try JSONSerialization.data(withJSONObject: $0) } ?? Data()
    let answer = try Loopback.ask(method, path, content, port: port)
    let value = (try JSONSerialization.jsonObject(with: answer, options: .fragmentsAllowed) as? [String: Any])?["value"]
    if let error = (value as? [String: Any])?["error"] as? String {
      throw BrowserError(words: "\(error): \((value as? [String: Any])?["message"] ?? "")")
    }
    return value
  }
}

struct BrowserError: Error, CustomStringConvertible {
  var words: String
  var description: String { words }
}
