import DyadTestSupport
import Foundation

/// The public declarations of a Swift file, with their doc comments.
struct Declarations: Sendable {
  struct Declaration: Sendable {
    /// The first line of the declaration, without indentation.
    var text: String
    /// Its line in the file, from 1.
    var line: Int
    /// Whether it is nested in another declaration.
    var isNested: Bool
    /// The lines of its doc comment, without `///` and the space behind it.
    var comment: [String]
    /// The line of the file where the comment starts.
    var commentLine: Int

    /// The name of the type; `nil` for other declarations, extensions among them.
    var type: String? {
      let kinds: Set = ["struct", "enum", "class", "actor", "protocol"]
      let words = text.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init)
      return words.indices.dropLast().first { kinds.contains(words[$0]) }.map { words[$0 + 1] }
    }
  }

  /// The file, from the root of the package.
  let path: String
  /// The target that it belongs to.
  let module: String
  /// In their order.
  let `public`: [Declaration]

  init(path: String, module: String, text: String) {
    (self.path, self.module) = (path, module)
    var found: [Declaration] = []
    var comment: [String] = []
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let code = line.drop { $0 == " " }
      if code.hasPrefix("///") {
        comment.append(String(code.dropFirst(code.hasPrefix("/// ") ? 4 : 3)))
      } else if !code.hasPrefix("@") || code.contains(" public ") {
        let words = code.prefix { $0 != "(" && $0 != "{" && $0 != "=" }.split(separator: " ")
        if words.contains("public"), !words.contains("import") {
          found.append(
            Declaration(
              text: String(code), line: index + 1, isNested: code.startIndex > line.startIndex, comment: comment,
              commentLine: index + 1 - comment.count))
        }
        comment = []
      }
    }
    self.public = found
  }

  /// Every Swift file of the targets.
  static func all(of targets: [String]) throws -> [Declarations] {
    try targets.flatMap { target in
      let folder = packageRoot.appendingPathComponent("Sources/\(target)")
      let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
      return try paths.sorted().map { path in
        let text = try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
        return Declarations(path: "Sources/\(target)/\(path)", module: target, text: text)
      }
    }
  }
}
