import DyadFiles
import DyadTestSupport
import Foundation
import Testing

/// Files that appear complete, and what a killed process leaves.
@Suite struct TemporaryPathTests {
  private func names(in folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  @Test func aFileReplacesItsTargetWhenItIsMoved() throws {
    try inTemporaryFolder { folder in
      let target = folder.appendingPathComponent("ties.svg").path
      try Data("old".utf8).write(to: URL(fileURLWithPath: target))
      let made = try TemporaryPath.file(in: folder.path)
      try SystemError.write(Array("new".utf8), to: made.descriptor)
      #expect(FileManager.default.contents(atPath: target) == Data("old".utf8))
      try made.move(to: target)
      #expect(FileManager.default.contents(atPath: target) == Data("new".utf8))
      #expect(try names(in: folder) == ["ties.svg"])
    }
  }

  @Test func aFileOrFolderThatIsGivenUpIsRemoved() throws {
    try inTemporaryFolder { folder in
      let (file, inner) = (try TemporaryPath.file(in: folder.path), try TemporaryPath.folder(in: folder.path))
      try Data("page".utf8).write(to: URL(fileURLWithPath: inner.path + "/page"))
      #expect(try names(in: folder).count == 2)
      file.remove()
      inner.remove()
      #expect(try names(in: folder) == [])
    }
  }

  @Test func whatAKilledProcessLeftIsRemovedAndWhatIsInUseStays() throws {
    try inTemporaryFolder { folder in
      try Data().write(to: folder.appendingPathComponent(".dyad-1a2b.part"))
      try Data().write(to: folder.appendingPathComponent(".dyad-note"))
      let (one, other) = (try TemporaryPath.file(in: folder.path), try TemporaryPath.file(in: folder.path))
      let own = [one, other].map { URL(fileURLWithPath: $0.path).lastPathComponent }
      #expect(try names(in: folder) == (own + [".dyad-note"]).sorted())
      [one, other].forEach { $0.remove() }
    }
  }

  @Test func anErrorIsThatOfTheSystemInWords() throws {
    #expect(SystemError(ENOSPC).description == "no space left on device")
    #expect(throws: SystemError.self) { try TemporaryPath.file(in: "/nosuch/folder") }
    #expect(throws: SystemError.self) { try SystemError.write([1], to: -1) }
  }
}
