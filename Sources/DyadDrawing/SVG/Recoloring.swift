internal import DyadSyntax

/// The change of a picture from one theme to another for readers who prefer dark pages.
///
/// Two parts of a picture may share a colour in one theme but not in the other. So the picture is painted with distinct colours
/// (`Theme.withDistinctColors`), which are replaced as it is written.
struct Recoloring {
  private let slots: [(name: String, painted: String, own: String, other: String)]

  init(from theme: Theme, to other: Theme) {
    let (own, painted, others) = (theme.colors, theme.withDistinctColors.colors, other.colors)
    slots = own.indices.map { ("c\($0)", painted[$0], own[$0], others[$0]) }
  }

  /// Adds the classes of its colours to every painted element.
  func recolor(_ element: inout XMLElement) {
    for (attribute, prefix) in [("fill", "f"), ("stroke", "s")] {
      guard let color = element[attribute]?.uppercased(), let slot = slots.first(where: { $0.painted == color }) else {
        continue
      }
      if let index = element.attributes.firstIndex(where: { $0.name == attribute }) {
        element.attributes[index].value = slot.own
      }
      element["class"] = [element["class"], prefix + slot.name].compactMap { $0 }.joined(separator: " ")
    }
    element.content = element.content.map { part in
      guard case .element(var inner) = part else { return part }
      recolor(&inner)
      return .element(inner)
    }
  }

  /// The CSS that changes the colours of the classes.
  var css: String {
    let rules = slots.flatMap { slot in
      [".f\(slot.name) { fill: \(slot.other) }", ".s\(slot.name) { stroke: \(slot.other) }"]
    }
    return "@media (prefers-color-scheme: dark) {\n\(rules.joined(separator: "\n"))\n}"
  }
}

extension Theme {
  /// Its colours, in one order for all themes.
  var colors: [String] {
    [page, first, second, otherState, group, organization, official, place, card].flatMap { [$0.fill, $0.text] }
      + [
        quiet, hairline, firstPanel, secondPanel, groupOutline, toneText, conflict, neutral, cooperation,
        added, removed, changed,
      ] + tones + blocColors
  }

  /// As many for each theme.
  private var blocColors: [String] { (0..<5).map(blocGround) }

  /// The same theme with all colours distinct, by differences too small to see.
  var withDistinctColors: Theme {
    var taken: Set<String> = []
    func fresh(_ color: String) -> String {
      guard var number = Int(color.dropFirst(), radix: 16) else { preconditionFailure("'\(color)' is not #RRGGBB") }
      let step = number & 0xFF > 0x80 ? -1 : 1
      while !taken.insert(Theme.hex(number)).inserted { number += step }
      return Theme.hex(number)
    }
    func fresh(_ surface: Surface) -> Surface { Surface(fresh(surface.fill), fresh(surface.text)) }
    var theme = self
    let surfaces: [WritableKeyPath<Theme, Surface>] = [
      \.page, \.first, \.second, \.otherState, \.group, \.organization, \.official, \.place, \.card,
    ]
    for path in surfaces { theme[keyPath: path] = fresh(theme[keyPath: path]) }
    let plain: [WritableKeyPath<Theme, String>] = [
      \.quiet, \.hairline, \.firstPanel, \.secondPanel, \.groupOutline, \.toneText, \.conflict, \.neutral,
      \.cooperation,
      \.added, \.removed, \.changed,
    ]
    for path in plain { theme[keyPath: path] = fresh(theme[keyPath: path]) }
    theme.tones = theme.tones.map(fresh)
    theme.blocs = theme.blocColors.map(fresh)
    return theme
  }

  private static func hex(_ number: Int) -> String {
    let digits = String(number, radix: 16, uppercase: true)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }
}
