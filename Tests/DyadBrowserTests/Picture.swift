import DyadTestSupport
import Foundation
import Testing

/// A picture that ships with an example.
struct Picture: Sendable, CustomStringConvertible {
  let file: URL

  static let all: [Picture] = {
    let examples = packageRoot.appendingPathComponent("examples")
    let files = FileManager.default.enumerator(at: examples, includingPropertiesForKeys: nil)
    // The example report is made beside these tests; its pictures come and go.
    return (files?.compactMap { $0 as? URL } ?? [])
      .filter { $0.pathExtension == "svg" && !$0.pathComponents.contains("dyad-media") }
      .sorted { $0.path < $1.path }.map(Picture.init)
  }()

  var description: String { file.path.replacingOccurrences(of: packageRoot.path + "/", with: "") }

  /// A page with the picture inside of it, as markup, and once more as a file, for which the page has its own words.
  func inlined(in folder: URL, referredToAs words: String) throws -> URL {
    let svg = try String(contentsOf: file, encoding: .utf8).replacing(/<\?xml.*?\?>/, with: "")
    let page = folder.appendingPathComponent("inlined.html")
    try Data(
      """
      <!doctype html>
      <html lang="en"><head><meta charset="utf-8"><title>A page</title></head>
      <body><main><h1>A page</h1>\(svg)<img src="\(file.absoluteString)" alt="\(words)"></main></body></html>
      """.utf8
    ).write(to: page)
    return page
  }
}
