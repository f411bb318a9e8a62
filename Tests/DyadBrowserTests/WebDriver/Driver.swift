import DyadTestSupport
import Foundation

/// chromedriver, which starts a Chromium for each browser; one serves all tests, and ends with them.
final class Driver: Sendable {
  /// The driver of this run, started by the first browser that asks for it.
  static let shared = Result { try Driver() }

  private let loopback: Loopback
  private let watch: Process
  /// Its other end is the watch's standard input, which ends when this process does, however that happens.
  private let lifeline = Pipe()

  /// The driver and its Chromiums are one group of processes, and write into one folder, downloads too. `cat` waits for the
  /// end.
  private static let watching = """
    set -m
    folder=$(mktemp -d)
    cd "$folder"
    TMPDIR=$folder chromedriver --port=0 &
    exec >/dev/null
    cat
    kill -KILL -- "-$!"
    cd / && rm -rf "$folder"
    """

  private init() throws {
    let words = Pipe()
    watch = Process()
    watch.executableURL = URL(fileURLWithPath: "/bin/bash")
    watch.arguments = ["-c", Driver.watching]
    watch.standardInput = lifeline
    watch.standardOutput = words
    watch.standardError = FileHandle.nullDevice
    try watch.run()
    loopback = Loopback(port: try Driver.port(in: words.fileHandleForReading))
  }

  /// It takes a port that is free, and says which.
  private static func port(in words: FileHandle) throws -> UInt16 {
    var said = ""
    while case let more = words.availableData, !more.isEmpty {
      said += String(decoding: more, as: UTF8.self)
      if let port = said.firstMatch(of: /successfully on port (\d+)\./).flatMap({ UInt16($0.1) }) { return port }
    }
    throw BrowserError("chromedriver did not start. The tests in a browser need it: run scripts/install-checkers.")
  }

  /// A command of the protocol and its answer; `nil` stands for a body where the protocol has none.
  func send<Value: Decodable>(_ method: String, _ path: String, _ body: [String: Any]? = nil) async throws -> Value {
    let content = try body.map { try JSONSerialization.data(withJSONObject: $0) } ?? Data()
    let answer = try await loopback.answer(to: method, path, content)
    guard answer.status == 200 else {
      let failure = try JSONDecoder().decode(Answer<Failure>.self, from: answer.body).value
      throw BrowserError("\(failure.error): \(failure.message)")
    }
    return try JSONDecoder().decode(Answer<Value>.self, from: answer.body).value
  }

  private struct Answer<Value: Decodable>: Decodable { var value: Value }

  private struct Failure: Decodable {
    var error: String
    var message: String
  }
}

struct BrowserError: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
