import DyadTestSupport
import Graphviz
import Testing

import DyadDrawing

@Suite struct CandidatesTests {
  /// The result of the search if every number up to a limit fits, and the numbers that it tried.
  private func search(_ candidates: Candidates<Int>, fitting most: Int) async throws -> (found: Int?, tried: [Int]) {
    var tried: [Int] = []
    let make = { (number: Int) async throws(Graph.Failure) -> Int? in
      tried.append(number)
      return number
    }
    let found = try await candidates.best(make) { $0 <= most }
    return (found, tried)
  }

  @Test(arguments: 0..<40)
  func theCandidateWithTheMostThatFitsIsFound(seed: Int) async throws {
    var random = Seeded(seed)
    let count = Int.random(in: 1...200, using: &random)
    let most = Int.random(in: 0...count, using: &random)
    let all = Array((0...count).reversed())
    let stepwise = try await search(Candidates(stepwise: all), fitting: most)
    #expect(stepwise.found == most)
    let bisected = try await search(Candidates(stepwise: [count + 2, count + 1], bisected: all), fitting: most)
    #expect(bisected.found == most)
    #expect(bisected.tried.count <= 12, "bisection makes few pictures")
  }

  @Test func ifNoneFitsTheLeastIsUsed() async throws {
    #expect(try await search(Candidates(stepwise: [3, 2, 1]), fitting: 0).found == 1)
    #expect(try await search(Candidates(stepwise: [5], bisected: [3, 2, 1]), fitting: 0).found == 1)
  }

  @Test func equalPicturesAreMadeOnce() async throws {
    let make = { (number: Int) async throws(Graph.Failure) -> Int? in number == 2 ? nil : number }
    #expect(try await Candidates(stepwise: [3, 2, 1]).best(make) { $0 < 3 } == 1)
    #expect(try await Candidates(stepwise: [3, 2]).best(make) { $0 < 3 } == 3)
  }
}
