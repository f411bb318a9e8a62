import DyadTestSupport
import Foundation
import Testing

/// The shipped article, from nothing to a dossier, as its reader makes it with proposals.
@Suite(.serialized, .checked(by: .browser)) struct ProposedArticleTests {
  /// Every proposal is accepted or corrected; what none is made of is added as without proposals.
  @Test func theArticleBecomesTheSameDossierByProposals() async throws {
    try await Bench.with(Article.beginning, texts: ["thaw.txt": Article.text()]) { bench in
      let user = bench.user
      try await decide(user)
      let proposed = user.keys
      try await add(user)
      #expect(try await user.coverage() >= 90)
      let made = try bench.text()
      #expect(difference(from: Article.golden.appendingPathComponent("proposals.yaml"), made) == nil)
      let folder = bench.dossier.deletingLastPathComponent()
      try FileManager.default.copyItem(at: Article.byWorkbench, to: folder.appendingPathComponent("workbench.yaml"))
      let effort = """
        by proposal: \(Article.effort(of: user))
        of these, to decide on proposals: \(proposed) keystrokes

        other than in the workbench:
        \(try differences(from: "workbench.yaml", to: "dossier.yaml", in: folder).joined(separator: "\n"))

        """
      #expect(difference(from: Article.golden.appendingPathComponent("proposals-effort.txt"), effort) == nil)
      #expect(try Tool.run(["check", "dossier.yaml"], in: folder).status == 0)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.contains("drafts") } == [])
    }
  }

  /// The claims of two dossiers that differ, without their words: "- COERCE 2025-03: arvane → belmar".
  private func differences(from one: String, to other: String, in folder: URL) throws -> [String] {
    let (before, after) = (try claims(one, folder), try claims(other, folder))
    let lines = before.subtracting(after).map { ($0, "- \($0)") } + after.subtracting(before).map { ($0, "+ \($0)") }
    return lines.sorted { $0 < $1 }.map(\.1)
  }

  private func claims(_ file: String, _ folder: URL) throws -> Set<String> {
    let lines = try Tool.run(["convert", file, "--to", "jsonl"], in: folder).text.split(separator: "\n")
    return Set(
      try lines.dropFirst().compactMap { line in
        let record = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:]
        func words(_ key: String) -> String {
          (record[key] as? [String] ?? (record[key] as? String).map { [$0] } ?? []).sorted().joined(separator: ", ")
        }
        let kind = words("record")
        guard kind == "event" else { return kind == "phase" ? nil : "\(kind) \(words("id"))" }
        return "\(words("type")) \(words("on")): \(words("actors")) → \(words("recipients"))"
      })
  }

  // MARK: What is proposed

  private func decide(_ user: WorkbenchUser) async throws {
    try await user.propose()
    // The state and the event quote the same words.
    try await user.decide("a", on: "Afghanistan")
    try await user.correct(
      "Afghan government has begun", (0, .words("2021-08/2025-05-26", in: "Date")),
      (1, .new("group", named: "Afghan Taliban", in: "Who acted")), (1, .party("Pakistan", in: "To whom")))
    try await user.correct(
      "Pakistan has long urged", (0, .words("2021-08/2025-03", in: "Date")), (1, .party("Afghan T", in: "To whom")))
    try await user.correct(
      "Pakistani delegation", (1, .new("official", named: "Muhammad Sadiq Khan", in: "Who acted")))
    try await user.correct("Afghan officials presented", (0, .party("Pakistan", in: "To whom")))
    try await user.correct("Pakistan lodged", (0, .words("2021-08/2025-03", in: "Date")))
    try await user.decide("a", on: "Both sides agreed")
    try await user.correct(
      "Islamabad relaxed", (0, .words("2025-04-19/2025-05-26", in: "Date")), (0, .party("Afghanistan", in: "To whom")))
    try await user.correct(
      "Afghan authorities detained", (0, .words("2021-08/2025-05-26", in: "Date")),
      (1, .party("Afghan T", in: "Who acted")), (1, .party("Pakistan", in: "To whom")))
    try await user.correct(
      "All were intercepted", (0, .words("2021-08/2025-05-26", in: "Date")),
      (1, .new("organization", named: "Pakistani forces", in: "Who acted")))
    try await user.wait("the text has the focus", until: "document.activeElement.id === 'source-text'")
  }

  // MARK: What is not

  private func add(_ user: WorkbenchUser) async throws {
    // The headline.
    try await user.next("p")
    try await user.add(
      .party("Pakistan", in: "Between"), .party("Afghanistan", in: "And"), .words("2025-03/..", in: "During"),
      .words("thawing", in: "In a few words"))
    // The section and the date are no claims.
    try await user.press("u", "u")
    try await user.next("c")
    try await user.add(.party("begun targeting", in: "Claim"))
    try await user.next("c")
    try await user.add(.party("thawing", in: "Claim"))
    try await user.addDiscord()
    try await user.addGovernment()
    try await user.next("c")
    try await user.add(.party("presented evidence", in: "Claim"))
    try await user.addArrestsAndAttacks()
    try await user.next("l")
    try await user.add(
      .party("protests", in: "Event"), .words("leads", in: "Link"), .party("arrest Afghans", in: "Other event"))
    try await user.addVisit()
    // The heading says nothing by itself.
    try await user.press("u")
    try await user.addStepsAndOffices()
    try await user.addOffice()
  }
}
