import DyadCore
import DyadFormats
import DyadTestSupport
import Testing

/// Reviews are written into the text of a dossier, and nothing else is.
@Suite struct ReviewEditTests {
  private func review(_ claim: String, by name: String = "I. Marrow", _ digest: String = "af0c3a9e") -> Review {
    Review(Review.ID(claim), by: name, on: PartialDate("2026-11-26")!, digest: digest)
  }

  private func edited(_ text: String, _ reviews: [Review]) throws -> String {
    try ReviewEdit(of: text, file: "ties.yaml").adding(reviews)
  }

  private let quay = "  quay: { by: I. Marrow, on: 2026-11-26, digest: af0c3a9e }\n"

  @Test func aNewFileHasTheSectionAlone() throws {
    #expect(try edited("", [review("quay")]) == "reviews:\n" + quay)
  }

  @Test func aFileWithoutReviewsGetsThemAtItsEnd() throws {
    let text = "states: { a: { name: A } }   # one\n"
    #expect(try edited(text, [review("quay")]) == text + "\nreviews:\n" + quay)
    #expect(try edited("dossier: A", [review("quay")]) == "dossier: A\n\nreviews:\nline".replacing("line", with: quay))
  }

  @Test func aReviewFollowsTheLastOneAndReplacesThatOfItsClaim() throws {
    let text = """
      # Read twice.
      reviews:
        quay: { by: A, on: 2025, digest: "00000000" } # hurried
        ferry: { by: A, on: 2025, digest: "00000000" }
      # The end.
      views: { all: { } }

      """
    let now = try edited(text, [review("quay"), review("pier")])
    #expect(
      now == """
        # Read twice.
        reviews:
        \(quay)  ferry: { by: A, on: 2025, digest: "00000000" }
        \(quay.replacing("quay", with: "pier"))# The end.
        views: { all: { } }

        """)
  }

  @Test func anEmptySectionIsFilled() throws {
    #expect(try edited("reviews:\n", [review("quay")]) == "reviews:\n" + quay)
  }

  @Test(arguments: [
    "reviews: { quay: { by: A, on: 2025, digest: abc } }\n",
    "reviews:\n  quay:\n    by: A\n    on: 2025\n    digest: abc\n",
    "reviews: { quay: { by: A, on: 2025, digest: abc }, pier: { by: A, on: 2025, digest: abc } }\n",
  ])
  func reviewsThatAreNotOneALineAreRefused(text: String) {
    #expect(throws: ReviewEdit.Refusal.self) { try edited(text, [review("quay")]) }
  }

  /// Ids and names of every sort are read again as they were written.
  @Test(arguments: 0..<20) func whatIsWrittenIsReadAgain(seed: Int) throws {
    let graph = everything(seed: seed)
    let text = String(decoding: Format.named("dossier")!.bytes(of: graph), as: UTF8.self)
    let names = ["I. Marrow", "a: b # c", "yes", "“O’Neill”, Sons", "{x}", "کابل", "-", "007"]
    var expected = graph.reviews
    let reviews = graph.claims.enumerated().map { index, claim in
      review(claim, by: names[index % names.count], ["00000000", "12345678", "1e234567", "abcdef01"][index % 4])
    }
    for review in reviews { expected[review.id] = review }
    // In several steps, of which the first is a single review, and all at once.
    let fresh = Dossier(graph).reviews.isEmpty ? text : text.components(before: "\nreviews:\n")
    let once = try edited(fresh, reviews)
    let steps = [0..<1, 1..<2, 2..<reviews.count / 2, reviews.count / 2..<reviews.count]
    let again = try steps.reduce(fresh) { try edited($0, Array(reviews[$1])) }
    #expect(once == again)
    let read = try DossierReader.read(text: once, file: "x.yaml").then { KnowledgeGraph.linking([$0]) }.get()
    #expect(read.reviews == expected)
    #expect(read.events == graph.events && read.relations == graph.relations && read.entities == graph.entities)
  }
}

extension String {
  fileprivate func components(before mark: String) -> String {
    ranges(of: mark).last.map { String(self[..<$0.lowerBound]) } ?? self
  }
}
