import Foundation

/// The folder of the package.
let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

/// A file of the package, line by line.
struct SourceFile: Sendable {
  /// From the root of the package.
  let path: String
  let lines: [String]

  /// The lines without their comments; enough for code that no one writes to deceive.
  var code: [String] {
    lines.map { line in
      guard line.utf8.contains(UInt8(ascii: "/")),
        let comment = line.range(of: #"(^|\s)//.*"#, options: .regularExpression)
      else { return line }
      return String(line[..<comment.lowerBound])
    }
  }

  /// The modules that it imports.
  var imports: Set<String> { Set(code.compactMap(SourceFile.module)) }

  static func all(in folder: String, endingIn suffixes: Set<String>) -> [SourceFile] {
    let top = root.appendingPathComponent(folder)
    let paths = FileManager.default.enumerator(atPath: top.path)?.compactMap { $0 as? String } ?? []
    return paths.filter { suffixes.contains(($0 as NSString).pathExtension) }.sorted().compactMap { path in
      guard let text = try? String(contentsOf: top.appendingPathComponent(path), encoding: .utf8) else { return nil }
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      return SourceFile(path: "\(folder)/\(path)", lines: lines.dropLast(text.hasSuffix("\n") ? 1 : 0))
    }
  }

  private static func module(importedIn line: String) -> String? {
    var words = line.split { $0 == " " || $0 == ";" }.map(String.init)[...]
    while let word = words.first, word.hasPrefix("@") || levels.contains(word) { words = words.dropFirst() }
    guard words.first == "import" else { return nil }
    words = words.dropFirst()
    if let word = words.first, kinds.contains(word) { words = words.dropFirst() }
    return words.first.map { String($0.prefix { $0 != "." }) }
  }

  private static let levels: Set = ["public", "package", "internal", "fileprivate", "private"]
  private static let kinds: Set = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
}
