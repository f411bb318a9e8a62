import DyadTestSupport
import Foundation
import Testing

/// `dyad check --review` as a whole process.
@Suite struct ReviewToolTests {
  private let example = packageRoot.appendingPathComponent("examples/egypt-israel").path
  private static let ferry = """
    # The ferry, by hand.
    sources:
      herald: { title: The ferry sails again, published: 2014-05-02, content: "It rained. On 2 May 2014 the quay opened. All cheered." }
    states: { arvane: { name: Arvane }, belmar: { name: Belmar } }
    events:
      quay: { on: 2014-05-02, what: The quay opens, type: AGREE, actors: [arvane], cite: { herald: the quay opened } }   # first
      pier: { on: 2014-05-03, what: The pier opens, type: AGREE, actors: [belmar], cite: { herald: All cheered. } }

    """

  private func ferry(_ folder: URL, _ name: String = "ferry.yaml", _ text: String = ferry) throws {
    try Data(text.utf8).write(to: folder.appendingPathComponent(name))
  }

  private func text(_ name: String, in folder: URL) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
  }

  private let accepting = ["--by", "I. Marrow", "--on", "2026-11-26"]

  @Test(arguments: [("review.md", "# Review: "), ("review.html", "<!doctype html>"), ("R.HTM", "<!doctype html>")])
  func theSuffixSelectsTheForm(name: String, start: String) throws {
    try inTemporaryFolder { folder in
      let outcome = try Tool.run(["check", example, "--review", "-o", name], in: folder)
      #expect(outcome.status == 0 && outcome.output.isEmpty && outcome.messages.isEmpty)
      #expect(try text(name, in: folder).hasPrefix(start))
    }
  }

  @Test func withoutAFileTheReviewIsMarkdownOnStandardOutput() throws {
    try inTemporaryFolder { folder in
      let outcome = try Tool.run(["check", example, "--review"], in: folder)
      #expect(outcome.status == 0 && outcome.text.hasPrefix("# Review: Egypt and Israel"))
      #expect(
        try Tool.run(["check", "-", "--review"], in: folder, input: ReviewToolTests.ferry).text.contains("### 1."))
    }
  }

  @Test(arguments: [
    ["--review", "-o", "review.pdf"], ["--review", "-o", "review"], ["--unreviewed"], ["--accept", "quay"],
    ["--review", "--accept", "quay"], ["--review", "--accept-all", "--by", " "], ["--review", "--by", "I. Marrow"],
    ["--review", "--accept-all", "--accept", "quay", "--by", "x"], ["--review", "--coverage", "text"],
    ["other.yaml", "--review"], ["--review", "--accept-all", "--by", "x", "--on", "soon"],
  ])
  func wrongUsageIsReportedAsSuch(arguments: [String]) throws {
    try inTemporaryFolder { folder in
      try ferry(folder)
      let outcome = try Tool.run(["check", "ferry.yaml"] + arguments, in: folder)
      #expect(outcome.status == 64, "\(outcome.messages)")
      #expect(try text("ferry.yaml", in: folder) == ReviewToolTests.ferry)
    }
  }

  @Test func anAcceptedClaimIsReviewedUntilItChanges() throws {
    try inTemporaryFolder { folder in
      try ferry(folder)
      let accepted = try Tool.run(["check", "ferry.yaml", "--review", "--accept", "quay"] + accepting, in: folder)
      #expect(accepted.status == 0 && accepted.output.isEmpty)
      #expect(accepted.messages == "ferry.yaml: 1 review stored\n")
      // Every line of the file is as it was, with its comments.
      let stored = try text("ferry.yaml", in: folder)
      #expect(stored.hasPrefix(ReviewToolTests.ferry + "\nreviews:\n  quay: { by: I. Marrow, on: 2026-11-26, digest: "))
      #expect(stored.count(where: \.isNewline) == ReviewToolTests.ferry.count(where: \.isNewline) + 3)

      let open = try Tool.run(["check", "ferry.yaml", "--review", "--unreviewed"], in: folder)
      #expect(open.text.contains("`pier`") && !open.text.contains("`quay`"))
      let checked = try Tool.run(["check", "ferry.yaml"], in: folder)
      #expect(checked.status == 0 && checked.messages.contains("2 claims: 1 reviewed, 1 not reviewed"))

      // Another claim and a comment change nothing; the claim itself ends its review.
      let other = stored.replacing("The pier opens", with: "A pier opens").replacing("# first", with: "# then")
      try ferry(folder, "ferry.yaml", other)
      #expect(try !Tool.run(["check", "ferry.yaml"], in: folder).messages.contains("warning"))
      try ferry(folder, "ferry.yaml", other.replacing("The quay opens", with: "A quay opens"))
      let stale = try Tool.run(["check", "ferry.yaml"], in: folder)
      #expect(stale.status == 0)
      #expect(
        stale.messages.hasPrefix(
          "ferry.yaml:10:3: warning: 'quay' has changed since I. Marrow reviewed it on 2026-11-26 [review-stale]\n1 warning\n"
        ))
      let page = try Tool.run(["check", "ferry.yaml", "--review"], in: folder).text
      #expect(page.contains("- [ ] changed since it was reviewed by I. Marrow on 26 Nov 2026 (`quay`)"))

      // It is reviewed again in its place, and the other one after it.
      let all = try Tool.run(
        ["check", "ferry.yaml", "--review", "--accept-all", "--by", "O. Tern", "--on", "2026-12", "-o", "r.md"],
        in: folder)
      #expect(all.status == 0 && all.messages == "ferry.yaml: 2 reviews stored\n")
      #expect(try text("r.md", in: folder).contains("2 claims: 2 reviewed."))
      let lines = try text("ferry.yaml", in: folder).split(separator: "\n").suffix(3)
      #expect(lines.first == "reviews:" && lines.dropFirst().allSatisfy { $0.contains("by: O. Tern, on: 2026-12") })
      let again = try Tool.run(["check", "ferry.yaml", "--review", "--accept-all", "--by", "x"], in: folder)
      #expect(again.status == 0 && again.messages == "every claim is reviewed\n")
    }
  }

  @Test func theReviewsOfAFolderAreAFileOfTheirOwn() throws {
    try inTemporaryFolder { folder in
      let dossier = folder.appendingPathComponent("ferry")
      try FileManager.default.createDirectory(at: dossier, withIntermediateDirectories: true)
      try ferry(dossier)
      let outcome = try Tool.run(["check", "ferry", "--review", "--accept-all", "--by", "I. Marrow"], in: folder)
      #expect(outcome.status == 0 && outcome.messages == "ferry/reviews.yaml: 2 reviews stored\n")
      #expect(try text("ferry.yaml", in: dossier) == ReviewToolTests.ferry)
      let stored = try text("reviews.yaml", in: dossier)
      #expect(stored.hasPrefix("reviews:\n  pier: { by: I. Marrow, on: 20") && stored.contains("\n  quay: "))
      let checked = try Tool.run(["check", "ferry"], in: folder)
      #expect(checked.status == 0 && checked.messages.contains("2 claims: 2 reviewed"))
    }
  }

  @Test func anUnknownClaimIsAnErrorWithASuggestion() throws {
    try inTemporaryFolder { folder in
      try ferry(folder)
      let outcome = try Tool.run(
        ["check", "ferry.yaml", "--review", "--accept", "pier", "quai"] + accepting, in: folder)
      #expect(outcome.status == 1 && outcome.messages == "error: unknown claim 'quai'; did you mean 'quay'?\n")
      #expect(try text("ferry.yaml", in: folder) == ReviewToolTests.ferry)
    }
  }

  @Test func nothingIsAcceptedInADossierWithErrors() throws {
    try inTemporaryFolder { folder in
      let wrong = ReviewToolTests.ferry.replacing("actors: [belmar]", with: "actors: [belmer]")
      try ferry(folder, "ferry.yaml", wrong)
      let outcome = try Tool.run(["check", "ferry.yaml", "--review", "--accept-all"] + accepting, in: folder)
      #expect(outcome.status == 1 && outcome.messages.contains("did you mean 'belmar'"))
      #expect(try text("ferry.yaml", in: folder) == wrong)
      // The valid claims are still listed.
      let page = try Tool.run(["check", "ferry.yaml", "--review"], in: folder)
      #expect(page.status == 1 && page.text.contains("`quay`") && !page.text.contains("`pier`"))
    }
  }

  @Test func aQuoteWithoutATextIsShownAlone() throws {
    try inTemporaryFolder { folder in
      let bare = ReviewToolTests.ferry.replacing(
        ", content: \"It rained. On 2 May 2014 the quay opened. All cheered.\"", with: "")
      try ferry(folder, "ferry.yaml", bare)
      let page = try Tool.run(["check", "ferry.yaml", "--review"], in: folder)
      #expect(page.status == 0)
      #expect(page.text.contains("> **the quay opened**\n\nThe dossier does not contain the text of this source."))
    }
  }

  @Test func reviewsAreStoredInYAMLOnly() throws {
    try inTemporaryFolder { folder in
      try ferry(folder)
      #expect(try Tool.run(["convert", "ferry.yaml", "-o", "ferry.json"], in: folder).status == 0)
      let outcome = try Tool.run(["check", "ferry.json", "--review", "--accept-all"] + accepting, in: folder)
      #expect(outcome.status == 1)
      #expect(outcome.messages == "error: reviews can be stored in dossiers in YAML only, not in 'ferry.json'\n")
    }
  }

  @Test func aReviewIsCarriedByJSONAndCountedByOtherFormats() throws {
    try inTemporaryFolder { folder in
      try ferry(folder)
      _ = try Tool.run(["check", "ferry.yaml", "--review", "--accept-all"] + accepting, in: folder)
      _ = try Tool.run(["convert", "ferry.yaml", "-o", "ferry.json"], in: folder)
      #expect(try Tool.run(["check", "ferry.json"], in: folder).messages.contains("2 claims: 2 reviewed"))
      #expect(
        try Tool.run(["convert", "ferry.yaml", "-o", "ferry.nt"], in: folder).messages.contains("reviews of claims"))
    }
  }

  @Test func aFileThatCannotBeWrittenIsAFailureOfTheEnvironment() throws {
    try inTemporaryFolder { folder in
      let outcome = try Tool.run(["check", example, "--review", "-o", "no/such/review.md"], in: folder)
      #expect(outcome.status == 2 && outcome.messages.contains("'no/such/review.md' cannot be written"))
    }
  }
}
