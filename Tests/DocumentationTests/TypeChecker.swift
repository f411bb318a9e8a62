import DyadTestSupport
import Foundation

/// The Swift compiler, which checks sources against the modules of the release build.
enum TypeChecker {
  /// The errors in the sources, each with its file and line; one run for all of them.
  static func errors(in sources: [String]) throws -> [String] {
    try inTemporaryFolder { folder in
      let files = try sources.enumerated().map { index, source in
        let file = folder.appendingPathComponent("Example\(index).swift")
        try Data(source.utf8).write(to: file)
        return file.path
      }
      guard let compiler else { return ["swiftc is neither beside $SWIFT nor on the PATH"] }
      let outcome = try Command.run(compiler, ["-typecheck"] + flags + [samples] + files, in: packageRoot)
      let errors = outcome.messages.split(separator: "\n").filter { $0.contains(": error: ") }.map(String.init)
      return errors.isEmpty && outcome.status != 0 ? [outcome.messages] : errors
    }
  }

  /// The compiler beside the `swift` that `make` was told to use, or the one on the PATH.
  private static let compiler: URL? = {
    let swift = ProcessInfo.processInfo.environment["SWIFT"] ?? "swift"
    guard swift.contains("/") else { return Command.path(of: "swiftc") }
    return URL(fileURLWithPath: swift).deletingLastPathComponent().appendingPathComponent("swiftc")
  }()

  private static let samples = packageRoot.appendingPathComponent("Tests/DocumentationTests/Samples/Samples.swift").path

  private static let flags: [String] = {
    let build = packageRoot.appendingPathComponent(".build/release")
    let modulesInC = ["GraphvizShim", "CDelimiters", "CDigest"].flatMap { target in
      ["-Xcc", "-fmodule-map-file=\(build.appendingPathComponent("\(target).build/module.modulemap").path)"]
    }
    let yaml = packageRoot.appendingPathComponent(".build/checkouts/Yams/Sources/CYaml/include").path
    return [
      "-swift-version", "6", "-suppress-warnings", "-wmo", "-module-name", "Examples",
      "-enable-upcoming-feature", "MemberImportVisibility", "-enable-upcoming-feature", "ExistentialAny",
      "-I", build.appendingPathComponent("Modules").path, "-I", yaml,
      "-I", packageRoot.appendingPathComponent("Sources/CZlib").path,
    ] + modulesInC
  }()
}
