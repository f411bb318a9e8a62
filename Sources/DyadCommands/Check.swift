internal import ArgumentParser
internal import DyadContent
internal import DyadCore
internal import DyadFormats
internal import DyadReport
internal import Foundation

/// `dyad check`
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Validate a dossier and verify its quotes against the source texts.",
    discussion: """
      With --review, a second reader holds each claim against its quotes and the sentences around them. --accept stores a \
      review with a digest of the claim in 'reviews.yaml' of the dossier; a later change of the claim makes the review stale.
      """)

  @Argument(help: "The dossiers: YAML files, folders of them, or - for standard input.", completion: .file())
  var dossiers: [String]

  @Flag(help: "Treat a claim without a source as an error.")
  var requireSources = false

  @Flag(help: "Also warn of what is valid and surprising, by the rules of the manual.")
  var lint = false

  @Option(
    defaultAsFlag: Coverage.Form.text, parsing: .next,
    help: ArgumentHelp("List the passages of the source texts that no claim quotes.", valueName: "form"))
  var coverage: Coverage.Form?

  @Option(
    help: ArgumentHelp(
      "The store of events in which counts and cited rows are looked up (default: the 'store' of each table of counts).",
      valueName: "file"), completion: .file())
  var store: String?

  @OptionGroup(title: "Review") var review: ReviewArguments

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file for the coverage or the review (default: standard output).", valueName: "file"))
  var output: String?

  func validate() throws {
    guard review.review else { return }
    if coverage != nil { throw ValidationError("Give --coverage or --review, not both.") }
    if dossiers.count != 1 { throw ValidationError("--review takes one dossier.") }
    if ReviewForm(of: output) == nil { throw ValidationError("Give a file that ends in .md or .html.") }
  }

  func run() throws {
    if review.review { return try writeReview(of: dossiers[0]) }
    var failure: ExitCode?
    var reports: [Coverage] = []
    for path in dossiers {
      let checked: Checked<Linked>
      do { checked = try linked(path) } catch let error as Failure {
        // The other dossiers are still checked; a failure of the environment outranks an error in the input.
        Terminal.report("error: \(error.message)")
        if failure != Failure.environmentFailed { failure = error.status }
        continue
      }
      if path == dossiers.last { UntilExit.keep(checked) }
      let graph = checked.value.graph
      let counted = try CountCheck.findings(of: graph, in: checked.value.dossiers, at: path, store: store)
      Terminal.report(checked.diagnostics + graph.changes(in: checked.value.dossiers) + counted)
      let isValid = checked.errors.isEmpty && !counted.contains { $0.severity == .error }
      if !isValid { failure = failure ?? Failure.inputErrors }
      if coverage != nil {
        reports += Coverage.all(of: graph)
      } else if isValid {
        let reviews = graph.reviews.isEmpty ? "" : "; \(ReviewSheet(of: graph, openOnly: true).counts)"
        let count = checked.value.dossiers.map(\.drafts.count).reduce(0, +)
        let drafts = count == 0 ? "" : "; \(count) draft\(count == 1 ? "" : "s")"
        Terminal.report("\(path): \(graph.summary)\(drafts)\(reviews)")
      }
    }
    if let coverage { try Output.write(Array(coverage.write(reports).utf8), to: output ?? "-") }
    if let failure { throw failure }
  }

  /// A graph with the dossiers that it was linked from, which have the places of reviews.
  private struct Linked {
    var dossiers: [Dossier]
    var graph: KnowledgeGraph
  }

  private func linked(_ path: String) throws -> Checked<Linked> {
    try DossierArguments.reader(of: path)(path).then { dossiers in
      let linked = KnowledgeGraph.linking(dossiers, requiringSources: requireSources, linting: lint)
      return Checked(
        Linked(dossiers: dossiers, graph: linked.value),
        linked.diagnostics + KnowledgeGraph.draftFindings(in: dossiers))
    }
  }

  // MARK: Review

  /// Stores the accepted reviews, then writes the review, unless only reviews were asked to be stored.
  private func writeReview(of path: String) throws {
    var checked = try linked(path)
    let isValid = checked.errors.isEmpty
    if review.accepts, isValid {
      try ReviewStore(of: path, checked.value.dossiers).add(try review.reviews(of: checked.value.graph))
      checked = try linked(path)
    }
    // After storing, so that a claim that has just been accepted again is not reported as changed.
    Terminal.report(checked.diagnostics + checked.value.graph.changes(in: checked.value.dossiers))
    if review.accepts {
      guard isValid else { throw Failure.inputErrors }
      guard output != nil else { return }
    }
    let sheet = ReviewSheet(of: checked.value.graph, openOnly: review.unreviewed)
    let text =
      switch ReviewForm(of: output) ?? .markdown {
      case .markdown: sheet.markdown
      case .html: ReviewPage(sheet).html
      }
    try Output.write(Array(text.utf8), to: output ?? "-")
    if !isValid { throw Failure.inputErrors }
  }
}

extension KnowledgeGraph {
  /// Reviews whose claims have changed, and sources whose texts have.
  fileprivate func changes(in dossiers: [Dossier]) -> [Diagnostic] {
    staleReviews(in: dossiers) + changedTexts(in: dossiers)
  }
}
