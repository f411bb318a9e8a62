import DyadCore
import DyadTestSupport
import Testing

/// What belongs to itself, among memberships and among links between events.
@Suite struct CirclesTests {
  private static func returns(to start: Int, by steps: [Int: [Int]]) -> Bool {
    var seen: Set<Int> = []
    var next = steps[start] ?? []
    while let one = next.popLast() {
      if one == start { return true }
      if seen.insert(one).inserted { next += steps[one] ?? [] }
    }
    return false
  }

  @Test(arguments: 0..<60) func theMembersOfCirclesAreThoseThatReturnToThemselves(seed: Int) {
    var random = Seeded(seed)
    let count = Int.random(in: 1...12, using: &random)
    var steps: [Int: [Int]] = [:]
    for _ in 0..<Int.random(in: 0...count * 2, using: &random) {
      steps[Int.random(in: 0..<count, using: &random), default: []].append(Int.random(in: 0..<count, using: &random))
    }
    #expect(Circles(steps).members == Set((0..<count).filter { Self.returns(to: $0, by: steps) }))
  }

  /// One finding for each circle of homes, and none for what leads into it.
  @Test(arguments: 0..<60) func everyCircleOfMembershipsIsReportedOnce(seed: Int) {
    var random = Seeded(seed)
    let count = Int.random(in: 1...12, using: &random)
    var dossier = Dossier(title: "Circles")
    var homes: [Int: [Int]] = [:]
    for index in 0..<count {
      let home = Bool.random(using: &random) ? nil : Int.random(in: 0..<count, using: &random)
      homes[index] = home.map { [$0] } ?? []
      let id = Entity.ID("g\(index + 10)")
      dossier.entities.append(Located(Entity(id, .group, name: "G", home: home.map { Entity.ID("g\($0 + 10)") })))
    }
    let circular = Circles(homes).members
    let found = KnowledgeGraph.linking([dossier]).diagnostics.filter { $0.code == .cycle }
    // Each group has one home, so that circles have no member in common.
    var circles: Set<Set<Int>> = []
    for member in circular {
      var (circle, next): (Set<Int>, Int) = ([], member)
      while circle.insert(next).inserted { next = homes[next]![0] }
      circles.insert(circle)
    }
    #expect(found.count == circles.count)
  }

  @Test func aPhaseThatOverlapsManyHasOneWarning() {
    var dossier = Dossier(title: "Phases")
    dossier.entities = [Located(Entity("a", .state, name: "A")), Located(Entity("b", .state, name: "B"))]
    let phases = (0..<500).map { Phase(Phase.ID("p\($0)"), during: Interval("2000/2020")!) }
    dossier.relations = [Located(Relation("r", "ties", between: "a", "b", phases: phases))]
    let warnings = KnowledgeGraph.linking([dossier]).diagnostics
    #expect(warnings.count == 499 && warnings.allSatisfy { $0.code == .overlappingPhases })
  }

  /// A pair of phases overlaps if and only if there is a warning.
  @Test(arguments: 0..<60) func phasesThatOverlapAreFound(seed: Int) {
    var random = Seeded(seed)
    var dossier = Dossier(title: "Phases")
    dossier.entities = [Located(Entity("a", .state, name: "A")), Located(Entity("b", .state, name: "B"))]
    let phases = (0..<Int.random(in: 1...5, using: &random)).map { index in
      let year = Int.random(in: 2000...2030, using: &random)
      return Phase(
        Phase.ID("p\(index)"), during: Interval("\(year)/\(year + Int.random(in: 0...6, using: &random))")!)
    }
    dossier.relations = [Located(Relation("r", "ties", between: "a", "b", phases: phases))]
    let overlapping = phases.indices.filter { index in
      phases[..<index].contains { earlier in
        max(earlier.during.starts.upperBound, phases[index].during.starts.upperBound)
          < min(earlier.during.ends.lowerBound, phases[index].during.ends.lowerBound)
      }
    }
    let warnings = KnowledgeGraph.linking([dossier]).diagnostics.filter { $0.code == .overlappingPhases }
    #expect(warnings.isEmpty == overlapping.isEmpty)
  }
}
