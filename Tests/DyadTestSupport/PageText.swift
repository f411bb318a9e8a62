import Foundation

/// The text of a page, searched by bytes: pages have megabytes, for which regular expressions take seconds.
public struct PageText: Sendable {
  private let bytes: [UInt8]

  public init(_ text: String) { bytes = Array(text.utf8) }

  public func contains(_ words: String) -> Bool {
    let words = Array(words.utf8)
    guard let first = words.first else { return true }
    return bytes.withUnsafeBytes { page in
      guard var place = page.baseAddress else { return false }
      var left = page.count
      while left >= words.count, let found = memchr(place, Int32(first), left - words.count + 1) {
        if memcmp(found, words, words.count) == 0 { return true }
        left -= UnsafeRawPointer(found) - place + 1
        place = UnsafeRawPointer(found) + 1
      }
      return false
    }
  }

  /// The values of attributes with one of the names, in their order.
  public func values(of names: Set<String>) -> [String] {
    let names = Set(names.map { Array($0.utf8)[...] })
    var values: [String] = []
    var start = 0
    while let sign = bytes[start...].firstIndex(of: UInt8(ascii: "=")) {
      start = sign + 1
      guard start < bytes.count, bytes[start] == UInt8(ascii: "\"") else { continue }
      let space = bytes[..<sign].lastIndex { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") } ?? 0
      guard let end = bytes[(start + 1)...].firstIndex(of: UInt8(ascii: "\"")) else { break }
      if names.contains(bytes[(space + 1)..<sign]) {
        values.append(String(decoding: bytes[(start + 1)..<end], as: UTF8.self))
      }
      start = end + 1
    }
    return values
  }
}
