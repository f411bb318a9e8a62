import DyadTestSupport
import Foundation

/// The Chromiums of this run: a start takes more than a second of processor time, so that a test gets one that another has left.
actor Chromiums {
  static let shared = Chromiums()

  /// The sessions that no test uses.
  private var left: [String] = []

  func session(of driver: Driver) async throws -> String {
    while let session = left.popLast() {
      do {
        try await renew(session, driver)
        return session
      } catch {
        // A test that failed may leave a window that does not close.
        let _: Nothing? = try? await driver.send("DELETE", "/session/\(session)")
      }
    }
    let started: Session = try await driver.send(
      "POST", "/session", ["capabilities": ["alwaysMatch": Chromiums.capabilities]])
    return started.sessionId
  }

  func leave(_ session: String) { left.append(session) }

  var hasLeft: Bool { !left.isEmpty }

  /// Replaces the window, with all that its page was told about its reader, and forgets what pages stored and the browser noticed.
  private func renew(_ session: String, _ driver: Driver) async throws {
    let path = "/session/\(session)"
    let window: Window = try await driver.send("POST", "\(path)/window/new", ["type": "tab"])
    let _: [String] = try await driver.send("DELETE", "\(path)/window")
    let _: Nothing = try await driver.send("POST", "\(path)/window", ["handle": window.handle])
    let commands: [(String, [String: Any])] = [
      ("Page.bringToFront", [:]), ("Network.clearBrowserCookies", [:]), ("Network.clearBrowserCache", [:]),
      ("Storage.clearDataForOrigin", ["origin": "*", "storageTypes": "all"]),
    ]
    for (command, parameters) in commands {
      let _: Nothing = try await driver.send(
        "POST", "\(path)/goog/cdp/execute", ["cmd": command, "params": parameters])
    }
    for log in ["browser", "performance"] {
      let _: Nothing = try await driver.send("POST", "\(path)/se/log", ["type": log])
    }
  }

  private struct Session: Decodable { var sessionId: String }
  private struct Window: Decodable { var handle: String }

  private static var capabilities: [String: Any] {
    [
      "browserName": "chrome",
      "goog:chromeOptions": options,
      "goog:loggingPrefs": ["browser": "ALL", "performance": "ALL"],
      "timeouts": ["pageLoad": 30_000, "script": 120_000],
    ]
  }

  /// Chromium without a user interface takes two thirds of the time; where it is not installed, the whole browser serves.
  private static var options: [String: Any] {
    guard let shell = Command.path(of: "chromium-headless-shell") else {
      return ["args": ["--headless=new"] + arguments]
    }
    return ["args": arguments, "binary": shell.path]
  }

  /// The sandbox does not work for root. Of all addresses, only those of this machine are found.
  private static let arguments = [
    "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-default-apps", "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
    "--force-device-scale-factor=1", "--force-color-profile=srgb", "--lang=en", "--window-size=1280,1000",
  ]
}
