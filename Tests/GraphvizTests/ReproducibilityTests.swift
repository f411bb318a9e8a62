import Foundation
import Testing

import Graphviz

/// Equal graphs give equal bytes, whatever the process did before.
@Suite struct ReproducibilityTests {
  static let clusters = """
    digraph G { subgraph cluster_a { a1; a2 } subgraph cluster_b { b1; b2 } subgraph cluster_c { c1 }
      a1 -> b1; b2 -> c1; c1 -> a2; }
    """

  @Test(arguments: Engine.allCases)
  func clustersKeepTheirOrderAfterOtherAllocations(engine: Engine) async throws {
    var random = Seeded(7)
    var blocks: [UnsafeMutableRawPointer] = []
    var pictures: Set<[UInt8]> = []
    for _ in 0..<20 {
      for _ in 0..<200 {
        blocks.append(.allocate(byteCount: .random(in: 8...400, using: &random), alignment: 8))
        if Bool.random(using: &random) {
          blocks.remove(at: .random(in: blocks.indices, using: &random)).deallocate()
        }
      }
      pictures.insert(try await Graph(dot: Self.clusters).picture(with: engine, as: .svg))
    }
    for block in blocks { block.deallocate() }
    #expect(pictures.count == 1)
  }

  @Test(arguments: Engine.allCases)
  func twoLayoutsOfALargerGraphAreEqual(engine: Engine) async throws {
    let graph = clusteredGraph(seed: 3, nodes: 30)
    let first = try await graph.layout(with: engine, warnings: .ignore)
    #expect(try await graph.layout(with: engine, warnings: .ignore) == first)
  }

  @Test(arguments: ImageFormat.allCases)
  func twoPicturesHaveEqualBytes(format: ImageFormat) async throws {
    let graph = try await Graph(dot: Self.clusters)
    let first = try await graph.picture(as: format)
    #expect(!first.isEmpty)
    #expect(try await graph.picture(as: format) == first)
  }

  @Test func namesInDOTAreNotMarkup() async throws {
    let graph = try await Graph(dot: Self.clusters)
    for _ in 0..<20 {
      let dot = text(try await graph.picture(as: .dot))
      #expect(!dot.contains("<"))
      _ = try await clusteredGraph(seed: 2, nodes: 12).picture(as: .svg)
    }
  }

  @Test func aPDFHasAFixedDate() async throws {
    let pdf = try await Graph("g", nodes: [Node("a")]).picture(as: .pdf)
    #expect(String(decoding: pdf, as: UTF8.self).contains("/CreationDate (D:20000101000000"))
  }

  /// Its objects with links have numbers beyond the length of a short list of objects.
  @Test func aPDFWithManyLinksHasAFixedDate() async throws {
    let nodes = (0..<40).map { Node("n\($0)", ["URL": .text("https://example.org/\($0)")]) }
    let pdf = try await Graph("g", nodes: nodes).picture(as: .pdf)
    #expect(String(decoding: pdf, as: UTF8.self).contains("/CreationDate (D:20000101000000"))
  }

  @Test func concurrentTasksGetEqualBytes() async throws {
    let graph = try await Graph(dot: Self.clusters)
    let expected = try await graph.picture(as: .svg)
    try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<64 { group.addTask { try await graph.picture(as: .svg) } }
      for try await picture in group { #expect(picture == expected) }
    }
  }

  @Test func attributesDoNotLeakFromOneGraphToTheNext() async throws {
    let a = try await Graph(
      dot: """
        digraph A { node[shape=box style=filled fillcolor=red color=blue label=LA id=ia URL=ua tooltip=ta penwidth=3
          fontname=Courier fontcolor=green xlabel=xa]; edge[label=ea color=red style=dashed]; a->b }
        """)
    let b = try await Graph(
      dot: """
        digraph B { node[tooltip=tb fontcolor=yellow xlabel=xb id=ib label=LB URL=ub shape=circle penwidth=1
          color=green fillcolor=pink style=dotted]; edge[style=bold label=eb]; c->d }
        """)
    let (layoutA, layoutB) = (try await a.layout(), try await b.layout())
    let pictureA = SVG(try await a.picture(at: layoutA, as: .svg))
    let pictureB = SVG(try await b.picture(at: layoutB, as: .svg))
    #expect(pictureA.texts("text").sorted() == ["LA", "LA", "ea", "xa", "xa"])
    #expect(pictureB.texts("text").sorted() == ["LB", "LB", "eb", "xb", "xb"])
  }

  @Test(arguments: [
    ("/CreationDate (D:20261125213000+01'00')", "/CreationDate (D:20000101000000+00'00')"),
    ("/ModDate (D:20261125213000-05'30')", "/ModDate (D:20000101000000+00'00')"),
    ("/CreationDate (D:20261125 without an end, 42", "/CreationDate (D:20261125 without an end, 42"),
    ("/CreationDate (D:20261125 with a late end 42)", "/CreationDate (D:20261125 with a late end 42)"),
    ("/CreationDate (D:", "/CreationDate (D:"),
  ])
  func onlyADateOfAPDFIsReplaced(source: String, expected: String) {
    #expect(text(ImageFormat.pdf.normalized(Array(source.utf8))) == expected)
  }

  /// The same picture, drawn in two seconds by Graphviz 2.42.4 with cairo 1.18, which compresses the date.
  @Test func compressedObjectsOfAPDFAreWrittenPlain() throws {
    let first = ImageFormat.pdf.normalized(CompressedPDF.first)
    #expect(CompressedPDF.first != CompressedPDF.second)
    #expect(ImageFormat.pdf.normalized(CompressedPDF.second) == first)
    let words = text(first)
    #expect(words.contains("/CreationDate (D:20000101000000Z)"))
    #expect(!words.contains("/ObjStm") && !words.contains("/XRef"))
    #expect(ImageFormat.pdf.normalized(first) == first)
    // Every place in the table is that of its object.
    let table = try #require(words.firstRange(of: "xref\n"))
    let rows = words[table.upperBound...].split(separator: "\n").dropFirst().prefix { $0.hasSuffix(" ") }
    #expect(rows.count == 12)
    for (number, row) in rows.enumerated() where row.contains(" n ") {
      let place = try #require(Int(row.prefix(10)))
      #expect(text(Array(first[place...].prefix(12))).hasPrefix("\(number) 0 obj\n"))
    }
    let start = try #require(first.firstRange(of: Array("xref\n0 12\n".utf8))).lowerBound
    #expect(words.hasSuffix("startxref\n\(start)\n%%EOF\n"))
  }

  /// Whatever bytes change or are missing, the result is some document, or the source unchanged.
  @Test(arguments: 0..<400)
  func aDamagedPDFIsNoTrap(seed: Int) {
    var random = Seeded(UInt64(seed))
    var bytes = CompressedPDF.first
    for _ in 0...Int.random(in: 0...3, using: &random) {
      let place = Int.random(in: bytes.indices, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: bytes[place] = .random(in: 0...255, using: &random)
      case 1: bytes.removeSubrange(place..<min(bytes.count, place + 20))
      default: bytes.replaceSubrange(place..<place, with: Array("99999999999999999999".utf8))
      }
    }
    #expect(!ImageFormat.pdf.normalized(bytes).isEmpty)
  }

  #if os(Linux) && compiler(>=6.2)
    /// In a separate process, since other tests use the same sequences.
    @Test func layoutsAndTheRandomSequencesOfTheProgramAreIndependent() async {
      await #expect(processExitsWith: .success) {
        func seed() {
          var parameters: [UInt16] = [1, 2, 3, 0xE66D, 0xDEEC, 7, 13]
          lcong48(&parameters)
          srand(42)
        }
        func numbers() -> [Int] { (0..<8).map { _ in Int(rand()) } + (0..<8).map { _ in lrand48() } }
        let graph = clusteredGraph(seed: 3, nodes: 30)
        seed()
        let expected = numbers()
        for engine in Engine.allCases {
          let layout = try await graph.layout(with: engine, warnings: .ignore)
          seed()
          #expect(try await graph.layout(with: engine, warnings: .ignore) == layout)
          #expect(numbers() == expected)
        }
      }
    }
  #endif
}
