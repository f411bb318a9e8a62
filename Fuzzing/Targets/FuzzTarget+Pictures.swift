import DyadCore
import DyadDrawing
import DyadSyntax
import Graphviz

extension FuzzTarget {
  static let pictures: [FuzzTarget] = [
    FuzzTarget(name: "verify", law: "a recipe is written and read as the same") { bytes in
      guard let (recipe, _) = Recipe.read(from: bytes) else { return }
      guard let json = try? JSONValue(encoding: recipe) else { fatalError("not encodable: \(recipe)") }
      let again = try? json.decoded(as: Recipe.self)
      require(again == recipe, "\(json)")
    },
    FuzzTarget(name: "request", law: "a request of a picture is written and read as the same") { bytes in
      guard let request = try? JSONValue(parsing: bytes).decoded(as: PictureRequest.self) else { return }
      guard let json = try? JSONValue(encoding: request) else { fatalError("not encodable: \(request)") }
      require((try? json.decoded(as: PictureRequest.self)) == request, "\(json)")
    },
    FuzzTarget(name: "style", law: "no accepted style fetches anything or ends its element") { bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      let checked = Stylesheet.checked(text, file: "house.css")
      guard checked.errors.isEmpty else { return }
      let css = checked.value.css
      require(!css.utf8.contains(0x3C), css)
      let code = String(decoding: code(of: Array(css.utf8)), as: UTF8.self).lowercased()
      for word in ["url(", "@import", "@font-face", "@namespace", "expression(", "image-set(", "src(", "image(", "\\"] {
        require(!code.contains(word), "\(word) in \(css)")
      }
    },
    FuzzTarget(name: "dot", law: "a graph is written and read as the same") { bytes in
      guard let text = String(validating: bytes, as: UTF8.self), let graph = graph(text) else { return }
      let written = graph.dot
      require(FuzzTarget.graph(written) == graph, written)
    },
  ]

  /// What is outside of comments and strings, as CSS Syntax Level 3 reads the bytes.
  private static func code(of css: [UInt8]) -> [UInt8] {
    var code: [UInt8] = []
    var index = 0
    while index < css.count {
      let byte = css[index]
      if byte == 0x2F, index + 1 < css.count, css[index + 1] == 0x2A {
        index += 2
        while index < css.count, !(css[index] == 0x2A && index + 1 < css.count && css[index + 1] == 0x2F) { index += 1 }
        index += 2
        code.append(0x20)
      } else if byte == 0x22 || byte == 0x27 {
        index += 1
        while index < css.count, css[index] != byte, ![0x0A, 0x0C, 0x0D].contains(css[index]) { index += 1 }
        index += 1
        code.append(0x20)
      } else {
        code.append(byte)
        index += 1
      }
    }
    return code
  }

  private static func graph(_ dot: String) -> Graph? { Waiting.result(of: { try? await Graph(dot: dot) }) }
}
