internal import DyadContent
internal import DyadCore
internal import DyadDrawing

/// A block of a document: `{.dyad dossier=ties between="pakistan afghanistan" on=2025-05-26}`.
struct PandocBlock {
  /// The content of a block.
  enum Show: String, CaseIterable {
    case picture, diff, timeline, film, table, phase

    /// The form of the picture, or `nil` for a table and a phase.
    var form: PictureOptions.Form? {
      switch self {
      case .picture: .picture
      case .diff: .diff
      case .timeline: .timeline
      case .film: .film
      case .table, .phase: nil
      }
    }
  }

  /// An error in a block.
  struct Mistake: Error { let message: String }

  let show: Show
  let dossier: String
  /// All attributes as written.
  let values: [String: String]
  let options: PictureOptions

  /// - Parameters:
  ///   - standard: The dossier of all blocks, from the metadata of the document.
  ///   - between: The parties of a phase, which are the text of its span.
  init(_ attributes: [(key: String, value: String)], standard: String?, between: String? = nil) throws(Mistake) {
    var values = Dictionary(attributes.map { ($0.key, $0.value) }, uniquingKeysWith: { _, last in last })
    if let between { values["between"] = between }
    let asked = values["show"] ?? "picture"
    guard let show = Show(rawValue: asked) else {
      throw Mistake(
        message: "invalid 'show' '\(asked)'; expected one of \(Show.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    let known = PandocAttribute.all.filter { $0.shows.contains(show) }
    let names = known.map(\.name) + PandocAttribute.own
    for (key, _) in attributes where !names.contains(key) {
      let hint = nearest(to: key, among: names.sorted()).map { "; did you mean '\($0)'?" } ?? ""
      throw Mistake(message: "unknown attribute '\(key)' of a \(show.rawValue)\(hint)")
    }
    guard let dossier = values["dossier"] ?? standard else {
      throw Mistake(message: "no dossier is named; add dossier=…, or 'dyad-dossier' to the document's metadata")
    }
    var options = PictureOptions()
    for attribute in known {
      guard let value = values[attribute.name] else { continue }
      guard attribute.set(&options, value) else {
        throw Mistake(message: "invalid \(attribute.type) '\(value)' for '\(attribute.name)'")
      }
    }
    if let form = show.form, let contradiction = options.contradiction(for: form, { "'\($0)'" }) {
      throw Mistake(message: contradiction)
    }
    (self.show, self.dossier, self.values, self.options) = (show, dossier, values, options)
  }
}

/// An attribute of a block, and the option that it sets.
struct PandocAttribute {
  let name: String
  let shows: Set<PandocBlock.Show>
  /// The type of its value, for messages.
  let type: String
  /// Sets the option; returns false if the value is invalid.
  let set: @Sendable (inout PictureOptions, String) -> Bool

  /// Attributes of every block, besides options of pictures.
  static let own = ["show", "dossier", "caption", "cite", "describe"]

  private static let pictures: Set<PandocBlock.Show> = [.picture, .diff, .timeline, .film]
  private static let everywhere: Set<PandocBlock.Show> = [.picture, .diff, .timeline, .film, .table]

  static let all = parties + dates + filters + style

  private static let parties: [PandocAttribute] = [
    list("between", everywhere.union([.phase])) { $0.between = $1 },
    text("around", [.picture, .diff, .timeline, .film]) { $0.around = $1 },
    value("hops", [.picture, .diff, .film], "number", { Int($0) }) { $0.hops = $1 },
    text("view", [.picture, .timeline, .film]) { $0.view = $1 },
    text("against", [.diff]) { _, _ in },
    text("table", [.table]) { _, _ in },
    value("as-matrix", [.picture, .diff], "choice", { ["true": true, "false": false, "": true][$0] }) {
      $0.isMatrix = $1
    },
    text("counts", [.picture, .diff, .timeline, .film]) { $0.counts = $1 },
    value("blocs", [.picture, .diff], "choice", { View.Blocs(rawValue: $0) }) { $0.blocs = $1 },
  ]

  private static let dates: [PandocAttribute] = [
    date("on", [.picture, .table, .phase]) { $0.on = $1 },
    value("during", [.picture, .table], "interval", { Interval($0) }) { $0.during = $1 },
    date("known", [.picture, .timeline, .film, .table, .phase]) { $0.known = $1 },
    date("from", [.diff, .timeline, .film, .table]) { $0.from = $1 },
    date("to", [.diff, .timeline, .film, .table]) { $0.to = $1 },
    date("known-from", [.diff, .table]) { $0.knownFrom = $1 },
    date("known-to", [.diff, .table]) { $0.knownTo = $1 },
    value("every", [.film], "step", { Cadence($0) }) { $0.every = $1 },
  ]

  private static let filters: [PandocAttribute] = [
    list("only", everywhere) { $0.only = $1 },
    list("without", everywhere) { $0.without = $1 },
    number("min-tone", everywhere) { $0.minTone = $1 },
    value("window", [.picture, .diff, .film], "length", { Lookback($0) }) { $0.window = $1 },
  ]

  private static let style: [PandocAttribute] = [
    value("theme", pictures, "theme", { ThemeName(argument: $0) }) { $0.theme = $1.id },
    text("lang", pictures) { $0.language = $1 },
    value("sources", pictures, "choice", { SourcePlace(rawValue: $0) }) { $0.showsSources = $1 == .foot },
    value("width", pictures, "length", { Length($0) }) { $0.width = $1 },
    value("height", pictures, "length", { Length($0) }) { $0.height = $1 },
    value("aspect", pictures, "ratio", { AspectRatio(argument: $0) }) { $0.aspect = $1 },
    text("title", pictures) { $0.title = $1 },
    text("standfirst", pictures) { $0.standfirst = $1 },
    text("credit", pictures) { $0.credit = $1 },
    value("detail", pictures, "choice", { DetailLevel(rawValue: $0) }) { $0.detail = $1 },
  ]

  private static func date(
    _ name: String, _ shows: Set<PandocBlock.Show>,
    _ set: @escaping @Sendable (inout PictureOptions, PartialDate) -> Void
  ) -> PandocAttribute { value(name, shows, "date", { PartialDate($0) }, set) }

  private static func number(
    _ name: String, _ shows: Set<PandocBlock.Show>, _ set: @escaping @Sendable (inout PictureOptions, Double) -> Void
  ) -> PandocAttribute { value(name, shows, "number", { Double($0) }, set) }

  private static func value<Value>(
    _ name: String, _ shows: Set<PandocBlock.Show>, _ type: String, _ parse: @escaping @Sendable (String) -> Value?,
    _ set: @escaping @Sendable (inout PictureOptions, Value) -> Void
  ) -> PandocAttribute {
    PandocAttribute(name: name, shows: shows, type: type) { options, text in
      guard let value = parse(text) else { return false }
      set(&options, value)
      return true
    }
  }

  private static func text(
    _ name: String, _ shows: Set<PandocBlock.Show>, _ set: @escaping @Sendable (inout PictureOptions, String) -> Void
  ) -> PandocAttribute { value(name, shows, "value", { $0 }, set) }

  private static func list(
    _ name: String, _ shows: Set<PandocBlock.Show>, _ set: @escaping @Sendable (inout PictureOptions, [String]) -> Void
  ) -> PandocAttribute { value(name, shows, "value", { $0.split(separator: " ").map(String.init) }, set) }
}
