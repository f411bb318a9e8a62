internal import ArgumentParser
internal import DyadContent
internal import DyadCore
internal import DyadDrawing
internal import Foundation

/// `dyad verify`
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say whether pictures still tell what a dossier tells: current, stale, or foreign.",
    discussion: """
      A picture in SVG or PNG carries how it was made. It is drawn again from the dossier, in thought, and compared claim by \
      claim. Ends with 0 where all are current, with 1 where one is not.
      """)

  @Argument(help: "The pictures, as SVG or PNG.", completion: .file())
  var pictures: [String]

  @Option(help: ArgumentHelp("The dossier to hold them against.", valueName: "dossier"))
  var against: String

  func run() throws {
    let graph = try DossierArguments.graph(of: against)
    var isCurrent = true
    for path in pictures {
      guard let content = FileManager.default.contents(atPath: path) else {
        throw Ending.world("'\(path)' cannot be read")
      }
      guard let (recipe, isUntouched) = Recipe.read(from: Array(content)) else {
        isCurrent = false
        Terminal.result("\(path): foreign: it does not say how it was made")
        continue
      }
      if !isUntouched { Terminal.say("warning: \(path) was changed after it was drawn") }
      let redrawn =
        TimelinePlan(recipe.view, in: graph).map { $0.recipe(of: $0.content) }
        ?? Plan(recipe.view, in: graph).map { $0.recipe(of: $0.content) }
      let verdict = redrawn.map { Verdict(on: recipe, redrawn: $0) }
      isCurrent = isCurrent && verdict == .current
      Verify.tell(path, verdict ?? .foreign, recipe, in: graph)
    }
    if !isCurrent { throw Ending.inputErrors }
  }

  private static func tell(_ path: String, _ verdict: Verdict, _ recipe: Recipe, in graph: KnowledgeGraph) {
    switch verdict {
    case .current: Terminal.result("\(path): current")
    case .foreign: Terminal.result("\(path): foreign: it was drawn from '\(recipe.dossier.title)'")
    case .stale(let differences):
      let what =
        switch differences.count {
        case 0: "what it leaves out differs"
        case 1: "one of its claims differs"
        default: "\(differences.count) of its claims differ"
        }
      Terminal.result("\(path): stale: \(what)")
      let words = SnapshotText(graph.snapshot(at: .ever))
      for difference in differences {
        let line = words.line(ofClaim: difference.claim).map { ": \($0)" } ?? ""
        Terminal.result("  \(difference.how.rawValue) \(difference.claim)\(line)")
      }
    }
  }
}
