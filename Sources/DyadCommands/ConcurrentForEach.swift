internal import Foundation

extension Sequence where Element: Sendable {
  /// Does the work for one element more at a time than there are cores, since one usually waits for Graphviz, which has one thread.
  ///
  /// - Parameter report: gets the number of elements that are done, after each.
  func concurrentForEach(
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
