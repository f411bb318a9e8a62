public import DyadContent
public import DyadCore

/// The colours of a picture, each as `#RRGGBB`.
///
///     try await Composition(content, style: Style(theme: .dark))
public struct Theme: Hashable, Sendable {
  /// A background and the colour of text on it.
  public struct Surface: Hashable, Sendable {
    /// The background, as `#RRGGBB`.
    public let fill: String
    /// The text on it, as `#RRGGBB`.
    public let text: String
    init(_ fill: String, _ text: String) { (self.fill, self.text) = (fill, text) }
  }

  /// Its name: `light`, `dark` or `print`.
  public internal(set) var id: String
  /// The background of the page and its text.
  public internal(set) var page: Surface
  /// The colour of secondary text.
  public internal(set) var quiet: String
  /// The colour of hairlines.
  public internal(set) var hairline: String
  /// The first state of the pair.
  public internal(set) var first: Surface
  /// The second state of the pair.
  public internal(set) var second: Surface
  /// The background of the first panel.
  public internal(set) var firstPanel: String
  /// The background of the second panel.
  public internal(set) var secondPanel: String
  /// Other states.
  public internal(set) var otherState: Surface
  /// Groups.
  public internal(set) var group: Surface
  /// The outlines of groups.
  public internal(set) var groupOutline: String
  /// Organizations.
  public internal(set) var organization: Surface
  /// Officials.
  public internal(set) var official: Surface
  /// Places.
  public internal(set) var place: Surface
  /// Cards.
  public internal(set) var card: Surface
  /// The backgrounds of the heads of cards, from conflict to cooperation.
  public internal(set) var tones: [String]
  /// The grounds of blocs, in turn.
  public internal(set) var blocs: [String]
  /// The text on all of them.
  public internal(set) var toneText: String
  /// The colour of lines and signs of conflict.
  public internal(set) var conflict: String
  /// The colour of neutral lines and signs.
  public internal(set) var neutral: String
  /// The colour of lines and signs of cooperation.
  public internal(set) var cooperation: String
  /// The colour of marks of additions.
  public internal(set) var added: String
  /// The colour of marks of removals.
  public internal(set) var removed: String
  /// The colour of marks of changes.
  public internal(set) var changed: String

  /// The colour of lines and signs of a tone.
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

  /// The background for a tone: one of `tones`, which divide the scale evenly.
  public func ground(_ tone: Tone) -> String {
    guard tone.sign != .neutral else { return tones[tones.count / 2] }
    let steps = tones.count / 2
    let step = min(steps, Int((abs(tone.value) / 10 * Double(steps)).rounded(.up)))
    return tones[steps + (tone.sign == .conflict ? -step : step)]
  }

  /// The ground of a bloc, by its place among all.
  func ground(of bloc: Bloc, among all: [Bloc]) -> String {
    blocGround(all.firstIndex { $0.id == bloc.id } ?? 0)
  }

  /// The ground of the bloc at a place among all.
  func blocGround(_ index: Int) -> String { blocs[index % blocs.count] }

  /// Every pair of text and background that a picture may show, for tests of contrast.
  public var surfaces: [Surface] {
    [page, first, second, otherState, group, organization, official, place, card]
      + [page, card, official, organization, group, place].map { Surface($0.fill, quiet) }
      + blocs.map { Surface($0, page.text) }
      + [page, card].flatMap { ground in
        [conflict, cooperation, added, removed, changed].map { Surface(ground.fill, $0) }
      }
      + tones.map { Surface($0, toneText) } + [firstPanel, secondPanel].map { Surface($0, page.text) }
      + [firstPanel, secondPanel].map { Surface($0, quiet) }
  }

  /// All themes.
  public static let all: [Theme] = [light, dark, print]

  /// For pages on a screen or in colour.
  public static let light = Theme(
    id: "light", page: Surface("#FFFFFF", "#1B1F23"), quiet: "#565D64", hairline: "#C9CED3",
    first: Surface("#0B4F8A", "#FFFFFF"), second: Surface("#4A7023", "#FFFFFF"), firstPanel: "#EEF4FA",
    secondPanel: "#F0F5ED", otherState: Surface("#5E6972", "#FFFFFF"), group: Surface("#FBE9D0", "#3A2A12"),
    groupOutline: "#A8772E", organization: Surface("#ECEEF0", "#1B1F23"), official: Surface("#FFFFFF", "#1B1F23"),
    place: Surface("#FFFFFF", "#1B1F23"), card: Surface("#FFFFFF", "#1B1F23"),
    tones: ["#F4A88C", "#FBCDB5", "#FDDBC7", "#F1F1F1", "#DCEAF3", "#BBD9EB", "#8FC1DE"],
    blocs: ["#E3EEDC", "#F6E8D5", "#E5E3F3", "#DDEEF0", "#F3E1E6"], toneText: "#14181C",
    conflict: "#B2182B", neutral: "#6E7781", cooperation: "#2166AC",
    added: "#11655F", removed: "#8F4522", changed: "#80560A")

  /// For dark pages.
  public static let dark = Theme(
    id: "dark", page: Surface("#14181C", "#F0F2F4"), quiet: "#B3BAC1", hairline: "#4A525A",
    first: Surface("#8FC3F0", "#0B1620"), second: Surface("#B9D98C", "#10180C"), firstPanel: "#1B2733",
    secondPanel: "#1F2A1C", otherState: Surface("#9AA5AF", "#101418"), group: Surface("#4A3A1E", "#FBEBD2"),
    groupOutline: "#D9A95C", organization: Surface("#2B323A", "#F0F2F4"), official: Surface("#22282E", "#F0F2F4"),
    place: Surface("#14181C", "#F0F2F4"), card: Surface("#1B2026", "#F0F2F4"),
    tones: ["#7A2B1E", "#5F2A20", "#4A2A24", "#30363C", "#22384A", "#1F4562", "#1B547C"],
    blocs: ["#24331F", "#3A2F1C", "#2C2A42", "#1D3438", "#3A242C"], toneText: "#FFFFFF",
    conflict: "#F2917C", neutral: "#A5AEB7", cooperation: "#7DBBE8",
    added: "#66D6CB", removed: "#EBA98A", changed: "#EBBE63")

  /// For black and white: signs, dashes and text replace colours.
  public static let print = Theme(
    id: "print", page: Surface("#FFFFFF", "#000000"), quiet: "#404040", hairline: "#A0A0A0",
    first: Surface("#1A1A1A", "#FFFFFF"), second: Surface("#555555", "#FFFFFF"), firstPanel: "#FFFFFF",
    secondPanel: "#FFFFFF", otherState: Surface("#6A6A6A", "#FFFFFF"), group: Surface("#F0F0F0", "#000000"),
    groupOutline: "#404040", organization: Surface("#FFFFFF", "#000000"), official: Surface("#FFFFFF", "#000000"),
    place: Surface("#FFFFFF", "#000000"), card: Surface("#FFFFFF", "#000000"),
    tones: ["#C8C8C8", "#DADADA", "#E8E8E8", "#F6F6F6", "#F0F0F0", "#F0F0F0", "#F0F0F0"],
    blocs: ["#ECECEC", "#F2F2F2", "#E6E6E6"], toneText: "#000000",
    conflict: "#000000", neutral: "#606060", cooperation: "#000000",
    added: "#000000", removed: "#000000", changed: "#000000")

  /// The theme with a name; `nil` if there is none.
  public static func named(_ id: String) -> Theme? { all.first { $0.id == id } }
}
