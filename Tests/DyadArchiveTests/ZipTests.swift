import DyadArchive
import DyadTestSupport
import Foundation
import Testing

@Suite struct ZipTests {
  /// An archive by Python's zipfile, whose deflate is that of zlib.
  private func archive(_ files: [String: String], stored: Bool = false) throws -> [UInt8] {
    let script = """
      from sys import argv, stdin
      from json import load
      from zipfile import ZipFile, ZIP_STORED, ZIP_DEFLATED
      files = load(stdin)
      with ZipFile(argv[1], "w", ZIP_\(stored ? "STORED" : "DEFLATED")) as z:
          for name in sorted(files): z.writestr(name, files[name])
      """
    return try inTemporaryFolder { folder in
      let file = folder.appendingPathComponent("a.zip")
      let outcome = try Command.run(
        "python3", ["-c", script, file.path], in: folder, input: JSONSerialization.data(withJSONObject: files))
      #expect(outcome.status == 0, "\(outcome.messages)")
      return Array(try Data(contentsOf: file))
    }
  }

  @Test(arguments: [true, false]) func filesAreReadBack(stored: Bool) throws {
    var random = Seeded(7)
    let noise = String((0..<50_000).map { _ in Character(Unicode.Scalar(UInt8.random(in: 32...126, using: &random))) })
    let files = [
      "empty": "", "a/short.txt": "The ferry sails again.", "long": String(repeating: "ferry quay ", count: 9000),
      "noise": noise, "بیلمر": "بیلمر",
    ]
    let zip = try #require(ZipArchive(try archive(files, stored: stored)))
    #expect(zip.names == files.keys.sorted())
    for (name, text) in files {
      let bytes = try #require(zip.file(named: name, limit: 1 << 20), "\(name)")
      #expect(String(decoding: bytes, as: UTF8.self) == text, "\(name)")
    }
    #expect(zip.file(named: "missing", limit: 100) == nil)
  }

  @Test func aFileThatExpandsBeyondTheLimitIsRefused() throws {
    let zip = try #require(ZipArchive(try archive(["bomb": String(repeating: "a", count: 3_000_000)])))
    #expect(zip.file(named: "bomb", limit: 1 << 20) == nil)
    #expect(zip.file(named: "bomb", limit: 4 << 20)?.count == 3_000_000)
  }

  @Test(arguments: 0..<40) func damagedArchivesAreRefused(seed: Int) throws {
    var random = Seeded(seed)
    var bytes = try ZipTests.sample.get()
    for _ in 0..<3 { bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random) }
    let cut = Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &random)))
    for damaged in [bytes, cut] {
      let zip = ZipArchive(damaged)
      for name in zip?.names ?? [] { _ = zip?.file(named: name, limit: 1 << 20) }
    }
    #expect(ZipArchive(Array("no archive".utf8)) == nil)
  }

  private static let sample = Result { try ZipTests().archive(["long": String(repeating: "ferry quay ", count: 900)]) }
}
