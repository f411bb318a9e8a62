internal import DyadContent
internal import Graphviz

/// A part of a page with its label typeset, as a node of the picture.
struct Block {
  /// What it shows.
  var key: BlockKey
  var attributes: Attributes
  /// `nil` if Graphviz measures the label.
  var size: Size?
  /// What it is measured as: its key, or that of its narrow version.
  let version: BlockKey

  init(_ key: BlockKey, attributes: Attributes, size: Size?, version: BlockKey? = nil) {
    (self.key, self.attributes, self.size, self.version) = (key, attributes, size, version ?? key)
  }

  /// Words without a form around them.
  static func words(_ key: BlockKey, _ markup: String, class kind: String = "words", size: Size? = nil) -> Block {
    Block(
      key, attributes: ["shape": "plain", "label": .html(markup), "class": .text(kind), "tooltip": .text(" ")],
      size: size)
  }

  /// The node, under a name and with the id that goes with it.
  func node(_ name: String) -> Node {
    var node = Node(name, attributes)
    node.attributes["id"] = .text(name)
    if let size {
      node.attributes["width"] = .raw(inches(size.width))
      node.attributes["height"] = .raw(inches(size.height))
      node.attributes["fixedsize"] = "true"
    }
    return node
  }
}

struct Size: Hashable, Sendable {
  var width: Double
  var height: Double
}

func inches(_ points: Double) -> String { Markup.number(points / 72) }
