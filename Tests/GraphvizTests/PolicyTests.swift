import Foundation
import Testing

import Graphviz

/// Callers choose what happens to warnings, and what a graph may contain.
@Suite struct PolicyTests {
  static let warned = Graph("w", nodes: [Node("a", ["color": "nosuch"])])

  @Test func aWarningIsAnErrorByDefault() async {
    for _ in 0..<2 {
      let error = await failure { () async throws(Graph.Failure) in try await Self.warned.picture(as: .svg) }
      #expect(error?.stage == .rendering(.svg))
      #expect(error?.messages == ["nosuch is not a known color."])
    }
  }

  @Test func aWarningIsReportedEachTime() async throws {
    for _ in 0..<2 {
      try await confirmation { isReported in
        _ = try await Self.warned.picture(
          as: .svg,
          warnings: .report { warning in
            #expect(warning == "nosuch is not a known color.")
            isReported()
          })
      }
    }
  }

  @Test func anIgnoredWarningLeavesThePicture() async throws {
    #expect(SVG(try await Self.warned.picture(as: .svg, warnings: .ignore)).isWellFormed)
  }

  /// The state of the shim's parser of messages does not outlive a run.
  @Test @GraphvizActor func anIncompleteMessageDoesNotAffectTheNextRun() throws {
    _ = try Session.run(.reading) { report("Warning") }
    #expect(try Session.run(.reading) { report(": ") }.warnings == [":"])
  }

  @Test(arguments: ["image", "markup"])
  func anImageIsDrawnOnlyWithPermission(place: String) async throws {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString + ".png")
    try Data(await Graph("i", nodes: [Node("a")]).picture(as: .png)).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let markup = Value.html("<table><tr><td><img src=\"\(file.path)\"/></td></tr></table>")
    let attributes: Attributes = place == "image" ? ["image": .raw(file.path)] : ["label": markup]
    let graph = Graph("i", nodes: [Node("a", attributes)])
    #expect(text(try await graph.picture(as: .svg, allowing: .files)).contains("<image"))
    let error = await failure { () async throws(Graph.Failure) in
      try await graph.picture(as: .svg, allowing: [.links, .stylesheets])
    }
    #expect(error?.reasons?.count == 1)
  }

  static let permitted: [(Permissions, Graph, String)] = [
    (.links, Graph("p", nodes: [Node("a", ["URL": "javascript:f()"])]), "javascript:f()"),
    (.stylesheets, Graph("p", attributes: ["stylesheet": "style.css"], nodes: [Node("a")]), "style.css"),
    (
      .markup,
      Graph("p", nodes: [Node("a", ["label": .html("<table href=\"data:x\"><tr><td>x</td></tr></table>")])]),
      "data:x"
    ),
  ]

  @Test(arguments: permitted.indices)
  func anUnsafeValueIsWrittenOnlyWithItsPermission(index: Int) async throws {
    let (permission, graph, expected) = Self.permitted[index]
    #expect(text(try await graph.picture(as: .svg, allowing: permission)).contains(expected))
    let others = Permissions([.files, .links, .stylesheets, .markup]).subtracting(
      permission == .markup ? [.markup, .links] : permission)
    let error = await failure { () async throws(Graph.Failure) in
      try await graph.picture(as: .svg, allowing: others)
    }
    #expect(error?.reasons?.count == 1)
  }
}

/// Passes a piece of a message to the shim, as Graphviz does.
@GraphvizActor
private func report(_ piece: String) -> Int32? {
  typealias Callback = @convention(c) (UnsafeMutablePointer<CChar>?) -> Int32
  typealias Setter = @convention(c) (Callback?) -> Callback?
  guard let symbol = dlsym(dlopen(nil, RTLD_NOW), "agseterrf"), var bytes = Optional(Array(piece.utf8CString))
  else { return nil }
  let setter = unsafeBitCast(symbol, to: Setter.self)
  let callback = setter(nil)
  _ = setter(callback)
  return callback?(&bytes)
}
