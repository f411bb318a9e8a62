import Foundation

/// A Chromium without a screen, driven by the W3C's WebDriver protocol.
///
///     let browser = try await Browser.started()
///     try await browser.open(page)
///     try await browser.element("#next").click()
///     #expect(try await browser.complaints() == [])
///
/// Each has a process of its own while it is used: windows of one process would hear each other's consoles, and only one
/// of them would have the focus. The next test gets the process with an empty window and without stored data.
final class Browser: Sendable {
  private let driver: Driver
  private let session: String

  private init(_ driver: Driver, _ session: String) { (self.driver, self.session) = (driver, session) }

  static func started() async throws -> Browser {
    let driver = try Driver.shared.get()
    return Browser(driver, try await Chromiums.shared.session(of: driver))
  }

  deinit { Task { [session] in await Chromiums.shared.leave(session) } }

  // MARK: Commands

  func get<Value: Decodable>(_ path: String) async throws -> Value {
    try await driver.send("GET", "/session/\(session)/\(path)")
  }

  func post<Value: Decodable>(_ path: String, _ body: [String: Any] = [:]) async throws -> Value {
    try await driver.send("POST", "/session/\(session)/\(path)", body)
  }

  func post(_ path: String, _ body: [String: Any] = [:]) async throws {
    let _: Nothing = try await post(path, body)
  }

  /// A command of the Chrome DevTools Protocol, for what the W3C's leaves out.
  func inspect<Value: Decodable>(_ command: String, _ parameters: [String: Any] = [:]) async throws -> Value {
    try await post("goog/cdp/execute", ["cmd": command, "params": parameters])
  }

  func inspect(_ command: String, _ parameters: [String: Any] = [:]) async throws {
    let _: Nothing = try await inspect(command, parameters)
  }

  // MARK: Pages

  /// Opens a file or an address, and waits until it is loaded.
  func open(_ page: URL) async throws { try await post("url", ["url": page.absoluteString]) }

  /// What the body of a function returns; where that is a promise, what it promises.
  func run<Value: Decodable>(_ script: String, _ arguments: Any...) async throws -> Value {
    try await post("execute/sync", ["script": script, "args": arguments])
  }

  func run(_ script: String, _ arguments: Any...) async throws {
    try await post("execute/sync", ["script": script, "args": arguments])
  }

  /// The first element that the selector of CSS finds.
  func element(_ selector: String) async throws -> PageElement {
    PageElement(try await post("element", PageElement.query(selector)), in: self)
  }

  func elements(_ selector: String) async throws -> [PageElement] {
    let found: [PageElement.Reference] = try await post("elements", PageElement.query(selector))
    return found.map { PageElement($0, in: self) }
  }

  /// Repeats a check, twenty times in a second, until the condition is true; for a minute, because a busy machine is slow.
  func wait(until condition: String, checks: Int = 1200, _ isSo: () async throws -> Bool) async throws {
    for _ in 0..<checks {
      if try await isSo() { return }
      try await Task.sleep(for: .milliseconds(50))
    }
    throw BrowserError("Waited in vain until \(condition).")
  }

  /// Presses and releases one key after the other, wherever the focus is: `press(.tab, holding: .shift)`, `press("k")`.
  func press(_ keys: Key..., holding modifier: Key? = nil) async throws {
    let pressed = keys.flatMap { [("keyDown", $0), ("keyUp", $0)] }
    let held = modifier.map { [("keyDown", $0)] + pressed + [("keyUp", $0)] } ?? pressed
    let strokes = held.map { ["type": $0, "value": $1.letter] }
    try await post("actions", ["actions": [["type": "key", "id": "keyboard", "actions": strokes]]])
  }

  /// A picture of what can be seen, as PNG.
  func screenshot() async throws -> Data {
    guard let picture = Data(base64Encoded: try await get("screenshot") as String) else {
      throw BrowserError("The screenshot is no picture.")
    }
    return picture
  }
}

/// The answer of a command that has none.
struct Nothing: Decodable {
  init(from decoder: any Decoder) {}
}

/// Text, a number, or yes or no, as words.
struct Words: Decodable {
  let text: String

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if let text = try? value.decode(String.self) {
      self.text = text
    } else if let isSo = try? value.decode(Bool.self) {
      text = String(isSo)
    } else if let number = try? value.decode(Int.self) {
      text = String(number)
    } else {
      text = String(try value.decode(Double.self))
    }
  }
}
