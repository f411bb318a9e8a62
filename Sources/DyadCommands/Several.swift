internal import Foundation

extension Sequence where Element: Sendable {
  /// Does the work for several elements at a time, one more than there are cores: one usually waits for Graphviz, which has one
  /// thread.
  ///
  /// - Parameter report: gets the number of elements that are done, after each.
  func forEachOfSeveral(
    _ work: @escaping @Sendable (Element) async throws -> Void, report: (Int) -> Void
  ) async throws {
    var elements = makeIterator()
    try await withThrowingTaskGroup(of: Void.self) { group in
      func begin() { if let element = elements.next() { group.addTask { try await work(element) } } }
      for _ in 0...ProcessInfo.processInfo.activeProcessorCount { begin() }
      var done = 0
      while try await group.next() != nil {
        done += 1
        report(done)
        begin()
      }
    }
  }
}
