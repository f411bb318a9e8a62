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

  private func next(_ user: WorkbenchUser, _ kind: Key) async throws { try await user.press("u", kind) }

  private func add(_ user: WorkbenchUser) async throws {
    // The headline.
    try await next(user, "p")
    try await user.add(
      .party("Pakistan", in: "Between"), .party("Afghanistan", in: "And"), .words("2025-03/..", in: "During"),
      .words("thawing", in: "In a few words"))
    // The section and the date are no claims.
    try await user.press("u", "u")
    try await next(user, "c")
    try await user.add(.party("begun targeting", in: "Claim"))
    try await next(user, "c")
    try await user.add(.party("thawing", in: "Claim"))
    try await next(user, "p")
    try await user.add(
      .words("operates-from", in: "Kind"), .new("group", named: "Tehreek-e-Taliban Pakistan", in: "From"),
      .party("Afghanistan", in: "To"), .words("[..2025-02]/..", in: "During"),
      .words("a major source of discord", in: "In a few words"))
    try await next(user, "p")
    try await user.add(
      .words("governs", in: "Kind"), .party("Afghan T", in: "From"), .party("Afghanistan", in: "To"),
      .words("2021-08/..", in: "During"), .words("in power", in: "In a few words"))
    try await next(user, "c")
    try await user.add(.party("presented evidence", in: "Claim"))
    try await next(user, "e")
    try await user.add(
      .words("The Taliban arrest Afghans who joined the TTP", in: "What happened"),
      .words("2021-08/2025-05-26", in: "Date"), .words("Coerce", in: "Type"), .party("Afghan T", in: "Who acted"),
      .party("Pakistan", in: "To whom"))
    try await next(user, "c")
    try await user.add(.party("arrest Afghans", in: "Claim"))
    try await next(user, "e")
    try await user.add(
      .words("Attacks of the TTP in Pakistan grow", in: "What happened"), .words("2021-08/2025-03", in: "Date"),
      .words("Assault", in: "Type"), .party("Tehreek", in: "Who acted"), .party("Pakistan", in: "To whom"))
    try await next(user, "l")
    try await user.add(
      .party("protests", in: "Event"), .words("leads", in: "Link"), .party("arrest Afghans", in: "Other event"))
    try await next(user, "e")
    try await user.add(
      .words("Deputy Prime Minister Dar visits Kabul", in: "What happened"), .words("2025-04-19", in: "Date"),
      .words("Consult", in: "Type"), .new("official", named: "Ishaq Dar", in: "Who acted"),
      .party("Afghanistan", in: "To whom"))
    // The heading says nothing by itself.
    try await user.press("u")
    try await next(user, "e")
    try await user.add(
      .words("Pakistani officials ask for more enduring steps", in: "What happened"),
      .words("2025-04-19/2025-05-26", in: "Date"), .words("Request", in: "Type"), .party("Pakistan", in: "Who acted"),
      .party("Afghan T", in: "To whom"))
    for _ in 1...2 {
      try await next(user, "c")
      try await user.add(.party("enduring steps", in: "Claim"))
    }
    try await next(user, "p")
    try await user.add(
      .words("good-offices", in: "Kind"), .new("state", named: "China", in: "From"), .party("Pakistan", in: "To"),
      .words("[..2025-05-26]/..", in: "During"))
    try await user.select("Deputy Prime Minister Ishaq Dar")
    try await user.wait("the form is open", until: "document.querySelector('#panel form')")
    try await user.click("#panel [value=holding]")
    try await user.add(.party("Pakistan", in: "Of"), .words("[..2025-04-19]/..", in: "During"))
  }
}
