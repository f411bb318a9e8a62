internal import ArgumentParser
internal import DyadContent
internal import DyadCore
internal import DyadDrawing
internal import Foundation

/// `dyad verify`
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check whether pictures are up to date with a dossier: current, stale, or foreign.",
    discussion: """
      A picture in SVG or PNG carries its request and a digest of each claim that it shows. The exit code is 0 if all are \
      current, and 1 if one is not.
      """)

  @Argument(help: "The pictures, as SVG or PNG.", completion: .file())
  var pictures: [String]

  @Option(help: ArgumentHelp("The dossier to compare them with.", valueName: "dossier"))
  var against: String

  func run() throws {
    let graph = try DossierArguments.graph(of: against)
    var isCurrent = true
    for path in pictures {
      let drawn = try DrawnPicture(path)
      if drawn.isChanged { Terminal.report("warning: '\(path)' was changed after it was drawn") }
      let verdict = try drawn.verdict(against: graph)
      isCurrent = isCurrent && verdict == .current
      try Terminal.result("\(path): \(drawn.describe(verdict))")
      try drawn.differences(verdict, in: graph).forEach { try Terminal.result("  \($0)") }
    }
    if !isCurrent { throw Failure.inputErrors }
  }
}

/// A picture that was drawn before, with the recipe that it carries.
struct DrawnPicture {
  let path: String
  let bytes: [UInt8]
  /// The recipe, or `nil` if the picture carries none.
  let recipe: Recipe?
  /// Whether its bytes differ from those that were drawn.
  let isChanged: Bool

  init(_ path: String) throws {
    try DossierArguments.requireReadable(path)
    guard let content = FileManager.default.contents(atPath: path) else {
      throw Failure.environment("'\(path)' cannot be read")
    }
    (self.path, bytes) = (path, Array(content))
    let read = Recipe.read(from: bytes)
    (recipe, isChanged) = (read?.recipe, read.map { !$0.isUntouched } ?? false)
  }

  /// Whether the picture is up to date with the graph; foreign if it carries no recipe or compares two dossiers.
  func verdict(against graph: KnowledgeGraph) throws -> Verdict {
    guard let recipe, let remade = try? recipe.remade(from: graph) else { return .foreign }
    return Verdict(on: recipe, redrawn: remade)
  }

  func describe(_ verdict: Verdict) -> String {
    guard let recipe else { return "foreign: it carries no recipe" }
    if case .versions = recipe.request.kind { return "foreign: it compares two dossiers" }
    switch verdict {
    case .current: return "current"
    case .foreign: return "foreign: it was drawn from '\(recipe.dossier.title)'"
    case .stale(let differences):
      return switch differences.count {
      case 0: "stale: the claims that it omits differ"
      case 1: "stale: one of its claims differs"
      default: "stale: \(differences.count) of its claims differ"
      }
    }
  }

  /// A line for each claim that differs.
  func differences(_ verdict: Verdict, in graph: KnowledgeGraph) -> [String] {
    guard case .stale(let differences) = verdict else { return [] }
    let text = SnapshotText(graph.snapshot(at: .ever))
    return differences.map { difference in
      let line = text.line(ofClaim: difference.claim).map { ": \($0)" } ?? ""
      return "\(difference.how.rawValue) \(difference.claim)\(line)"
    }
  }
}
