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

  @Test(arguments: [0, 1, 255, 256, 257, 65_535, 65_536, 65_537, 1_000_000])
  func bytesInMemoryAreThoseThatWereWritten(length: Int) {
    let letters = Array("abcdefg")
    let text = String((0..<length).map { letters[$0 % letters.count] })
    let bytes = ByteSink.collected { sink in
      sink.write(byte: 0x3C)
      sink.write(text)
      sink.write(bytes: text.utf8.reversed())
      sink.write(">")
    }
    #expect(bytes == [0x3C] + text.utf8 + text.utf8.reversed() + [0x3E])
  }

  @Test func aTextLargerThanAPieceArrivesWhole() throws {
    var bytes: [UInt8] = []
    try withoutActuallyEscaping({ bytes += $0 }) { drain in
      let sink = ByteSink(drain)
      sink.write("start")
      sink.write(String(repeating: "x", count: 300_000))
      sink.write("end")
      try sink.finish()
    }
    #expect(bytes == Array("start".utf8) + Array(repeating: 0x78, count: 300_000) + Array("end".utf8))
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
