import DyadTestSupport
import Foundation
import Testing

/// The shipped article, from nothing to a dossier, as its reader makes it.
@Suite(.serialized, .checked(by: .browser)) struct ArticleTests {
  /// From one passage that no claim quotes to the next, each becomes a claim.
  @Test func theArticleBecomesADossierByKeysAndClicksAlone() async throws {
    try await Bench.with(Article.beginning, texts: ["thaw.txt": Article.text()]) { bench in
      let user = bench.user
      try await read(user)
      #expect(try await user.coverage() >= 90)
      let made = try bench.text()
      #expect(difference(from: Article.byWorkbench, made) == nil)
      let effort = """
        \(user.claims) claims of the article
        by hand: \(Article.effort(keys: made.count - Article.beginning.count, decisions: user.claims))
        in the workbench: \(Article.effort(of: user))

        """
      #expect(difference(from: Article.golden.appendingPathComponent("workbench-effort.txt"), effort) == nil)
      #expect(try Tool.run(["check", "dossier.yaml"], in: bench.dossier.deletingLastPathComponent()).status == 0)
    }
  }

  private func next(_ user: WorkbenchUser, _ kind: Key) async throws { try await user.press("u", kind) }

  private func read(_ user: WorkbenchUser) async throws {
    // The headline: a relation of two states that the dossier does not have yet.
    try await next(user, "p")
    try await user.add(
      .new("state", named: "Pakistan", in: "Between"), .new("state", named: "Afghanistan", in: "And"),
      .words("2025-03/..", in: "During"), .words("thawing", in: "In a few words"))
    try await next(user, "e")
    try await user.add(
      .words("The Afghan Taliban begin to target extremist factions", in: "What happened"),
      .words("2021-08/2025-05-26", in: "Date"), .words("Coerce", in: "Type"),
      .new("group", named: "Afghan Taliban", in: "Who acted"), .party("Pakistan", in: "To whom"))
    // The section and the date are no claims.
    try await user.press("u", "u")
    try await next(user, "c")
    try await user.add(.party("begin to target", in: "Claim"))
    try await next(user, "c")
    try await user.add(.party("thawing", in: "Claim"))
    try await next(user, "p")
    try await user.add(
      .words("operates-from", in: "Kind"), .new("group", named: "Tehreek-e-Taliban Pakistan", in: "From"),
      .party("Afghanistan", in: "To"), .words("[..2025-02]/..", in: "During"),
      .words("a major source of discord", in: "In a few words"))
    try await next(user, "e")
    try await user.add(
      .words("Pakistan urges the Afghan Taliban to act", in: "What happened"), .words("2021-08/2025-03", in: "Date"),
      .words("Request", in: "Type"), .party("Pakistan", in: "Who acted"), .party("Afghan T", in: "To whom"))
    try await next(user, "e")
    try await user.add(
      .words("A Pakistani delegation visits Kabul", in: "What happened"), .words("2025-03", in: "Date"),
      .words("Consult", in: "Type"), .new("official", named: "Muhammad Sadiq Khan", in: "Who acted"),
      .party("Afghanistan", in: "To whom"))
    try await next(user, "e")
    try await user.add(
      .words("Afghan officials present evidence", in: "What happened"), .words("2025-03", in: "Date"),
      .words("Cooperate", in: "Type"), .party("Afghanistan", in: "Who acted"), .party("Pakistan", in: "To whom"))
    try await next(user, "p")
    try await user.add(
      .words("governs", in: "Kind"), .party("Afghan T", in: "From"), .party("Afghanistan", in: "To"),
      .words("2021-08/..", in: "During"), .words("in power", in: "In a few words"))
    try await next(user, "c")
    try await user.add(.party("present evidence", in: "Claim"))
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
    try await next(user, "e")
    try await user.add(
      .words("Pakistan lodges strong protests", in: "What happened"), .words("2021-08/2025-03", in: "Date"),
      .words("Accuse", in: "Type"), .party("Pakistan", in: "Who acted"), .party("Afghanistan", in: "To whom"))
    try await next(user, "l")
    try await user.add(
      .party("protests", in: "Event"), .words("leads", in: "Link"), .party("arrest", in: "Other event"))
    try await next(user, "e")
    try await user.add(
      .words("Deputy Prime Minister Dar visits Kabul", in: "What happened"), .words("2025-04-19", in: "Date"),
      .words("Consult", in: "Type"), .new("official", named: "Ishaq Dar", in: "Who acted"),
      .party("Afghanistan", in: "To whom"))
    try await next(user, "e")
    try await user.add(
      .words("Both sides agree on commitments", in: "What happened"), .words("2025-04-19", in: "Date"),
      .words("Agree", in: "Type"), .party("Pakistan", in: "Who acted"), .party("Afghanistan", in: "To whom"))
    try await next(user, "e")
    try await user.add(
      .words("Islamabad relaxes conditions of trade", in: "What happened"),
      .words("2025-04-19/2025-05-26", in: "Date"), .words("Concede", in: "Type"), .party("Pakistan", in: "Who acted"),
      .party("Afghanistan", in: "To whom"))
    // The heading says nothing by itself.
    try await user.press("u")
    try await next(user, "e")
    try await user.add(
      .words("Afghan authorities detain those who aided militants", in: "What happened"),
      .words("2021-08/2025-05-26", in: "Date"), .words("Coerce", in: "Type"), .party("Afghan T", in: "Who acted"),
      .party("Pakistan", in: "To whom"))
    try await next(user, "e")
    try await user.add(
      .words("Pakistani forces intercept the militants", in: "What happened"),
      .words("2021-08/2025-05-26", in: "Date"), .words("Assault", in: "Type"),
      .new("organization", named: "Pakistani forces", in: "Who acted"))
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
    // An office is a part of a passage that a claim quotes already; the words are selected with the mouse.
    try await user.select("Deputy Prime Minister Ishaq Dar")
    try await user.wait("the form is open", until: "document.querySelector('#panel form')")
    try await user.click("#panel [value=holding]")
    try await user.add(.party("Pakistan", in: "Of"), .words("[..2025-04-19]/..", in: "During"))
  }
}
