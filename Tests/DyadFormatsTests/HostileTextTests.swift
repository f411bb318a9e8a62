import DyadCore
import DyadFormats
import DyadTestSupport
import Foundation
import Testing

/// Texts that would take more time, memory or space than they are worth.
@Suite struct HostileTextTests {
  private func codes(_ text: String) -> [String] {
    DossierReader.read(text: text, file: "d.yaml").then { KnowledgeGraph.linking([$0]) }.diagnostics.map(\.code.id)
  }

  // MARK: Aliases

  /// libyaml breaks lines at these, and reads a colon as a part of the name.
  @Test(arguments: [
    "x: &a 1\ny: *a\n", "x: &a 1\u{2028}y: *a\n", "x:\u{2028}  &a 1\ny: *a", "x: &a 1\ny:\u{2029}  *a\n",
    "x: &a 1\n*a: 2\n", "x: &a 1\n*a : 2\n", "{? &a [1] : 2, ? *a : 3}", "- &a 1\n-   *a", "? &a 1\n? *a\n",
    "x: !!str &a 1\ny: *a", "x: &a 1\ny: !!str\n  - *a", "x: *nothing",
  ])
  func everyAliasIsRefused(text: String) {
    #expect(codes(text) == ["alias"])
    #expect(YAMLNode(of: Array(text.utf8)) == nil)
  }

  @Test func aBombInAKeyDoesNotGoOff() {
    let levels = (1..<30).map {
      "? &a\($0) [\(Array(repeating: "*a\($0 - 1)", count: 9).joined(separator: ","))]\n: 1\n"
    }
    #expect(codes("? &a0 [x, x, x]\n: 1\n" + levels.joined()) == ["alias"])
  }

  @Test func wordsThatLookLikeAliasesAreWords() {
    #expect(codes("states: { a: { name: \"&x *x\", note: x *y &z, short: a*b } } # &a *a") == [])
  }

  @Test func anAnchorWithoutAliasesIsIgnored() { #expect(codes("states: &all { a: &a { name: A } }") == []) }

  // MARK: Limits

  @Test func everyDuplicateKeyIsReported() {
    let states = (0..<3000).map { "  s\($0): { name: S }\n  s\($0): { name: T }\n" }.joined()
    #expect(codes("states:\n\(states)") == Array(repeating: "duplicate-key", count: 3000))
  }

  @Test(arguments: [(30, []), (31, ["control-character"]), (1_000_000, ["control-character"])])
  func combiningMarksHaveALimit(count: Int, codes: [String]) {
    #expect(self.codes("states: { a: { name: \"A\(String(repeating: "\u{301}", count: count))\" } }") == codes)
  }

  @Test(arguments: [(1000, []), (1001, ["too-long"])]) func namesHaveALimit(count: Int, codes: [String]) {
    #expect(self.codes("states: { a: { name: \(String(repeating: "ä", count: count)) } }") == codes)
    let noted = "states: { a: { name: A, note: \(String(repeating: "ä", count: count)) } }"
    #expect(self.codes(noted) == [])
  }

  /// The ids of two parties and a suffix fit into the name of a file.
  @Test(arguments: [(120, []), (121, ["bad-id"])]) func idsHaveALimit(count: Int, codes: [String]) {
    #expect(self.codes("states:\n  \(String(repeating: "a", count: count)): { name: A }") == codes)
    #expect(2 * Entity.ID.longest + "~.html".count <= 255)
  }

  @Test func theOfficeOfALongTitleIsRead() {
    let title = String(repeating: "minister ", count: 100)
    let text = "states: { a: { name: A } }\nofficials: { m: { name: M, serves: a, offices: [{ title: \(title) }] } }"
    #expect(codes(text) == [])
  }

  // MARK: Time

  @Test func longChainsOfMembershipAreLinkedInLinearTime() {
    let exponent = Growth.exponent(from: 2000) { count in
      let groups = (0..<count).map { "  g\($0): { name: G, of: \($0 == 0 ? "a" : "g\($0 - 1)") }\n" }.joined()
      _ = codes("states: { a: { name: A } }\ngroups:\n\(groups)")
    }
    #expect(exponent < 1.5)
  }

  @Test func manyUnknownIdsAreReportedInLinearTime() {
    let exponent = Growth.exponent(from: 400) { count in
      let states = (0..<count).map { "  s\($0): { name: S }\n" }.joined()
      let events = (0..<count).map { "  e\($0): { on: 2014, what: W, type: AID, actors: x\($0), recipients: s1 }\n" }
        .joined()
      _ = codes("states:\n\(states)events:\n\(events)")
    }
    #expect(exponent < 1.5)
  }
}
