import Foundation
import Testing

/// A window of Chromium, driven by the W3C protocol.
///
///     try await Browser.with { browser in
///       try await browser.open(page)
///       try await browser.element("#next").click()
///     }
final class Browser: Sendable {
  private let driver: Driver
  private let session: String

  private init(_ driver: Driver, _ session: String) { (self.driver, self.session) = (driver, session) }

  /// A new window, closed in the end whatever happens.
  static func with<Result>(_ body: (Browser) async throws -> Result) async throws -> Result {
    let driver = try #require(Driver.shared)
    try await driver.ready()
    let options: [String: Any] = [
      "args": [
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-default-apps", "--disable-sync",
        "--force-device-scale-factor=1", "--window-size=1280,1000", "--allow-file-access-from-files",
      ]
    ]
    let capabilities: [String: Any] = [
      "browserName": "chrome", "goog:chromeOptions": options,
      "goog:loggingPrefs": ["browser": "ALL", "performance": "ALL"],
    ]
    let answer = try await driver.send("POST", "/session", ["capabilities": ["alwaysMatch": capabilities]])
    let session = try #require((answer as? [String: Any])?["sessionId"] as? String)
    let browser = Browser(driver, session)
    do {
      let result = try await body(browser)
      _ = try? await browser.send("DELETE", "")
      return result
    } catch {
      _ = try? await browser.send("DELETE", "")
      throw error
    }
  }

  @discardableResult
  func send(_ method: String, _ path: String, _ body: [String: Any]? = nil) async throws -> Any? {
    try await driver.send(method, "/session/\(session)\(path)", body ?? (method == "POST" ? [:] : nil))
  }

  /// A command of the Chrome DevTools Protocol.
  @discardableResult
  func tell(_ command: String, _ parameters: [String: Any] = [:]) async throws -> [String: Any] {
    try await send("POST", "/goog/cdp/execute", ["cmd": command, "params": parameters]) as? [String: Any] ?? [:]
  }

  // MARK: Pages

  func open(_ file: URL) async throws { try await send("POST", "/url", ["url": file.absoluteString]) }

  /// What a script returns.
  func run(_ script: String, _ arguments: Any...) async throws -> Any? {
    try await send("POST", "/execute/sync", ["script": script, "args": arguments])
  }

  /// What a script hands to its last argument, a function.
  func runAsynchronously(_ script: String, _ arguments: Any...) async throws -> Any? {
    try await send("POST", "/execute/async", ["script": script, "args": arguments])
  }

  func element(_ selector: String) async throws -> PageElement {
    let found = try await send("POST", "/element", ["using": "css selector", "value": selector]) as? [String: String]
    return PageElement(browser: self, id: try #require(found?.values.first))
  }

  /// Looks again and again until it is so, for five seconds at most.
  func wait(until isSo: () async throws -> Bool) async throws {
    for _ in 0..<100 {
      if try await isSo() { return }
      try await Task.sleep(for: .milliseconds(50))
    }
    throw BrowserError(words: "it did not come about")
  }

  func press(_ keys: String...) async throws {
    let actions = keys.flatMap { [["type": "keyDown", "value": $0], ["type": "keyUp", "value": $0]] }
    try await send("POST", "/actions", ["actions": [["type": "key", "id": "keys", "actions": actions]]])
  }

  /// As a reader's system would ask for it: `("prefers-color-scheme", "dark")`.
  func prefer(_ features: (name: String, value: String)...) async throws {
    try await tell(
      "Emulation.setEmulatedMedia", ["features": features.map { ["name": $0.name, "value": $0.value] }])
  }

  // MARK: What it noticed

  /// Errors and warnings on the console since the last look.
  func complaints() async throws -> [String] {
    let log = try await send("POST", "/se/log", ["type": "browser"]) as? [[String: Any]] ?? []
    return log.filter { ["SEVERE", "WARNING"].contains($0["level"] as? String) }.compactMap { $0["message"] as? String }
  }

  /// The addresses that were asked for since the last look.
  func requests() async throws -> [String] {
    let log = try await send("POST", "/se/log", ["type": "performance"]) as? [[String: Any]] ?? []
    return log.compactMap { entry -> String? in
      guard let text = entry["message"] as? String,
        let entry = try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any],
        let message = entry["message"] as? [String: Any], message["method"] as? String == "Network.requestWillBeSent",
        let request = (message["params"] as? [String: Any])?["request"] as? [String: Any]
      else { return nil }
      return request["url"] as? String
    }
  }

  /// The page as it is told to those who do not see it, without what is ignored.
  func accessibilityTree() async throws -> [AccessibilityNode] {
    let nodes = try await tell("Accessibility.getFullAXTree")["nodes"] as? [[String: Any]] ?? []
    return nodes.filter { $0["ignored"] as? Bool != true }.map { node in
      func value(_ key: String) -> String { ((node[key] as? [String: Any])?["value"]).map { "\($0)" } ?? "" }
      return AccessibilityNode(role: value("role"), name: value("name"), description: value("description"))
    }
  }
}

/// An element of the open page.
struct PageElement: Sendable {
  let browser: Browser
  let id: String

  private func send(_ method: String, _ path: String, _ body: [String: Any]? = nil) async throws -> Any? {
    try await browser.send(method, "/element/\(id)/\(path)", body)
  }

  func click() async throws { _ = try await send("POST", "click") }
  func type(_ keys: String) async throws { _ = try await send("POST", "value", ["text": keys]) }
  func text() async throws -> String { try await send("GET", "text") as? String ?? "" }
  func attribute(_ name: String) async throws -> String? { try await send("GET", "attribute/\(name)") as? String }
  func property(_ name: String) async throws -> String {
    try await send("GET", "property/\(name)").map { "\($0)" } ?? ""
  }
  func isShown() async throws -> Bool { try await send("GET", "displayed") as? Bool ?? false }
}

struct AccessibilityNode: Hashable, Sendable {
  var role: String
  var name: String
  var description: String
}

/// The keys of the protocol.
enum Key {
  static let left = "\u{E012}"
  static let right = "\u{E014}"
  static let home = "\u{E011}"
  static let end = "\u{E010}"
  static let tab = "\u{E004}"
  static let space = " "
}
