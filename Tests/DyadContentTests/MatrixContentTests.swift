import DyadCore
import DyadTestSupport
import Testing

import DyadContent

@Suite struct MatrixContentTests {
  private func matrix(_ diff: GraphDiff, _ view: View = View(.everyone, form: .matrix)) throws -> (
    Content, MatrixContent
  ) {
    let content = Content(diff, of: view)
    return (content, try #require(content.layout.matrix))
  }

  @Test(arguments: 0..<60) func bothCellsOfADyadShowTheSame(seed: Int) throws {
    let (content, matrix) = try matrix(GraphDiff(anyGraph(seed: seed).snapshot(at: .ever)))
    #expect(Set(matrix.parties).count == matrix.parties.count)
    #expect(content.figures.map(\.id) == matrix.parties)
    let cells = Dictionary(uniqueKeysWithValues: matrix.cells.map { ([$0.row, $0.column], $0) })
    for cell in matrix.cells {
      let other = try #require(cells[[cell.column, cell.row]])
      #expect(cell.row != cell.column && cell.summary == other.summary)
      let summary = try #require(cell.summary)
      #expect(summary.dyad == Dyad(matrix.parties[cell.row], matrix.parties[cell.column]))
      #expect(cell.pressesColumn == summary.pressed.contains(matrix.parties[cell.column]))
      #expect(!cell.pressesRow && !cell.isChanged)
    }
  }

  @Test(arguments: 0..<60) func aMatrixHasACellForEveryLineOfTheNetwork(seed: Int) throws {
    let diff = GraphDiff(anyGraph(seed: seed).snapshot(at: .ever))
    let lines = Content(diff, of: View(.everyone, blocs: .none)).lines
    let (_, matrix) = try matrix(diff)
    #expect(
      Set(lines.compactMap { line in line.to.map { Dyad(line.from, $0) } })
        == Set(matrix.cells.compactMap { $0.summary?.dyad }))
    #expect(matrix.cells.count == 2 * lines.count)
  }

  @Test func ofMoreThanSixtyPartiesTheStrongestAreShownAndTheOthersCounted() throws {
    let snapshot = try Samples.example("archipelago").snapshot(at: Moment(on: Day(2024, 6, 1)!))
    let (content, matrix) = try matrix(GraphDiff(snapshot))
    #expect(matrix.parties.count == 60)
    #expect(content.omissions.contains { $0.contains("parties with weaker ties not shown") })
    // The members of each bloc are next to each other.
    for frame in matrix.frames {
      let bloc = try #require(content.blocs.first { $0.id == frame.bloc })
      #expect(matrix.parties[frame.members].allSatisfy(bloc.members.contains))
    }
    #expect(matrix.frames.count == 3)
  }

  @Test(arguments: 0..<30) func aDiffHasTheLaterStateAboveTheDiagonalAndTheEarlierOneBelow(seed: Int) throws {
    let graph = anyGraph(seed: seed)
    let (old, new) = (
      graph.snapshot(at: Moment(on: Day(2018, 6, 1)!)), graph.snapshot(at: Moment(on: Day(2023, 6, 1)!))
    )
    let diff = GraphDiff(from: old, to: new)
    guard !diff.isEmpty else { return }
    let (content, matrix) = try matrix(diff)
    #expect(matrix.dates == ["1 Jun 2018", "1 Jun 2023"])
    let cells = Dictionary(uniqueKeysWithValues: matrix.cells.map { ([$0.row, $0.column], $0) })
    let shownAs = Representatives(diff.combined, keeping: [])
    for (snapshot, isNew) in [(old, false), (new, true)] {
      for tie in snapshot.ties where !tie.kind.isAffiliation {
        for pair in tie.relation.dyads {
          let (one, other) = (shownAs[pair.first], shownAs[pair.second])
          guard one != other, let row = matrix.parties.firstIndex(of: one),
            let column = matrix.parties.firstIndex(of: other)
          else { continue }
          let cell = cells[isNew ? [min(row, column), max(row, column)] : [max(row, column), min(row, column)]]
          #expect(cell?.summary != nil, "\(tie.id)")
        }
      }
    }
    for cell in matrix.cells {
      #expect(cell.isChanged == cells[[cell.column, cell.row]]?.isChanged ?? false)
    }
    #expect(content.description.contains("1 Jun 2018"))
  }

  @Test func theSurroundingsOfOnePartyAreAMatrixToo() throws {
    let graph = try Samples.example()
    let view = View(.around("ttp", hops: 1), form: .matrix)
    let (content, matrix) = try matrix(GraphDiff(graph.snapshot(at: Moment(on: Day(2025, 5, 26)!))), view)
    #expect(matrix.parties.contains("ttp") && matrix.parties.count > 2)
    #expect(content.figures.first { $0.id == "ttp" }?.side == .first)
    #expect(content.description.contains("TTP"))
    #expect(!content.notes.sources.isEmpty)
  }
}
