internal import Graphviz

/// A node of the picture with its label set in type: what it says, and how large it is where that is known beforehand.
struct Block {
  var name: String
  var attributes: Attributes
  /// `nil` where Graphviz measures the label.
  var size: Size?
  /// What it is measured as: its name, or that of its setting in another width.
  let key: String

  init(name: String, attributes: Attributes, size: Size?, key: String? = nil) {
    (self.name, self.attributes, self.size, self.key) = (name, attributes, size, key ?? name)
  }

  var node: Node {
    var node = Node(name, attributes)
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
