internal import DyadCore

/// What a block of a document asks for: `{.dyad dossier=ties between="pakistan afghanistan" on=2025-05-26}`.
struct PandocBlock {
  enum Show: String, CaseIterable { case picture, diff, timeline, film, table, phase }

  let show: Show
  let dossier: String
  let values: [String: String]

  /// A mistake in a block, in words.
  struct Mistake: Error { let words: String }

  /// The options of the tool that a block may give, by what it shows.
  private static let options: [Show: Set<String>] = [
    .picture: [
      "between", "around", "hops", "view", "on", "during", "known", "only", "without", "min-tone", "theme", "lang",
      "sources",
      "width", "height", "aspect", "title",
    ],
    .diff: [
      "between", "around", "hops", "from", "to", "known-from", "known-to", "against", "only", "without", "min-tone",
      "theme",
      "lang", "sources", "width", "height", "aspect",
    ],
    .timeline: [
      "between", "from", "to", "known", "even", "only", "without", "min-tone", "theme", "lang", "sources", "width",
      "height",
      "aspect", "title",
    ],
    .film: [
      "between", "around", "hops", "view", "every", "from", "to", "known", "only", "without", "theme", "lang", "width",
      "height", "aspect", "title",
    ],
    .table: [
      "between", "table", "on", "during", "known", "from", "to", "only", "without", "min-tone",
    ],
    .phase: ["between", "on", "known"],
  ]
  /// Those that take several words.
  private static let lists: Set<String> = ["between", "only", "without"]
  private static let flags: Set<String> = ["even"]
  private static let own: Set<String> = ["show", "dossier", "caption", "cite", "describe"]

  /// `standard` is the dossier that the document names for all of its blocks.
  init(_ attributes: [(key: String, value: String)], standard: String?, between: String? = nil) throws(Mistake) {
    var values = Dictionary(attributes.map { ($0.key, $0.value) }, uniquingKeysWith: { _, last in last })
    if let between { values["between"] = between }
    let asked = values["show"] ?? "picture"
    guard let show = Show(rawValue: asked) else {
      throw Mistake(words: "'show' is one of \(Show.allCases.map(\.rawValue).joined(separator: ", ")), not '\(asked)'")
    }
    let known = PandocBlock.options[show]!.union(PandocBlock.own)
    for (key, _) in attributes where !known.contains(key) {
      let hint = nearest(to: key, among: known.sorted()).map { ". Did you mean '\($0)'?" } ?? ""
      throw Mistake(words: "a \(show.rawValue) has no '\(key)'\(hint)")
    }
    guard let dossier = values["dossier"] ?? standard else {
      throw Mistake(words: "it names no dossier; give dossier=…, or 'dyad-dossier' in the document's metadata")
    }
    (self.show, self.dossier, self.values) = (show, dossier, values)
  }

  /// The same as words of a command line.
  var arguments: [String] {
    let known = PandocBlock.options[show]!
    return [dossier]
      + values.filter { known.contains($0.key) && $0.key != "table" }.sorted { $0.key < $1.key }.flatMap { key, value in
        if PandocBlock.flags.contains(key) { return value == "false" ? [] : ["--\(key)"] }
        let words = PandocBlock.lists.contains(key) ? value.split(separator: " ").map(String.init) : [value]
        return ["--\(key)"] + words
      }
  }
}
