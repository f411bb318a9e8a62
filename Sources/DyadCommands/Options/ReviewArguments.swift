internal import ArgumentParser
internal import DyadContent
internal import DyadCore
internal import Foundation

/// The options of `dyad check --review`.
struct ReviewArguments: ParsableArguments {
  @Flag(
    help: "Write each claim beside its quotes, for a second reader; the suffix of --output selects Markdown or HTML.")
  var review = false

  @Flag(help: "List only claims that are not reviewed, or that changed since.")
  var unreviewed = false

  @Option(parsing: .upToNextOption, help: ArgumentHelp("Mark these claims as reviewed.", valueName: "id"))
  var accept: [String] = []

  @Flag(help: "Mark every claim as reviewed that is not, or that changed since.")
  var acceptAll = false

  @Option(help: ArgumentHelp("The name of the reviewer, with --accept and --accept-all.", valueName: "name"))
  var by: String?

  @Option(help: ArgumentHelp("The date of the review (default: today).", valueName: "date"))
  var on: PartialDate?

  var accepts: Bool { acceptAll || !accept.isEmpty }

  func validate() throws {
    let needing = [
      (unreviewed, "--unreviewed"), (!accept.isEmpty, "--accept"), (acceptAll, "--accept-all"), (by != nil, "--by"),
      (on != nil, "--on"),
    ]
    if !review, let first = needing.first(where: \.0) { throw ValidationError("\(first.1) requires --review.") }
    if acceptAll, !accept.isEmpty { throw ValidationError("Give --accept or --accept-all, not both.") }
    let name = by?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
    if accepts, name.isEmpty { throw ValidationError("--accept and --accept-all require --by with a name.") }
    if !accepts, by != nil || on != nil { throw ValidationError("--by and --on require --accept or --accept-all.") }
  }

  /// The reviews to write: of the named claims, or of all that are not reviewed; ends the run for an unknown id.
  func reviews(of graph: KnowledgeGraph) throws -> [Review] {
    let known = ReviewSheet.claims(of: graph)
    if let unknown = accept.first(where: { !known.contains($0) }) { throw Failure.unknown("claim", unknown, known) }
    let (states, digests) = (graph.reviewStates, graph.reviewDigests)
    let chosen = acceptAll ? known.filter { states[$0]?.isOpen ?? true } : Set(accept).sorted()
    let date = on ?? ReviewArguments.today
    return chosen.map { Review(Review.ID($0), by: by ?? "", on: date, digest: digests[$0] ?? "") }
  }

  private static var today: PartialDate {
    let parts = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: .now)
    let day = Day(parts.year ?? 1, parts.month ?? 1, parts.day ?? 1)
    return PartialDate(day ?? .distantPast)
  }
}

/// The format of a review.
enum ReviewForm: String {
  case markdown, html

  static let suffixes: [String: ReviewForm] = ["md": .markdown, "markdown": .markdown, "html": .html, "htm": .html]

  /// The form of the file's suffix, Markdown on standard output; `nil` for an unknown suffix.
  init?(of output: String?) {
    guard let output, output != "-" else {
      self = .markdown
      return
    }
    guard let form = ReviewForm.suffixes[URL(fileURLWithPath: output).pathExtension.lowercased()] else { return nil }
    self = form
  }
}
