import DyadSyntax
import Testing

@Suite struct ByteSinkTests {
  private struct Full: Error {}

  @Test func bytesArriveInOrderAndInPieces() throws {
    var pieces: [[UInt8]] = []
    try withoutActuallyEscaping({ pieces.append($0) }) { drain in
      let sink = ByteSink(drain)
      for number in 0..<40_000 { sink.write("\(number)\n") }
      try sink.finish()
    }
    #expect(pieces.count > 1)
    #expect(pieces.flatMap(\.self) == Array((0..<40_000).map { "\($0)\n" }.joined().utf8))
  }

  @Test func theFirstFailureIsThrownAtTheEndAndNoMoreIsWritten() {
    var count = 0
    var wasWhole: Bool?
    withoutActuallyEscaping({ (_: [UInt8]) in
      count += 1
      throw Full()
    }) { drain in
      let sink = ByteSink(drain, finish: { wasWhole = $0 })
      for _ in 0..<3 { sink.write(String(repeating: "x", count: 100_000)) }
      #expect(throws: Full.self) { try sink.finish() }
    }
    #expect(count == 1)
    #expect(wasWhole == false)
  }
}
