import DyadTestSupport
import Foundation

/// Code in the documentation: an indented block of a doc comment, or the fenced blocks of a page.
struct Example: Sendable {
  /// A code block.
  struct Block: Sendable {
    /// The line of the file where it starts, from 1.
    var line: Int
    var code: [String]
  }

  /// The file, from the root of the package.
  let file: String
  /// Compiled in one function, one after the other.
  let blocks: [Block]
  /// What a reader of the file imports; the blocks may import others instead.
  let module: String

  /// A source file for the compiler, whose errors name the documentation's file and line.
  ///
  /// The code is a method of `Samples`, so that it can use their names; that of Graphviz is a free function.
  func source(number: Int) -> String {
    let usesSamples = module != "Graphviz"
    let imported = blocks.flatMap(\.code).filter { $0.hasPrefix("import ") }
    let imports = imported.isEmpty ? ["import \(module)", "import Foundation"] : imported
    let body = blocks.map { block in
      let code = block.code.map { $0.hasPrefix("import ") ? "" : $0 }.joined(separator: "\n")
      return "#sourceLocation(file: \"\(file)\", line: \(block.line))\n\(code)\n#sourceLocation()\n"
    }
    let function = "func example\(number)() async throws {\n\(body.joined())}\n"
    return imports.joined(separator: "\n") + "\n" + (usesSamples ? "extension Samples {\n\(function)}\n" : function)
  }
}

extension Example {
  /// The code blocks in the doc comments of public declarations.
  static func inComments(of file: Declarations) -> [Example] {
    file.public.flatMap { declaration in
      Block.indented(in: declaration.comment, from: declaration.commentLine).map {
        Example(file: file.path, blocks: [$0], module: file.module == "Graphviz" ? "Graphviz" : "DyadKit")
      }
    }
  }

  /// The Swift code of a page, `nil` where it has none; its blocks follow each other.
  static func onPage(_ page: URL, importing module: String) throws -> Example? {
    let lines = try String(contentsOf: page, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
    let blocks = Block.fenced(in: lines)
    let path = String(page.path.dropFirst(packageRoot.path.count + 1))
    return blocks.isEmpty ? nil : Example(file: path, blocks: blocks, module: module)
  }
}

extension Example.Block {
  /// Blocks that are indented by four spaces, below a blank line or at the start.
  static func indented(in comment: [String], from first: Int) -> [Self] {
    var blocks: [Self] = []
    var isOpen = false
    for (index, line) in comment.enumerated() {
      let isBlank = line.allSatisfy(\.isWhitespace)
      if isOpen, isBlank || line.hasPrefix("    ") {
        blocks[blocks.count - 1].code.append(String(line.dropFirst(4)))
      } else {
        isOpen = line.hasPrefix("    ") && (index == 0 || comment[index - 1].allSatisfy(\.isWhitespace))
        if isOpen { blocks.append(Self(line: first + index, code: [String(line.dropFirst(4))])) }
      }
    }
    return blocks
  }

  /// Blocks between "```swift" and "```".
  static func fenced(in lines: [String]) -> [Self] {
    var blocks: [Self] = []
    var isOpen = false
    for (index, line) in lines.enumerated() {
      if line == "```swift" {
        isOpen = true
        blocks.append(Self(line: index + 2, code: []))
      } else if line == "```" {
        isOpen = false
      } else if isOpen {
        blocks[blocks.count - 1].code.append(line)
      }
    }
    return blocks
  }
}
