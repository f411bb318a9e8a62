import Testing

@Suite struct ManifestTests {
  @Test func bothWaysToWriteATargetAreRead() {
    let manifest = Manifest(
      """
      let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
      func ring(_ name: String, _ list: [Target.Dependency]) -> Target { .target(name: name, dependencies: list) }
      let package = Package(
        name: "x", products: [.library(name: "L", targets: ["A"])],
        targets: [
          .systemLibrary(name: "C", pkgConfig: "c", providers: [.apt(["libc-dev"])]),
          .target(name: "A", dependencies: [], path: "Elsewhere/A"),  // not "B"
          ring("B", ["A", .product(name: "Dump", package: "swift-dump"), yams]),
          .executableTarget(name: "tool", dependencies: [.target(name: "B")], swiftSettings: [.define("X")]),
          .testTarget(name: "BTests", dependencies: ["B"], resources: [.copy("Golden")]),
        ]
      )
      """)
    #expect(manifest.targets.map(\.name) == ["C", "A", "B", "tool", "BTests"])
    #expect(manifest.targets.map(\.dependencies) == [[], [], ["A", "Dump", "Yams"], ["B"], ["B"]])
    #expect(manifest.libraries == ["L": ["A"]] && manifest.reach(of: "L") == ["A"])
    let folders = ["Sources/C", "Elsewhere/A", "Sources/B", "Sources/tool", "Tests/BTests"]
    #expect(manifest.targets.map(\.folder) == folders)
  }

  @Test(arguments: [
    ("import DyadCore", "DyadCore"), ("  internal import Yams", "Yams"), ("@testable import Graphviz", "Graphviz"),
    ("@preconcurrency public import struct Foundation.URL", "Foundation"), ("import Testing  // why", "Testing"),
  ])
  func everyWayToImportIsRead(line: String, module: String) {
    #expect(SourceFile(path: "", lines: [line]).imports == [module])
  }

  @Test(arguments: ["// import Yams", "let words = \"import\"", "importing(Yams)", "/// import Yams"])
  func nothingElseIsAnImport(line: String) {
    #expect(SourceFile(path: "", lines: [line]).imports == [])
  }
}
