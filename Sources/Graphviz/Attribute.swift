/// What Graphviz does with the text of an attribute.
enum Attribute {
  enum Role { case label, tooltip, link, id, mark, word }

  static func role(of name: String) -> Role {
    switch name {
    case "label", "xlabel", "headlabel", "taillabel": .label
    case "tooltip", "edgetooltip", "headtooltip", "labeltooltip", "tailtooltip": .tooltip
    case "id", "target", "edgetarget", "headtarget", "labeltarget", "tailtarget": .id
    case "class", "comment": .mark
    case _ where links.contains(name): .link
    default: .word
    }
  }

  static func isLink(_ name: String) -> Bool { links.contains(name) }

  static let links: Set = [
    "URL", "href", "edgeURL", "edgehref", "headURL", "headhref", "labelURL", "labelhref", "tailURL",
    "tailhref",
  ]
}
