internal import DyadContent
package import Graphviz

/// A part of a page with its label typeset, as a node of the picture.
package struct Block {
  /// The part of the page that it is.
  package var key: BlockKey
  package var attributes: Attributes
  /// `nil` if Graphviz measures the label.
  package var size: Size?
  /// The key of its measured size: its own, or that of one of its versions.
  let version: BlockKey

  package init(_ key: BlockKey, attributes: Attributes, size: Size?, version: BlockKey? = nil) {
    (self.key, self.attributes, self.size, self.version) = (key, attributes, size, version ?? key)
  }

  /// Text without a shape around it.
  package static func text(_ key: BlockKey, _ markup: String, class kind: String = "words", size: Size? = nil) -> Block
  {
    Block(
      key, attributes: ["shape": "plain", "label": .html(markup), "class": .text(kind), "tooltip": .text(" ")],
      size: size)
  }

  /// The block as a node with a name, which is also its id.
  package func node(_ name: String) -> Node {
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

/// A width and a height, in points.
package struct Size: Hashable, Sendable {
  package var width: Double
  package var height: Double

  package init(width: Double, height: Double) {
    (self.width, self.height) = (width, height)
  }
}

/// The sizes of the blocks of a sheet, by version; a sheet has all of its blocks measured before it places them.
struct BlockSizes {
  private var sizes: [BlockKey: Size]

  init(_ sizes: [BlockKey: Size] = [:]) { self.sizes = sizes }

  subscript(version: BlockKey) -> Size {
    guard let size = sizes[version] else { preconditionFailure("block '\(version.id)' is placed but not measured") }
    return size
  }

  subscript(block: Block) -> Size { self[block.version] }

  /// Makes room for a further version of a block.
  mutating func enlarge(_ version: BlockKey, to size: Size) {
    let before = sizes[version] ?? Size(width: 0, height: 0)
    sizes[version] = Size(width: max(size.width, before.width), height: max(size.height, before.height))
  }

  /// Removes a block, to be measured anew.
  mutating func remove(_ version: BlockKey) { sizes[version] = nil }

  func contains(_ version: BlockKey) -> Bool { sizes[version] != nil }
}

/// A length as Graphviz reads it: in inches.
func inches(_ points: Double) -> String { Markup.number(points / 72) }
