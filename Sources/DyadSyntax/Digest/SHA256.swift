internal import CDigest

/// The digest SHA-256 (FIPS 180-4), of bytes at once or in pieces.
///
///     SHA256.hex("abc".utf8)      // "ba7816bf…"
package struct SHA256 {
  private var state: [UInt32] = [
    0x6A09_E667, 0xBB67_AE85, 0x3C6E_F372, 0xA54F_F53A, 0x510E_527F, 0x9B05_688C, 0x1F83_D9AB, 0x5BE0_CD19,
  ]
  /// The bytes after the last whole block.
  private var rest: [UInt8] = []
  private var count = 0

  package init() {}

  /// The digest in 64 lower-case hexadecimal digits.
  package static func hex(_ message: some Sequence<UInt8>) -> String {
    var digest = SHA256()
    Array(message).withUnsafeBytes { digest.update($0) }
    return digest.hex
  }

  package mutating func update(_ bytes: UnsafeRawBufferPointer) {
    count += bytes.count
    var bytes = bytes
    if !rest.isEmpty {
      let missing = min(64 - rest.count, bytes.count)
      rest += bytes[..<missing]
      bytes = UnsafeRawBufferPointer(rebasing: bytes[missing...])
      guard rest.count == 64 else { return }
      let block = rest
      block.withUnsafeBytes { mix($0) }
      rest = []
    }
    let whole = bytes.count / 64 * 64
    mix(UnsafeRawBufferPointer(rebasing: bytes[..<whole]))
    rest += bytes[whole...]
  }

  /// The digest of what came so far, in 64 lower-case hexadecimal digits.
  package var hex: String {
    var end = self
    var tail = rest + [0x80]
    while tail.count % 64 != 56 { tail.append(0) }
    let bits = UInt64(count) * 8
    tail += (0..<8).reversed().map { UInt8(truncatingIfNeeded: bits >> ($0 * 8)) }
    tail.withUnsafeBytes { end.mix($0) }
    return end.state.map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 8 - digits.count) + digits
    }.joined()
  }

  private mutating func mix(_ blocks: UnsafeRawBufferPointer) {
    guard let start = blocks.baseAddress, blocks.count >= 64 else { return }
    dyad_sha256_mix(&state, start.assumingMemoryBound(to: UInt8.self), blocks.count / 64)
  }
}
