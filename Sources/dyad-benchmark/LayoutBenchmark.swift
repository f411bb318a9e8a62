import DyadContent
import DyadCore
import DyadDrawing
import DyadFormats
import DyadSyntax
import Foundation
import Graphviz

/// A line of JSON for each of ten networks: the sizes of its boxes, its edges, the area, and the positions that dyad gives
/// them. `scripts/measure-layouts.py` compares them with the layouts of other programs.
@MainActor func printLayouts() async throws {
  for network in try MeasuredNetwork.all { say(try await network.line()) }
}

/// A network whose layout is measured.
private struct MeasuredNetwork {
  var name: String
  var diff: GraphDiff
  var filter: Filter = .none

  static var all: [MeasuredNetwork] {
    get throws {
      let archipelago = try dossier("archipelago").snapshot(at: Moment(on: day(2024, 6, 1)))
      let strong = Filter(only: ["state", "relations"], minimumTone: 4)
      return [
        MeasuredNetwork(name: "Archipelago, all", diff: GraphDiff(archipelago)),
        MeasuredNetwork(name: "Archipelago, strong ties of states", diff: GraphDiff(archipelago), filter: strong),
        MeasuredNetwork(name: "Pakistan and Afghanistan", diff: try example("pakistan-afghanistan", day(2025, 5, 26))),
        MeasuredNetwork(name: "Armenia and Azerbaijan", diff: try example("armenia-azerbaijan", day(2024, 12, 31))),
        drawn("Families of Florence", Edges.florence), drawn("Karate club", Edges.karate),
        drawn("Dodecahedron", Edges.dodecahedron), drawn("Random, 60", Edges.random(60, ties: 90, seed: 2)),
        drawn("Random with hubs, 50", Edges.hubs(50, seed: 1)),
        drawn("Random with hubs, 100", Edges.hubs(100, seed: 4)),
      ]
    }
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> Day { Day(year, month, day) ?? Day(number: 0) }

  private static func dossier(_ name: String) throws -> KnowledgeGraph {
    try DossierReader.read("examples/\(name)").then { KnowledgeGraph.linking($0) }.get()
  }

  private static func example(_ name: String, _ day: Day) throws -> GraphDiff {
    GraphDiff(try dossier(name).snapshot(at: Moment(on: day)))
  }

  /// A dossier with a relation for each edge.
  private static func drawn(_ name: String, _ edges: [(Int, Int)]) -> MeasuredNetwork {
    var dossier = Dossier(title: name)
    let count = (edges.flatMap { [$0.0, $0.1] }.max() ?? 0) + 1
    let syllables = ["ar", "bel", "cor", "dun", "el", "fa", "gor", "hu", "il", "jo", "kam", "lor"]
    dossier.entities = (0..<count).map { index in
      let name = syllables[index % 12] + syllables[index / 12 % 12] + (index % 3 == 0 ? "ia" : "")
      return Located(Entity(Entity.ID("party-\(index)"), .state, name: name.capitalized))
    }
    dossier.relations = edges.enumerated().map { index, edge in
      let phase = Phase(Phase.ID("phase-\(index)"), tone: index % 3 == 0 ? Tone(-4) : Tone(4), during: .always)
      return Located(
        Relation(
          Relation.ID("relation-\(index)"), "ties", from: Entity.ID("party-\(edge.0)"),
          to: Entity.ID("party-\(edge.1)"), phases: [phase]))
    }
    return MeasuredNetwork(
      name: name, diff: GraphDiff(KnowledgeGraph.linking([dossier]).value.snapshot(at: .ever)))
  }

  func line() async throws -> String {
    let view = View(.everyone, filter: filter, blocs: .none)
    let composition = try await Composition.fitting(.page) {
      Content(diff, of: view, options: ContentOptions(detail: $0))
    }
    let parties = composition.content.figures.map(\.id)
    let boxes = parties.compactMap { composition.layout.nodes["entity-\($0)"]?.box }
    let places = Dictionary(uniqueKeysWithValues: parties.enumerated().map { ($1, $0) })
    let edges = composition.content.lines.compactMap { line in
      line.to.flatMap { places[$0] }.flatMap { to in places[line.from].map { [$0, to] } }
    }
    let left = boxes.map(\.minX).min() ?? 0
    let bottom = boxes.map(\.minY).min() ?? 0
    let area = [(boxes.map(\.maxX).max() ?? 0) - left, (boxes.map(\.maxY).max() ?? 0) - bottom]
    let record = Record(
      name: name, sizes: boxes.map { [$0.width, $0.height] }, edges: edges, area: area,
      centers: boxes.map { [$0.center.x - left, $0.center.y - bottom] })
    return try JSONValue(encoding: record).text()
  }

  private struct Record: Encodable {
    var name: String
    var sizes: [[Double]]
    var edges: [[Int]]
    var area: [Double]
    var centers: [[Double]]
  }
}

/// The edges of known and of random networks.
private enum Edges {
  /// Marriages between families of Florence in the 15th century (Padgett and Ansell, 1993).
  static let florence = pairs(
    "0-1 1-2 1-3 1-4 1-5 2-6 4-7 5-8 5-9 6-9 3-10 3-11 10-12 10-11 11-9 1-13 13-14 8-1 6-3 12-9")

  /// Friendships in a karate club (Zachary, 1977).
  static let karate = pairs(
    """
    0-1 0-2 0-3 0-4 0-5 0-6 0-7 0-8 0-10 0-11 0-12 0-13 0-17 0-19 0-21 0-31 1-2 1-3 1-7 1-13 1-17 1-19 1-21 1-30 2-3 2-7 \
    2-8 2-9 2-13 2-27 2-28 2-32 3-7 3-12 3-13 4-6 4-10 5-6 5-10 5-16 6-16 8-30 8-32 8-33 9-33 13-33 14-32 14-33 15-32 \
    15-33 18-32 18-33 19-33 20-32 20-33 22-32 22-33 23-25 23-27 23-29 23-32 23-33 24-25 24-27 24-31 25-31 26-29 26-33 \
    27-33 28-31 28-33 29-32 29-33 30-32 30-33 31-32 31-33 32-33
    """)

  static let dodecahedron = pairs(
    """
    0-1 1-2 2-3 3-4 4-0 0-5 1-6 2-7 3-8 4-9 5-10 10-6 6-11 11-7 7-12 12-8 8-13 13-9 9-14 14-5 10-15 11-16 12-17 13-18 \
    14-19 15-16 16-17 17-18 18-19 19-15
    """)

  private static func pairs(_ text: String) -> [(Int, Int)] {
    text.split(separator: " ").compactMap { pair in
      let ends = pair.split(separator: "-").compactMap { Int($0) }
      return ends.count == 2 ? (ends[0], ends[1]) : nil
    }
  }

  static func random(_ count: Int, ties: Int, seed: UInt64) -> [(Int, Int)] {
    var numbers = Numbers(state: seed)
    var found: Set<[Int]> = []
    while found.count < ties {
      let (one, other) = (numbers.below(count), numbers.below(count))
      if one != other { found.insert([min(one, other), max(one, other)]) }
    }
    return found.map { ($0[0], $0[1]) }.sorted { $0 < $1 }
  }

  /// Each further party has two ties, with others in proportion to their ties (Barabási and Albert, 1999).
  static func hubs(_ count: Int, seed: UInt64) -> [(Int, Int)] {
    var numbers = Numbers(state: seed)
    var edges = [(0, 1), (0, 2), (1, 2)]
    for party in 3..<count {
      let ends = edges.flatMap { [$0.0, $0.1] }
      var chosen: [Int] = []
      while chosen.count < 2 {
        let end = ends[numbers.below(ends.count)]
        if !chosen.contains(end) { chosen.append(end) }
      }
      edges += chosen.map { ($0, party) }
    }
    return edges
  }

  /// A linear congruential generator (Knuth's MMIX).
  private struct Numbers {
    var state: UInt64

    mutating func below(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(limit))
    }
  }
}
