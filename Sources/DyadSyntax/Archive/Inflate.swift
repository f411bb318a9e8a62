/// Decompresses data in the DEFLATE format (RFC 1951).
enum Inflate {
  /// The data; `nil` where it is damaged, or longer than the limit.
  static func inflated(_ bytes: ArraySlice<UInt8>, limit: Int) -> [UInt8]? {
    var stream = BitStream(bytes)
    var output: [UInt8] = []
    var isLast = false
    while !isLast {
      guard let last = stream.bits(1), let kind = stream.bits(2) else { return nil }
      isLast = last == 1
      switch kind {
      case 0: guard stream.stored(into: &output), output.count <= limit else { return nil }
      case 1: guard block(&stream, fixedLengths, fixedDistances, &output, limit) else { return nil }
      case 2:
        guard let (lengths, distances) = tables(&stream), block(&stream, lengths, distances, &output, limit)
        else { return nil }
      default: return nil
      }
    }
    return output
  }

  private static func block(
    _ stream: inout BitStream, _ lengths: CodeTable, _ distances: CodeTable, _ output: inout [UInt8], _ limit: Int
  ) -> Bool {
    while let symbol = lengths.symbol(from: &stream) {
      switch symbol {
      case 0..<256: output.append(UInt8(symbol))
      case 256: return true
      default:
        let index = symbol - 257
        guard index < lengthBase.count, let extra = stream.bits(lengthExtra[index]),
          let code = distances.symbol(from: &stream), code < distanceBase.count,
          let more = stream.bits(distanceExtra[code])
        else { return false }
        let (length, distance) = (lengthBase[index] + extra, distanceBase[code] + more)
        guard distance <= output.count else { return false }
        // The copy may read what it writes.
        for _ in 0..<length { output.append(output[output.count - distance]) }
      }
      if output.count > limit { return false }
    }
    return false
  }

  /// The code tables that a block begins with.
  private static func tables(_ stream: inout BitStream) -> (lengths: CodeTable, distances: CodeTable)? {
    guard let lengths = stream.bits(5), let distances = stream.bits(5), let codes = stream.bits(4) else { return nil }
    var codeLengths = [Int](repeating: 0, count: 19)
    for place in order.prefix(codes + 4) {
      guard let length = stream.bits(3) else { return nil }
      codeLengths[place] = length
    }
    let table = CodeTable(codeLengths)
    let count = lengths + 257 + distances + 1
    var all: [Int] = []
    while all.count < count {
      guard let symbol = table.symbol(from: &stream) else { return nil }
      switch symbol {
      case 0..<16: all.append(symbol)
      case 16:
        guard let last = all.last, let times = stream.bits(2) else { return nil }
        all += [Int](repeating: last, count: times + 3)
      default:
        guard let times = stream.bits(symbol == 17 ? 3 : 7) else { return nil }
        all += [Int](repeating: 0, count: times + (symbol == 17 ? 3 : 11))
      }
    }
    guard all.count == count else { return nil }
    return (CodeTable(Array(all[..<(lengths + 257)])), CodeTable(Array(all[(lengths + 257)...])))
  }

  private static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
  private static let lengthBase = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
  ]
  private static let lengthExtra = [
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
  ]
  private static let distanceBase = [
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145,
    8193, 12289, 16385, 24577,
  ]
  private static let distanceExtra = [
    0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
  ]
  private static let fixedLengths = CodeTable(
    [Int](repeating: 8, count: 144) + [Int](repeating: 9, count: 112) + [Int](repeating: 7, count: 24)
      + [Int](repeating: 8, count: 8))
  private static let fixedDistances = CodeTable([Int](repeating: 5, count: 30))

  /// Bits from the lowest of each byte on.
  private struct BitStream {
    private let bytes: ArraySlice<UInt8>
    private var index: Int
    private var bit = 0

    init(_ bytes: ArraySlice<UInt8>) { (self.bytes, index) = (bytes, bytes.startIndex) }

    mutating func bits(_ count: Int) -> Int? {
      var value = 0
      for place in 0..<count {
        guard index < bytes.endIndex else { return nil }
        value |= Int(bytes[index] >> bit & 1) << place
        bit += 1
        if bit == 8 { (bit, index) = (0, index + 1) }
      }
      return value
    }

    /// Copies a block that is not compressed.
    mutating func stored(into output: inout [UInt8]) -> Bool {
      if bit > 0 { (bit, index) = (0, index + 1) }
      guard let length = bits(16), let complement = bits(16), length == ~complement & 0xFFFF,
        length <= bytes.endIndex - index
      else { return false }
      output += bytes[index..<index + length]
      index += length
      return true
    }
  }

  /// Canonical Huffman codes, by the number of codes of each length.
  private struct CodeTable {
    private var counts = [Int](repeating: 0, count: 16)
    private var symbols: [Int] = []

    init(_ lengths: [Int]) {
      for length in lengths where length > 0 { counts[length] += 1 }
      for length in 1..<16 { symbols += lengths.indices.filter { lengths[$0] == length } }
    }

    func symbol(from stream: inout BitStream) -> Int? {
      var (code, first, index) = (0, 0, 0)
      for length in 1..<16 {
        guard let bit = stream.bits(1) else { return nil }
        code |= bit
        let count = counts[length]
        if code - first < count { return symbols[index + code - first] }
        index += count
        (first, code) = ((first + count) << 1, code << 1)
      }
      return nil
    }
  }
}
