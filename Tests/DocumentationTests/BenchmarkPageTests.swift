import DyadTestSupport
import Foundation
import Testing

/// The harness of the benchmarks, without a measurement.
@Suite struct BenchmarkPageTests {
  /// The page is not written where a figure is of a row that is not declared.
  @Test func thePageHasTheFiguresOfTheLastRun() throws {
    let page = try Self.python(["Benchmarks/bench.py", "page"])
    let shipped = try String(
      contentsOf: packageRoot.appendingPathComponent("Documentation/Benchmarks.md"), encoding: .utf8)
    #expect(page == shipped, "run Benchmarks/bench.py page > Documentation/Benchmarks.md")
    #expect(shipped.contains("| check of 100,000 events"))
  }

  @Test func theArithmeticOfTheHarnessIsRight() throws {
    #expect(try Self.python(["-m", "doctest", "Benchmarks/measuring.py", "Benchmarks/page.py"]) == "")
  }

  private static func python(_ arguments: [String]) throws -> String {
    let python = try #require(Command.path(of: "python3"))
    let outcome = try Command.run(python, arguments, in: packageRoot)
    try #require(outcome.status == 0, "\(outcome.messages)")
    return String(decoding: outcome.output, as: UTF8.self)
  }
}
