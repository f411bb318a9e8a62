internal import Foundation

/// Says on standard error how far a long work is, where a person is looking and it takes more than a second.
final class Progress: Sendable {
  private let count: Int
  private let things: String
  private let start = ContinuousClock.now

  init(of count: Int, _ things: String) { (self.count, self.things) = (count, things) }

  func step(_ number: Int) {
    guard isatty(2) == 1, start.duration(to: .now) > .seconds(1) else { return }
    FileHandle.standardError.write(Data("\r\(number) of \(count) \(things)\(number == count ? "\n" : "")".utf8))
  }
}
