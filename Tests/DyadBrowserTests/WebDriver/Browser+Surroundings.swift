/// What the page is told about its reader and the reader's machine.
extension Browser {
  /// A wish that a reader's system can tell to pages.
  enum Preference: Sendable {
    case darkColors, lightColors, reducedMotion, moreContrast

    fileprivate var feature: [String: String] {
      switch self {
      case .darkColors: ["name": "prefers-color-scheme", "value": "dark"]
      case .lightColors: ["name": "prefers-color-scheme", "value": "light"]
      case .reducedMotion: ["name": "prefers-reduced-motion", "value": "reduce"]
      case .moreContrast: ["name": "prefers-contrast", "value": "more"]
      }
    }
  }

  /// These alone, in place of earlier ones.
  func prefer(_ preferences: Preference...) async throws {
    try await inspect("Emulation.setEmulatedMedia", ["features": preferences.map(\.feature)])
  }

  /// The room for the page, in CSS pixels; it can be narrower than a window of a desk's.
  func resize(width: Int, height: Int) async throws {
    try await inspect(
      "Emulation.setDeviceMetricsOverride",
      ["width": width, "height": height, "deviceScaleFactor": 1, "mobile": false])
  }

  /// As on paper, or again as on a screen.
  func print(_ isOnPaper: Bool) async throws {
    try await inspect("Emulation.setEmulatedMedia", ["media": isOnPaper ? "print" : ""])
  }

  /// Without any network, this machine's own servers included.
  func goOffline() async throws { try await setOffline(true) }
  func goOnline() async throws { try await setOffline(false) }

  private func setOffline(_ isOffline: Bool) async throws {
    try await inspect(
      "Network.emulateNetworkConditions",
      ["offline": isOffline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1])
  }
}
