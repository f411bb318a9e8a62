/// The tags of HTML-like markup.
struct Markup {
  struct Tag: Hashable {
    var name: String
    var attributes: [(name: String, value: String)] = []

    static func == (a: Tag, b: Tag) -> Bool {
      a.name == b.name && a.attributes.elementsEqual(b.attributes, by: ==)
    }
    func hash(into hasher: inout Hasher) { hasher.combine(name) }
  }

  private(set) var tags: [Tag] = []

  init(_ source: String) {
    var rest = Substring(source)
    while let open = rest.firstIndex(of: "<") {
      rest = rest[rest.index(after: open)...]
      if rest.hasPrefix("!--") {
        rest = rest.firstRange(of: "-->").map { rest[$0.upperBound...] } ?? ""
      } else {
        tags.append(Markup.tag(from: &rest))
      }
    }
  }

  private static func tag(from rest: inout Substring) -> Tag {
    func isNameEnd(_ c: Character) -> Bool { c.isWhitespace || c == ">" || c == "=" || c == "/" }
    var tag = Tag(name: "")
    if rest.first == "/" { rest = rest.dropFirst() }
    let name = rest.prefix { !isNameEnd($0) }
    tag.name = name.lowercased()
    rest = rest[name.endIndex...]
    while true {
      rest = rest.drop { $0.isWhitespace || $0 == "/" || $0 == "=" }
      guard let first = rest.first else { return tag }
      if first == ">" {
        rest = rest.dropFirst()
        return tag
      }
      let key = rest.prefix { !isNameEnd($0) }
      rest = rest[key.endIndex...].drop { $0.isWhitespace }
      var value = Substring()
      if rest.first == "=" {
        rest = rest.dropFirst().drop { $0.isWhitespace }
        if let quote = rest.first, quote == "\"" || quote == "'" {
          rest = rest.dropFirst()
          value = rest.prefix { $0 != quote }
          rest = rest[value.endIndex...].dropFirst()
        } else {
          value = rest.prefix { !isNameEnd($0) }
          rest = rest[value.endIndex...]
        }
      }
      tag.attributes.append((key.lowercased(), String(value)))
    }
  }

  /// The reason why the markup is not allowed, as a predicate, or nil.
  func violation(allowing permissions: Permissions) -> String? {
    if permissions.contains(.markup) { return nil }
    for tag in tags {
      let isImage = tag.name == "img" && !permissions.contains(.files)
      if isImage || tag.name.hasPrefix("!") || tag.name.hasPrefix("?") {
        return "contains <\(tag.name)>, which is not allowed"
      }
      for (name, value) in tag.attributes where !Markup.isValid(value, of: name, permissions) {
        return "contains <\(tag.name) \(name)=\"\(value)\">, which is not allowed"
      }
    }
    return nil
  }

  private static func isValid(_ value: String, of name: String, _ permissions: Permissions) -> Bool {
    if let range = ranges[name] {
      return AttributeRules.areValid(value, in: range) && value.contains(where: \.isNumber)
    }
    return switch name {
    case "href": permissions.contains(.links) || AttributeRules.isLink(value)
    case "face": AttributeRules.isFont(value)
    case "color", "bgcolor": AttributeRules.isColorList(value)
    case "src": permissions.contains(.files)
    default: true
    }
  }

  private static let ranges: [String: ClosedRange<Double>] = [
    "border": 0...127, "cellborder": 0...127, "cellpadding": 0...255, "cellspacing": 0...127,
    "width": 0...10_000, "height": 0...10_000, "rowspan": 1...200, "colspan": 1...200, "point-size": 1...2000,
    "gradientangle": -3600...3600,
  ]
}
