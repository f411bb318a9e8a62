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

  private func read(_ user: WorkbenchUser) async throws {
    // The headline: a relation of two states that the dossier does not have yet.
    try await user.next("p")
    try await user.add(
      .new("state", named: "Pakistan", in: "Between"), .new("state", named: "Afghanistan", in: "And"),
      .words("2025-03/..", in: "During"), .words("thawing", in: "In a few words"))
    try await user.next("e")
    try await user.add(
      .words("The Afghan Taliban begin to target extremist factions", in: "What happened"),
      .words("2021-08/2025-05-26", in: "Date"), .words("Coerce", in: "Type"),
      .new("group", named: "Afghan Taliban", in: "Who acted"), .party("Pakistan", in: "To whom"))
    // The section and the date are no claims.
    try await user.press("u", "u")
    try await user.next("c")
    try await user.add(.party("begin to target", in: "Claim"))
    try await user.next("c")
    try await user.add(.party("thawing", in: "Claim"))
    try await user.addDiscord()
    try await user.next("e")
    try await user.add(
      .words("Pakistan urges the Afghan Taliban to act", in: "What happened"), .words("2021-08/2025-03", in: "Date"),
      .words("Request", in: "Type"), .party("Pakistan", in: "Who acted"), .party("Afghan T", in: "To whom"))
    try await user.next("e")
    try await user.add(
      .words("A Pakistani delegation visits Kabul", in: "What happened"), .words("2025-03", in: "Date"),
      .words("Consult", in: "Type"), .new("official", named: "Muhammad Sadiq Khan", in: "Who acted"),
      .party("Afghanistan", in: "To whom"))
    try await user.next("e")
    try await user.add(
      .words("Afghan officials present evidence", in: "What happened"), .words("2025-03", in: "Date"),
      .words("Cooperate", in: "Type"), .party("Afghanistan", in: "Who acted"), .party("Pakistan", in: "To whom"))
    try await user.addGovernment()
    try await user.next("c")
    try await user.add(.party("present evidence", in: "Claim"))
    try await user.addArrestsAndAttacks()
    try await user.next("e")
    try await user.add(
      .words("Pakistan lodges strong protests", in: "What happened"), .words("2021-08/2025-03", in: "Date"),
      .words("Accuse", in: "Type"), .party("Pakistan", in: "Who acted"), .party("Afghanistan", in: "To whom"))
    try await user.next("l")
    try await user.add(
      .party("protests", in: "Event"), .words("leads", in: "Link"), .party("arrest", in: "Other event"))
    try await user.addVisit()
    try await user.next("e")
    try await user.add(
      .words("Both sides agree on commitments", in: "What happened"), .words("2025-04-19", in: "Date"),
      .words("Agree", in: "Type"), .party("Pakistan", in: "Who acted"), .party("Afghanistan", in: "To whom"))
    try await user.next("e")
    try await user.add(
      .words("Islamabad relaxes conditions of trade", in: "What happened"),
      .words("2025-04-19/2025-05-26", in: "Date"), .words("Concede", in: "Type"), .party("Pakistan", in: "Who acted"),
      .party("Afghanistan", in: "To whom"))
    // The heading says nothing by itself.
    try await user.press("u")
    try await user.next("e")
    try await user.add(
      .words("Afghan authorities detain those who aided militants", in: "What happened"),
      .words("2021-08/2025-05-26", in: "Date"), .words("Coerce", in: "Type"), .party("Afghan T", in: "Who acted"),
      .party("Pakistan", in: "To whom"))
    try await user.next("e")
    try await user.add(
      .words("Pakistani forces intercept the militants", in: "What happened"),
      .words("2021-08/2025-05-26", in: "Date"), .words("Assault", in: "Type"),
      .new("organization", named: "Pakistani forces", in: "Who acted"))
    try await user.addStepsAndOffices()
    try await user.addOffice()
  }
}
