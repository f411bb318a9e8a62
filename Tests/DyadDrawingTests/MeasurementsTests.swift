import Testing

import DyadDrawing

@Suite struct MeasurementsTests {
  private static let words: Set<MeasuredWord> = Set(
    ["Kabul", "کابل", "n n", "nn", "fi", "–", "“thaw”"].flatMap { text in
      [Face.body, .small.italic, .head].map { MeasuredWord(text: text, face: $0) }
    })

  /// Otherwise a picture would depend on what the process has measured before.
  @Test func aWordIsAsWideAloneAsAmongOthers() async throws {
    let together = try await Measurements().widths(of: Self.words)
    let oneByOne = Measurements()
    for word in Self.words { #expect(try await oneByOne.widths(of: [word]) == [word: together[word] ?? 0]) }
    #expect(try await oneByOne.widths(of: Self.words) == together)
    #expect(together.values.allSatisfy { $0 > 0 })
  }

  @Test func aLabelHasTheSameSizeEveryTime() async throws {
    let labels = ["one", "two<BR/>lines", "one"]
    let nodes = labels.enumerated().map { index, label in Block.text(.swatch(index), label).node("label \(index)") }
    let measurements = Measurements()
    let first = try await measurements.sizes(of: nodes)
    #expect(first[0] == first[2] && first[1].height > first[0].height)
    #expect(try await measurements.sizes(of: nodes.reversed()) == first.reversed())
    #expect(try await Measurements().sizes(of: [nodes[1]]) == [first[1]])
  }

  /// Labels are measured in batches, whose time is quadratic.
  @Test func moreLabelsThanABatchHasAreMeasuredLikeOne() async throws {
    let nodes = (0..<600).map { index in
      Block.text(.swatch(index), String(repeating: "n", count: 1 + index % 40)).node("label \(index)")
    }
    let sizes = try await Measurements().sizes(of: nodes)
    let words = Set((0..<600).map { MeasuredWord(text: "word\($0)", face: .body) })
    let widths = try await Measurements().widths(of: words)
    #expect(sizes.count == 600 && widths.count == 600)
    for index in [0, 39, 249, 250, 599] {
      #expect(try await Measurements().sizes(of: [nodes[index]]) == [sizes[index]])
      let word = MeasuredWord(text: "word\(index)", face: .body)
      #expect(try await Measurements().widths(of: [word]) == [word: widths[word] ?? 0])
    }
  }
}
