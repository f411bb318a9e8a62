import DyadCore
import DyadDrawing
import DyadFormats
import DyadSyntax
import Graphviz

/// Layouts and paintings in one process, with the memory after every thousand.
///
/// Of twenty rounds, ten measure labels as a new dossier needs it, with a layout of dot, eight paint SVG, one PNG and one
/// PDF; `only` is one of `layout`, `svg`, `png` and `pdf` for all rounds.
@MainActor func measureMemory(rounds: Int, only: String?) async throws {
  let pictures = try await PaintedPicture.all
  var sizes: [Double] = []
  let took = try await seconds {
    for round in 0..<rounds {
      let mixed = round % 20 < 10 ? "layout" : round % 20 < 18 ? "svg" : round % 20 == 18 ? "png" : "pdf"
      let picture = pictures[round / 20 % pictures.count]
      switch only ?? mixed {
      case "layout": try await picture.measure(round)
      case "png": _ = try await picture.picture.rendering(as: .png)
      case "pdf": _ = try await picture.picture.rendering(as: .pdf)
      default: _ = try await picture.picture.rendering(as: .svg)
      }
      guard (round + 1) % max(1, rounds / 10) == 0 else { continue }
      sizes.append(megabytes())
      say("\(round + 1) rounds: \(rounded(megabytes())) MB")
    }
  }
  // At first fonts and plug-ins are loaded, and the allocator finds its size.
  let warm = sizes.count / 5
  let thousands = Double(sizes.count - 1 - warm) * Double(rounds) / 10_000
  let growth = sizes.count > warm + 1 ? (sizes[sizes.count - 1] - sizes[warm]) / thousands : 0
  say("\(rounds) rounds in \(rounded(took)) s; growth \(rounded(growth)) MB for each thousand")
}

/// A picture of an example, laid out, with the words that it measures.
private struct PaintedPicture {
  var picture: Picture
  var words: [String]

  static var all: [PaintedPicture] {
    get async throws {
      var all: [PaintedPicture] = []
      let requests: [(String, PictureRequest)] = [
        ("pakistan-afghanistan", PictureRequest(.between("pakistan", "afghanistan"), .state(at(2025, 5, 26)))),
        ("pakistan-afghanistan", PictureRequest(.around("pakistan", hops: 1), .state(at(2021, 7, 1)))),
        ("egypt-israel", PictureRequest(.between("egypt", "israel"), .state(at(1973, 10, 7)))),
        ("archipelago", PictureRequest(.everyone, .state(at(2024, 6, 1)))),
        ("archipelago", PictureRequest(.everyone, .state(at(2024, 6, 1)), form: .matrix)),
      ]
      for (name, request) in requests {
        let graph = try DossierReader.read("examples/\(name)").then { KnowledgeGraph.linking($0) }.get()
        let words = graph.entities.keys.map { graph.shortName(of: $0) } + graph.events.values.map(\.what)
        all.append(PaintedPicture(picture: try await request.picture(of: graph), words: words.sorted()))
      }
      return all
    }
  }

  private static func at(_ year: Int, _ month: Int, _ day: Int) -> Moment {
    Moment(on: Day(year, month, day) ?? Day(number: 0))
  }

  /// Measures words and cards that no cache knows.
  func measure(_ round: Int) async throws {
    let measurements = Measurements()
    let face = round % 2 == 0 ? Face.body : .head
    let parts = Set(words.prefix(40).flatMap { $0.split(separator: " ").map(String.init) })
    _ = try await measurements.widths(of: Set(parts.map { MeasuredWord(text: $0, face: face) }))
    let cards = words.prefix(20).enumerated().map { index, text in
      let rows = text.split(separator: " ").map {
        "<tr><td align=\"left\">\(DyadSyntax.XMLText.escaped(String($0)))</td></tr>"
      }
      return Node("card-\(index)", ["shape": "plain", "label": .html("<table border=\"0\">\(rows.joined())</table>")])
    }
    _ = try await measurements.sizes(of: cards)
  }
}
