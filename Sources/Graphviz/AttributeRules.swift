/// The values of attributes that Graphviz must not receive: with them it would open a file, write a script to the
/// picture, exit, or crash.
package enum AttributeRules {
  /// The reason why a value is not allowed, or nil.
  static func violation(
    by value: Notation, of attribute: String, allowing permissions: Permissions
  ) -> String? {
    if let (permission, reason) = forbidden[attribute], !permissions.covers(permission) {
      return "attribute '\(attribute)' is not allowed: \(reason)"
    }
    if let reason = XMLText.violation(in: value.string) { return "'\(attribute)' \(reason)" }
    if value.isHTML {
      return Markup(value.string).violation(allowing: permissions).map { "'\(attribute)' \($0)" }
    }
    let string = value.string
    if let range = ranges[attribute], !areValid(string, in: range) {
      return "'\(attribute)' is '\(string)'; expected numbers from \(range.lowerBound.text) to \(range.upperBound.text)"
    }
    if let (permission, isValid) = rules[attribute], !isValid(string), !permissions.covers(permission) {
      return "'\(string)' is not a valid value of '\(attribute)'"
    }
    return nil
  }

  /// The attributes that are not allowed without a permission, or at all.
  private static let forbidden: [String: (Permissions?, String)] = [
    "stylesheet": (.stylesheets, "it is written to the picture without escaping"),
    "image": (.files, "it opens a file"), "imagepath": (.files, "it opens files"),
    "shapefile": (.files, "it opens a file"), "fontpath": (.files, "it opens files"),
    "_background": (.files, "it opens files"),
    "layout": (nil, "the engine is a parameter of the call"), "page": (nil, "a picture is one page"),
    "viewport": (nil, "a picture shows the whole layout"),
  ]

  /// The attributes whose value must satisfy a condition, unless the permission is granted.
  private static let rules: [String: (Permissions?, @Sendable (String) -> Bool)] = {
    var rules: [String: (Permissions?, @Sendable (String) -> Bool)] = [
      "charset": (nil, { ["", "utf-8"].contains($0.lowercased()) }),
      "shape": (nil, { shapes.contains($0) }),
      "overlap": (nil, { !$0.lowercased().contains("voronoi") }),  // crashes if nodes coincide
      "mode": (nil, { $0 != "hier" }),  // not reproducible
      "start": (nil, { !$0.lowercased().hasPrefix("rand") || $0.last?.isNumber == true }),  // seeds from the clock
      "packmode": (nil, { $0.filter(\.isNumber).count <= 3 }),
    ]
    for name in ["fontname", "labelfontname"] { rules[name] = (nil, { isFont($0) }) }
    for name in ["color", "fillcolor", "bgcolor", "pencolor", "fontcolor", "labelfontcolor"] {
      rules[name] = (nil, { isColorList($0) })
    }
    for name in AttributeRole.links { rules[name] = (.links, { isLink($0) }) }
    return rules
  }()

  /// The built-in shapes. Graphviz treats others as files, and warns of an unknown one only once in the life of a
  /// process.
  private static let shapes = Set(
    """
    box polygon ellipse oval circle point egg triangle none plaintext plain diamond trapezium parallelogram house \
    pentagon hexagon septagon octagon note tab folder box3d component cylinder rect rectangle square star underline \
    doublecircle doubleoctagon tripleoctagon invtriangle invtrapezium invhouse Mdiamond Msquare Mcircle Mrecord \
    record promoter cds terminator utr insulator ribosite rnastab proteasesite proteinstab primersite \
    restrictionsite fivepoverhang threepoverhang noverhang assembly signature rpromoter larrow rarrow lpromoter
    """.split(separator: " ").map(String.init) + [""])

  /// Graphviz writes fonts to SVG without escaping, so no character may end an XML attribute.
  static func isFont(_ name: String) -> Bool {
    name.utf8.allSatisfy { isLetterOrDigit($0) || fontSigns.contains($0) }
  }

  private static let fontSigns = Array(" ,._-".utf8)

  /// An empty part of a color list crashes the style `wedged`.
  package static func isColorList(_ list: String) -> Bool {
    list.isEmpty
      || list.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).allSatisfy { part in
        !part.isEmpty && part.allSatisfy { isLetterOrDigit($0) || colorSigns.contains($0) }
      }
  }

  private static let colorSigns = Array("#.,;/ +-_".utf8)

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
  }

  /// http, https, mailto, an anchor, or a relative link, without an escape in the scheme.
  package static func isLink(_ link: String) -> Bool {
    if link.utf8.first == UInt8(ascii: "#") { return true }
    let lower = link.lowercased()
    if ["http://", "https://", "mailto:"].contains(where: lower.hasPrefix) { return true }
    let head = link.prefix { !"/?#".contains($0) }
    return head.allSatisfy { !":&\\".contains($0) && !$0.isWhitespace }
  }
}

extension Permissions {
  /// Whether the permission, which may not exist, is granted.
  fileprivate func covers(_ permission: Permissions?) -> Bool { permission.map(contains) ?? false }
}

extension Double {
  /// A whole number without its fraction.
  fileprivate var text: String { Int(exactly: self).map(String.init) ?? String(self) }
}
