/// What Graphviz is never given, since it would open a file, write a script into the picture, exit, or crash.
enum Refusals {
  /// What speaks against an attribute, or nil.
  static func objection(to value: Notation, as attribute: String) -> String? {
    if let why = forbidden[attribute] { return "the attribute '\(attribute)' is refused: \(why)" }
    if let objection = objection(toText: value.string) { return "'\(attribute)' \(objection)" }
    if value.isHTML { return Markup(value.string).objection.map { "'\(attribute)' \($0)" } }
    let string = value.string
    if let range = ranges[attribute], !numbersAreFit(string, in: range) {
      return
        "'\(attribute)' is '\(string)', which is no number from \(range.lowerBound) to \(range.upperBound)"
    }
    if let allowed = rules[attribute], !allowed(string) { return "'\(attribute)' may not be '\(string)'" }
    return nil
  }

  /// What speaks against a string anywhere, or nil: what cannot stand in XML.
  static func objection(toText string: String) -> String? {
    if let why = objection(toControlsIn: string) { return why }
    // Most strings have none, and are asked byte by byte.
    if string.utf8.contains(UInt8(ascii: "&")), string.contains("&#"),
      let bad = CharacterReference.all(in: string).first(where: { !$0.isXML })
    {
      return "holds '\(bad.source)', which is no character of XML"
    }
    return nil
  }

  static func objection(toControlsIn string: String) -> String? {
    string.unicodeScalars.first { !isXML($0) }
      .map { "holds the control character U+" + String($0.value, radix: 16, uppercase: true) }
  }

  static func isXML(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: true
    case 0x00...0x1F, 0x7F, 0xFFFE, 0xFFFF: false
    default: true
    }
  }

  private static let forbidden: [String: String] = [
    "stylesheet": "it is written into the picture unescaped",
    "image": "it opens a file", "imagepath": "it opens files", "shapefile": "it opens a file",
    "fontpath": "it opens files", "_background": "it opens files",
    "layout": "the engine is chosen by the call", "page": "a picture is one page",
    "viewport": "a picture shows all of the layout",
  ]

  private static let rules: [String: @Sendable (String) -> Bool] = {
    var rules: [String: @Sendable (String) -> Bool] = [
      "charset": { ["", "utf-8"].contains($0.lowercased()) },
      "shape": { shapes.contains($0) },
      "overlap": { !$0.lowercased().contains("voronoi") },  // crashes where nodes coincide
      "mode": { $0 != "hier" },  // never the same twice
      "start": { !$0.lowercased().hasPrefix("rand") || $0.last?.isNumber == true },  // seeds from the clock
      "packmode": { $0.filter(\.isNumber).count <= 3 },
    ]
    for name in ["fontname", "labelfontname"] { rules[name] = { isFont($0) } }
    for name in ["color", "fillcolor", "bgcolor", "pencolor", "fontcolor", "labelfontcolor"] {
      rules[name] = { isColors($0) }
    }
    for name in Attribute.links { rules[name] = { isLink($0) } }
    return rules
  }()

  /// The shapes that Graphviz draws by itself. Others it takes for files, and says only once in the life of a
  /// process that it does not know them.
  private static let shapes = Set(
    """
    box polygon ellipse oval circle point egg triangle none plaintext plain diamond trapezium parallelogram house \
    pentagon hexagon septagon octagon note tab folder box3d component cylinder rect rectangle square star underline \
    doublecircle doubleoctagon tripleoctagon invtriangle invtrapezium invhouse Mdiamond Msquare Mcircle Mrecord \
    record promoter cds terminator utr insulator ribosite rnastab proteasesite proteinstab primersite \
    restrictionsite fivepoverhang threepoverhang noverhang assembly signature rpromoter larrow rarrow lpromoter
    """.split(separator: " ").map(String.init) + [""])

  /// Written into SVG unescaped, so nothing that could end an XML attribute.
  static func isFont(_ name: String) -> Bool {
    name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || " ,._-".contains($0)) }
  }

  /// Empty parts of a list of colours end the program (`wedged`).
  static func isColors(_ list: String) -> Bool {
    list.isEmpty
      || list.split(separator: ":", omittingEmptySubsequences: false).allSatisfy { part in
        !part.isEmpty
          && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "#.,;/ +-_".contains($0)) }
      }
  }

  /// http, https, mailto, an anchor, or a relative link; nothing that hides its scheme behind an escape.
  static func isLink(_ link: String) -> Bool {
    let lower = link.lowercased()
    if ["http://", "https://", "mailto:"].contains(where: lower.hasPrefix) { return true }
    let head = link.prefix { !"/?#".contains($0) }
    return head.allSatisfy { !":&\\".contains($0) && !$0.isWhitespace }
  }
}
