/// What the reader of the article adds in the same way, whether or not proposals were accepted before.
extension WorkbenchUser {
  /// Selects the next sentence, and opens the form of a kind of claim.
  func next(_ kind: Key) async throws { try await press("u", kind) }

  /// The relation that the article calls a source of discord.
  func addDiscord() async throws {
    try await next("p")
    try await add(
      .words("operates-from", in: "Kind"), .new("group", named: "Tehreek-e-Taliban Pakistan", in: "From"),
      .party("Afghanistan", in: "To"), .words("[..2025-02]/..", in: "During"),
      .words("a major source of discord", in: "In a few words"))
  }

  /// Who governs.
  func addGovernment() async throws {
    try await next("p")
    try await add(
      .words("governs", in: "Kind"), .party("Afghan T", in: "From"), .party("Afghanistan", in: "To"),
      .words("2021-08/..", in: "During"), .words("in power", in: "In a few words"))
  }

  /// Two events, the first of them quoted twice.
  func addArrestsAndAttacks() async throws {
    try await next("e")
    try await add(
      .words("The Taliban arrest Afghans who joined the TTP", in: "What happened"),
      .words("2021-08/2025-05-26", in: "Date"), .words("Coerce", in: "Type"), .party("Afghan T", in: "Who acted"),
      .party("Pakistan", in: "To whom"))
    try await next("c")
    try await add(.party("arrest Afghans", in: "Claim"))
    try await next("e")
    try await add(
      .words("Attacks of the TTP in Pakistan grow", in: "What happened"), .words("2021-08/2025-03", in: "Date"),
      .words("Assault", in: "Type"), .party("Tehreek", in: "Who acted"), .party("Pakistan", in: "To whom"))
  }

  /// An event of somebody whom the dossier does not have yet.
  func addVisit() async throws {
    try await next("e")
    try await add(
      .words("Deputy Prime Minister Dar visits Kabul", in: "What happened"), .words("2025-04-19", in: "Date"),
      .words("Consult", in: "Type"), .new("official", named: "Ishaq Dar", in: "Who acted"),
      .party("Afghanistan", in: "To whom"))
  }

  /// What is asked for, quoted three times, and who offers help.
  func addStepsAndOffices() async throws {
    try await next("e")
    try await add(
      .words("Pakistani officials ask for more enduring steps", in: "What happened"),
      .words("2025-04-19/2025-05-26", in: "Date"), .words("Request", in: "Type"), .party("Pakistan", in: "Who acted"),
      .party("Afghan T", in: "To whom"))
    for _ in 1...2 {
      try await next("c")
      try await add(.party("enduring steps", in: "Claim"))
    }
    try await next("p")
    try await add(
      .words("good-offices", in: "Kind"), .new("state", named: "China", in: "From"), .party("Pakistan", in: "To"),
      .words("[..2025-05-26]/..", in: "During"))
  }

  /// An office is a part of a passage that a claim quotes already; the words are selected with the mouse.
  func addOffice() async throws {
    try await select("Deputy Prime Minister Ishaq Dar")
    try await wait("the form is open", until: "document.querySelector('#panel form')")
    try await click("#panel [value=holding]")
    try await add(.party("Pakistan", in: "Of"), .words("[..2025-04-19]/..", in: "During"))
  }
}
