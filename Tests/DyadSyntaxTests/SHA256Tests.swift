import CDigest
import DyadSyntax
import DyadTestSupport
import Testing

@Suite struct SHA256Tests {
  /// The examples of FIPS 180-4, with messages around the length of a block.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (String(repeating: "a", count: 1_000_000), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
    (String(repeating: "a", count: 64), "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"),
  ])
  func digestsAreThoseOfTheStandard(message: String, digest: String) {
    #expect(SHA256.hex(message.utf8) == digest)
  }

  @Test(arguments: 0..<20) func piecesHaveTheDigestOfTheWhole(seed: Int) {
    var random = Seeded(seed)
    let message = (0..<Int.random(in: 0...500, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
    var digest = SHA256()
    var rest = message[...]
    while !rest.isEmpty {
      let piece = Array(rest.prefix(Int.random(in: 0...130, using: &random)))
      piece.withUnsafeBytes { digest.update($0) }
      rest = rest.dropFirst(piece.count)
    }
    #expect(digest.hex == SHA256.hex(message))
  }

  /// On a processor without the instructions the two are the same code.
  @Test(arguments: 0..<20) func theInstructionsOfTheProcessorGiveWhatPortableCodeGives(seed: Int) {
    var random = Seeded(seed)
    let blocks = Int.random(in: 1...4, using: &random)
    let bytes = (0..<blocks * 64).map { _ in UInt8.random(in: 0...255, using: &random) }
    let start = (0..<8).map { _ in UInt32.random(in: 0...UInt32.max, using: &random) }
    var (one, other) = (start, start)
    dyad_sha256_mix(&one, bytes, blocks)
    dyad_sha256_mix_portably(&other, bytes, blocks)
    #expect(one == other && one != start)
  }
}
