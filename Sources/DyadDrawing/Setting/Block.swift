internal import Graphviz

/// A node of the picture with its label set in type: what it says, and how large it is where that is known beforehand.
struct Block {
  var name: String
  var attributes: Attributes
  /// `nil` where Graphviz measures the label.
  var size: Size?

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
