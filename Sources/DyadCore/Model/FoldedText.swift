internal import Synchronization

/// A text as quotes are compared with it, in UTF-8: one space for any white space, plain quotes and dashes for typographic ones,
/// three dots for an ellipsis.
final class FoldedText: Sendable {
  let bytes: [UInt8]
  /// For each byte the number of the Unicode scalar from which it comes.
  let places: [UInt32]
  private let search = Mutex(Search())

  private struct Search {
    var scanned = 0
    var index: GramIndex?
  }

  init(_ text: String) { (bytes, places) = FoldedText.fold(text) }

  /// The bytes of a quote; their places are not needed.
  static func bytes(of text: String) -> [UInt8] { fold(text).bytes }

  /// The Unicode scalars of the text from which these bytes come.
  func scalars(_ range: Range<Int>) -> Range<Int> {
    Int(places[range.lowerBound])..<Int(places[range.upperBound - 1]) + 1
  }

  /// The first place of a part of a quote from a byte on.
  ///
  /// A few quotes are looked up by reading the text; after that an index is made, so that the time for many of them does not grow with
  /// the product of quotes and text.
  func first(_ part: [UInt8], from start: Int) -> Int? {
    guard !part.isEmpty, part.count <= bytes.count - start else { return nil }
    if part.count >= GramIndex.length, let index = indexIfWorthwhile() {
      return index.first(part, in: bytes, from: start)
    }
    let found = FoldedText.scan(bytes, for: part, from: start)
    search.withLock { $0.scanned += (found ?? bytes.count) - start }
    return found
  }

  private func indexIfWorthwhile() -> GramIndex? {
    search.withLock { search in
      if search.index == nil, search.scanned > 16 * bytes.count { search.index = GramIndex(bytes) }
      return search.index
    }
  }

  private static func scan(_ text: [UInt8], for part: [UInt8], from start: Int) -> Int? {
    text.withUnsafeBufferPointer { text in
      part.withUnsafeBufferPointer { part in
        let (head, last) = (part[0], text.count - part.count)
        var at = start
        while at <= last {
          if text[at] == head, GramIndex.matches(text, at, part) { return at }
          at += 1
        }
        return nil
      }
    }
  }

  private static func fold(_ text: String) -> (bytes: [UInt8], places: [UInt32]) {
    var bytes: [UInt8] = []
    var places: [UInt32] = []
    bytes.reserveCapacity(text.utf8.count)
    places.reserveCapacity(text.utf8.count)
    for (place, scalar) in text.unicodeScalars.enumerated() {
      switch scalar {
      // Most of a text, recognized without looking up properties.
      case "!"..."~": bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      case _ where scalar == " " || scalar.properties.isWhitespace:
        guard bytes.last != 0x20 else { continue }
        bytes.append(0x20)
      case "‘", "’", "‚", "‛", "′": bytes.append(0x27)
      case "“", "”", "„", "‟", "«", "»", "″": bytes.append(0x22)
      case "‐", "‑", "‒", "–", "—", "―", "−": bytes.append(0x2D)
      case "…": bytes.append(contentsOf: [0x2E, 0x2E, 0x2E])
      case "\u{AD}", "\u{200B}", "\u{FEFF}": continue
      default: if let encoded = UTF8.encode(scalar) { bytes.append(contentsOf: encoded) }
      }
      while places.count < bytes.count { places.append(UInt32(place)) }
    }
    return (bytes, places)
  }
}

/// Where each sequence of eight bytes of a text is, so that a quote is compared only with the places of its rarest one.
struct GramIndex: Sendable {
  static let length = 8
  /// The places of the sequences of a bucket are from `starts[bucket]` to the next, in order.
  private var starts: [UInt32]
  private var places: [UInt32]
  private let shift: UInt64

  init(_ text: [UInt8]) {
    let count = max(0, text.count - GramIndex.length + 1)
    let bits = UInt64(max(8, min(22, Int.bitWidth - count.leadingZeroBitCount)))
    shift = 64 - bits
    starts = Array(repeating: 0, count: 1 << Int(bits) + 1)
    places = Array(repeating: 0, count: count)
    let shift = shift
    text.withUnsafeBytes { text in
      for place in 0..<count { starts[GramIndex.bucket(text, place, shift) + 1] += 1 }
      for bucket in 1..<starts.count { starts[bucket] += starts[bucket - 1] }
      // Each start moves to that of the next bucket, and all are moved back in the end.
      for place in 0..<count {
        let bucket = GramIndex.bucket(text, place, shift)
        places[Int(starts[bucket])] = UInt32(place)
        starts[bucket] += 1
      }
    }
    for bucket in (1..<starts.count).reversed() { starts[bucket] = starts[bucket - 1] }
    starts[0] = 0
  }

  private static func bucket(_ text: UnsafeRawBufferPointer, _ place: Int, _ shift: UInt64) -> Int {
    Int((text.loadUnaligned(fromByteOffset: place, as: UInt64.self) &* 0x9E37_79B9_7F4A_7C15) >> shift)
  }

  /// The first place of a part, which has at least eight bytes, from a byte on.
  func first(_ part: [UInt8], in text: [UInt8], from start: Int) -> Int? {
    let (offset, candidates) = rarest(in: part)
    return text.withUnsafeBufferPointer { text in
      part.withUnsafeBufferPointer { part in
        var index = places[candidates].partitioningIndex { Int($0) >= start + offset }
        while index < candidates.upperBound {
          let at = Int(places[index]) - offset
          if at + part.count > text.count { return nil }
          if GramIndex.matches(text, at, part) { return at }
          index += 1
        }
        return nil
      }
    }
  }

  /// The offset of the sequence with the fewest places, and these; any one with few is as good.
  private func rarest(in part: [UInt8]) -> (offset: Int, places: Range<Int>) {
    part.withUnsafeBytes { part in
      var best = (offset: 0, places: 0..<Int.max)
      for offset in 0...part.count - GramIndex.length {
        let bucket = GramIndex.bucket(part, offset, shift)
        let found = Int(starts[bucket])..<Int(starts[bucket + 1])
        if found.count < best.places.count { best = (offset, found) }
        if found.count < 4 { break }
      }
      return best
    }
  }

  /// Whether the part is at that place of the text, which is long enough.
  static func matches(_ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ part: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index < part.count, text[at + index] == part[index] { index += 1 }
    return index == part.count
  }
}

extension ArraySlice<UInt32> {
  /// The first index whose element fits, where all after it fit, too.
  fileprivate func partitioningIndex(where fits: (UInt32) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if fits(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
