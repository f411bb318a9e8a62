import DyadFormats
import DyadTestSupport
import Foundation
import Testing

@Suite struct ManualTests {
  @Test func theManualListsEveryFormat() throws {
    let page = try String(
      contentsOf: packageRoot.appendingPathComponent("Documentation/Formats.md"), encoding: .utf8)
    for format in Format.all {
      let row = try #require(
        page.split(separator: "\n").first { $0.hasPrefix("| `\(format.id)` |") }, "\(format.id) has no row")
      let cells = row.split(separator: "|", omittingEmptySubsequences: false).map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      #expect(cells[2] == (format.isFolder ? "a folder" : "`.\(format.suffixes[0])`"), "\(format.id)")
      let does = [format.reader.map { _ in "reads" }, format.writer.map { _ in "writes" }].compactMap { $0 }
      #expect(cells[3] == does.joined(separator: ", "), "\(format.id)")
      let back = format.reader == nil ? "" : format.omits.isEmpty ? "everything" : "see `--list`"
      #expect(cells[4] == back, "\(format.id)")
    }
  }

  @Test func noTwoFormatsHaveTheSameName() {
    #expect(Set(Format.all.map(\.id)).count == Format.all.count)
    #expect(
      Set(Format.all.filter { !$0.isFolder }.map { $0.suffixes[0] }).count == Format.all.filter { !$0.isFolder }.count)
  }
}
