import DyadKit
import Foundation

/// The values that examples in doc comments and pages may use without making them.
///
/// Examples are type-checked as methods of this type and never run, so the values are only declared. Add one here if many
/// examples need it; an example that makes its own values is better.
struct Samples {
  private func given<Value>() -> Value { fatalError("examples are not run") }

  // Dossiers and graphs
  var text: String { given() }
  var dossier: Dossier { given() }
  var dossiers: [Dossier] { given() }
  var graph: KnowledgeGraph { given() }
  var older: KnowledgeGraph { given() }
  var checked: Checked<KnowledgeGraph> { given() }
  var place: SourceLocation { given() }
  func read(_ text: String) -> Checked<Dossier> { given() }

  // Claims
  var event: Event { given() }
  var entente: Phase { given() }
  var tie: Tie { given() }

  // Snapshots and diffs
  var snapshot: Snapshot { given() }
  var january: Snapshot { given() }
  var february: Snapshot { given() }
  var may: Snapshot { given() }
  var diff: GraphDiff { given() }
  var days: [Day] { given() }

  // Content
  var view: View { given() }
  var content: Content { given() }
  var row: Row { given() }
  var timeline: Timeline { given() }
  var report: DiffReport { given() }
  var brief: Brief { given() }

  // Pictures
  var request: PictureRequest { given() }
  var picture: Picture { given() }
  var rendering: Rendering { given() }
  var recipe: Recipe { given() }
  var composition: Composition { given() }
  var film: Film { given() }
  var sheet: Stylesheet { given() }

  // Files
  var file: URL { given() }
  var folder: URL { given() }
  var bytes: [UInt8] { given() }
  func write(_ bytes: [UInt8], to path: String) {}
}
