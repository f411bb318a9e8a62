internal import Foundation

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
