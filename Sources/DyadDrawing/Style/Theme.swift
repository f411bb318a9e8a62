public import DyadCore
public import DyadContent

/// The colours of a picture.
///
///     Composition(content, style: Style(theme: .dark))
public struct Theme: Hashable, Sendable {
  /// A ground and the text upon it.
  public struct Surface: Hashable, Sendable {
    public let fill: String
    public let text: String
    init(_ fill: String, _ text: String) { (self.fill, self.text) = (fill, text) }
  }

  public internal(set) var id: String
  public internal(set) var page: Surface
  /// Text that may be quieter than the rest, and hairlines.
  public internal(set) var quiet: String
  public internal(set) var hairline: String
  /// The two states of the pair, and the grounds of their panels.
  public internal(set) var first: Surface
  public internal(set) var second: Surface
  public internal(set) var firstPanel: String
  public internal(set) var secondPanel: String
  public internal(set) var otherState: Surface
  public internal(set) var group: Surface
  public internal(set) var groupOutline: String
  public internal(set) var organization: Surface
  public internal(set) var official: Surface
  public internal(set) var place: Surface
  public internal(set) var card: Surface
  /// Grounds of a card's head, from conflict to cooperation, and the text upon all of them.
  public internal(set) var tones: [String]
  public internal(set) var toneText: String
  /// Lines and signs.
  public internal(set) var conflict: String
  public internal(set) var neutral: String
  public internal(set) var cooperation: String
  /// What is new, gone or changed.
  public internal(set) var added: String
  public internal(set) var removed: String
  public internal(set) var changed: String

  /// The colour of a line or sign of that tone.
  public func line(_ tone: Tone) -> String {
    switch tone.sign {
    case .conflict: conflict
    case .neutral: neutral
    case .cooperation: cooperation
    }
  }

  /// The colour of a mark.
  public func color(_ mark: Mark) -> String {
    switch mark {
    case .added: added
    case .removed: removed
    case .changed: changed
    case .kept: quiet
    }
  }

  /// The ground for a tone: one of `tones`, evenly divided over the scale.
  public func ground(_ tone: Tone) -> String {
    guard tone.sign != .neutral else { return tones[tones.count / 2] }
    let steps = tones.count / 2
    let step = min(steps, Int((abs(tone.value) / 10 * Double(steps)).rounded(.up)))
    return tones[steps + (tone.sign == .conflict ? -step : step)]
  }

  /// Every pair of text and ground that a picture may show, for the test of contrast.
  public var surfaces: [Surface] {
    [page, first, second, otherState, group, organization, official, place, card]
      + [page, card, official, organization, group, place].map { Surface($0.fill, quiet) }
      + [page, card].flatMap { ground in
        [conflict, cooperation, added, removed, changed].map { Surface(ground.fill, $0) }
      }
      + tones.map { Surface($0, toneText) } + [firstPanel, secondPanel].map { Surface($0, page.text) }
      + [firstPanel, secondPanel].map { Surface($0, quiet) }
  }

  public static let all: [Theme] = [light, dark, print]

  public static let light = Theme(
    id: "light", page: Surface("#FFFFFF", "#1B1F23"), quiet: "#565D64", hairline: "#C9CED3",
    first: Surface("#0B4F8A", "#FFFFFF"), second: Surface("#4A7023", "#FFFFFF"), firstPanel: "#EEF4FA",
    secondPanel: "#F0F5ED", otherState: Surface("#5E6972", "#FFFFFF"), group: Surface("#FBE9D0", "#3A2A12"),
    groupOutline: "#A8772E", organization: Surface("#ECEEF0", "#1B1F23"), official: Surface("#FFFFFF", "#1B1F23"),
    place: Surface("#FFFFFF", "#1B1F23"), card: Surface("#FFFFFF", "#1B1F23"),
    tones: ["#F4A88C", "#FBCDB5", "#FDDBC7", "#F1F1F1", "#DCEAF3", "#BBD9EB", "#8FC1DE"], toneText: "#14181C",
    conflict: "#B2182B", neutral: "#6E7781", cooperation: "#2166AC",
    added: "#11655F", removed: "#8F4522", changed: "#80560A")

  public static let dark = Theme(
    id: "dark", page: Surface("#14181C", "#F0F2F4"), quiet: "#B3BAC1", hairline: "#4A525A",
    first: Surface("#8FC3F0", "#0B1620"), second: Surface("#B9D98C", "#10180C"), firstPanel: "#1B2733",
    secondPanel: "#1F2A1C", otherState: Surface("#9AA5AF", "#101418"), group: Surface("#4A3A1E", "#FBEBD2"),
    groupOutline: "#D9A95C", organization: Surface("#2B323A", "#F0F2F4"), official: Surface("#22282E", "#F0F2F4"),
    place: Surface("#14181C", "#F0F2F4"), card: Surface("#1B2026", "#F0F2F4"),
    tones: ["#7A2B1E", "#5F2A20", "#4A2A24", "#30363C", "#22384A", "#1F4562", "#1B547C"], toneText: "#FFFFFF",
    conflict: "#F2917C", neutral: "#A5AEB7", cooperation: "#7DBBE8",
    added: "#66D6CB", removed: "#EBA98A", changed: "#EBBE63")

  /// For black and white: signs, dashes and words carry what colour does elsewhere.
  public static let print = Theme(
    id: "print", page: Surface("#FFFFFF", "#000000"), quiet: "#404040", hairline: "#A0A0A0",
    first: Surface("#1A1A1A", "#FFFFFF"), second: Surface("#555555", "#FFFFFF"), firstPanel: "#FFFFFF",
    secondPanel: "#FFFFFF", otherState: Surface("#6A6A6A", "#FFFFFF"), group: Surface("#F0F0F0", "#000000"),
    groupOutline: "#404040", organization: Surface("#FFFFFF", "#000000"), official: Surface("#FFFFFF", "#000000"),
    place: Surface("#FFFFFF", "#000000"), card: Surface("#FFFFFF", "#000000"),
    tones: ["#C8C8C8", "#DADADA", "#E8E8E8", "#F6F6F6", "#F0F0F0", "#F0F0F0", "#F0F0F0"], toneText: "#000000",
    conflict: "#000000", neutral: "#606060", cooperation: "#000000",
    added: "#000000", removed: "#000000", changed: "#000000")

  public static func named(_ id: String) -> Theme? { all.first { $0.id == id } }
}
