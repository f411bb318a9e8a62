internal import Foundation
internal import Synchronization

/// Progress of a task that takes more than a second, shown on standard error if it is a terminal.
final class Progress: Sendable {
  private let count: Int
  private let unit: String
  private let start = ContinuousClock.now

  init(of count: Int, _ unit: String) { (self.count, self.unit) = (count, unit) }

  func step(_ number: Int) {
    guard isatty(2) == 1, start.duration(to: .now) > .seconds(1) else { return }
    FileHandle.standardError.write(Data("\r\(number) of \(count) \(unit)\(number == count ? "\n" : "")".utf8))
  }
}

/// Progress of a run whose length is known as a share: count, rate and time left, shown on standard error if it is a terminal.
final class RunProgress: Sendable {
  private let unit: String
  private let start = ContinuousClock.now
  private let shown = Mutex(ContinuousClock.now)

  init(_ unit: String) { self.unit = unit }

  /// Shows the count, at most five times a second.
  func step(_ count: Int, share: Double) {
    guard isatty(2) == 1, start.duration(to: .now) > .seconds(1) else { return }
    let isDue = shown.withLock { last in
      guard last.duration(to: .now) > .milliseconds(200) else { return false }
      last = .now
      return true
    }
    if isDue { show(RunProgress.line(count, unit, share: share, after: start.duration(to: .now))) }
  }

  /// Shows the whole count, if a line was shown before.
  func end(_ count: Int) {
    guard isatty(2) == 1, start.duration(to: .now) > .seconds(1) else { return }
    show(RunProgress.line(count, unit, share: 1, after: start.duration(to: .now)) + "\n")
  }

  private func show(_ line: String) {
    // Up to the end of the terminal's line, so that nothing is left of a longer one.
    FileHandle.standardError.write(Data("\r\(line)\u{1B}[K".utf8))
  }

  static func line(_ count: Int, _ unit: String, share: Double, after duration: Duration) -> String {
    let seconds = Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
    let rate = seconds > 0 ? Int(Double(count) / seconds) : 0
    let left = share > 0 && share < 1 ? ", \(time(seconds / share - seconds)) left" : ""
    return "\(count) \(unit), \(rate) a second\(left)"
  }

  private static func time(_ seconds: Double) -> String {
    let whole = Int(min(seconds, 359_999).rounded())
    return whole < 60 ? "\(whole) s" : "\(whole / 60) min"
  }
}
