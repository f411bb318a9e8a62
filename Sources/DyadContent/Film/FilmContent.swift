import DyadCore

/// What the frames of a film show: each date, with the changes since the one before.
///
///     let source = FilmContent.Source(of: graph, in: view, on: days)
///     print(FilmContent(source).narrative)
public struct FilmContent: Sendable {
  /// Whether frames mark changes.
  public enum Marking: Sendable { case marked, plain, both }

  /// What it is made from.
  public let source: Source
  /// Everything that is in a frame, on one page.
  public let union: Content
  private let details: [Detail]
  /// A frame for each day with its changes marked; empty if only plain ones are asked for.
  package let marked: [Content]
  /// A frame for each day without marks; empty if only marked ones are asked for.
  package let plain: [Content]

  /// The frames, in a language and with so much detail.
  ///
  /// - Parameter details: the detail of each frame, where they differ; each then shows what a picture of its day shows.
  public init(_ source: Source, options: ContentOptions = ContentOptions(), details: [Detail] = []) {
    func frames(isMarked: Bool) -> [Content] {
      source.diffs.indices.map { index in
        var own = options
        // What a frame is about stays in the picture; rows are left out first.
        own.keepsMinorParties = true
        if details.indices.contains(index) { own.detail = details[index] }
        return source.frame(index, isMarked: isMarked, own)
      }
    }
    let marked = source.marking == .plain ? [] : frames(isMarked: true)
    let plain = source.marking == .marked ? [] : frames(isMarked: false)
    let union = FilmContent.union(of: plain + marked, source, options)
    self.marked = marked.map { $0.restricted(to: union) }
    self.plain = plain.map { $0.restricted(to: union) }
    (self.source, self.union, self.details) = (source, union, details)
  }

  /// Everything that is in a frame, in the order of a picture of all days.
  private static func union(of frames: [Content], _ source: Source, _ options: ContentOptions) -> Content {
    var all = options
    all.detail = .everything
    let whole = source.union(all)
    var union = source.union(options)
    union.figures = merged(frames.map(\.figures), in: whole.figures.map(\.id))
    union.cards = merged(frames.map(\.cards), in: whole.cards.map(\.id))
    union.lines = merged(frames.map(\.lines), in: whole.lines.map(\.id))
    union.placeEachPartyOnce()
    // A mark in any frame needs room on its line.
    let changed = frames.flatMap(\.lines).filter { ($0.mark ?? .kept) != .kept }
    let marks = Dictionary(changed.map { ($0.id, $0.mark) }, uniquingKeysWith: { $1 })
    for index in union.lines.indices {
      union.lines[index].mark = marks[union.lines[index].id] ?? union.lines[index].mark
    }
    union.dyads = merged(frames.map(\.dyads), in: whole.dyads.map(\.id))
    union.blocs = merged(frames.map(\.blocs), in: whole.blocs.map(\.id))
    for index in union.blocs.indices where union.blocs[index].isOverPeriod {
      let blocs = frames.flatMap(\.blocs).filter { $0.id == union.blocs[index].id }
      union.blocs[index].members = Set(blocs.flatMap(\.members)).sorted()
    }
    let claims = Set(frames.flatMap(\.claims))
    union.claims = claims.sorted()
    let numbered = union.cards.indices.filter { union.cards[$0].number != nil }
    for (number, index) in numbered.enumerated() { union.cards[index].number = number + 1 }
    // A part of a film counts what is in none of its frames, not what is in none of the film.
    if source.range != nil { union.countOmitted(of: frames, claims) }
    return union
  }

  /// The parts of all frames, each as the last frame has it, in an order; those that are not in it come last.
  private static func merged<Part: Identifiable>(_ frames: [[Part]], in order: [Part.ID]) -> [Part] {
    let parts = frames.flatMap { $0 }
    let last = Dictionary(parts.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    let ids = unique(order.filter { last[$0] != nil } + parts.map(\.id))
    return ids.compactMap { last[$0] }
  }

  /// The frames: marked ones where there are such.
  public var frames: [Content] { marked.isEmpty ? plain : marked }

  /// The description of the first frame, and the changes of each other one.
  public var narrative: [String] {
    frames.prefix(1).map(\.description) + frames.dropFirst().map { lexicon.phrase(.labelled, $0.subtitle, $0.changes) }
  }

  /// The first and the last day: "30 Jun 2021 – 31 May 2025".
  public var span: String { source.days.isEmpty ? "" : DateWords(lexicon).words(source.span) }

  private var lexicon: Lexicon { union.options.lexicon }

  /// The film as one content: everything in it, dated with its span, described frame by frame.
  public var summary: Content {
    var content = union
    (content.narrative, content.frameDetails) = (narrative, details)
    (content.dates, content.basis) = (span, Subtitle(content.options.lexicon).basis(content.notes.sources))
    content.frameRange = source.range
    return content
  }
}

extension Content {
  /// A party that is on one side of a pair in the last frame, and beside the pair in others, has its place on the side.
  fileprivate mutating func placeEachPartyOnce() {
    guard case .pair = layout else { return }
    let beside = Set(figures.filter { $0.side == .other }.map(\.id))
    func isWithoutPlace(_ kind: Card.Kind?) -> Bool {
      if case .alter(let party)? = kind { !beside.contains(party) } else { false }
    }
    cards.removeAll { isWithoutPlace($0.kind) }
    lines.removeAll { isWithoutPlace($0.card) }
  }

  /// Counts what its frames leave out, if none of them shows it.
  fileprivate mutating func countOmitted(of frames: [Content], _ shown: Set<String>) {
    omitted = Omissions()
    for frame in frames {
      omitted.events.formUnion(frame.omitted.events.filter { !shown.contains($0.text) })
      omitted.phases.formUnion(frame.omitted.phases.filter { !shown.contains($0.text) })
      omitted.parties.formUnion(frame.omitted.parties.filter { !shown.contains($0.text) })
      omitted.officials.formUnion(frame.omitted.officials.filter { !shown.contains($0.text) })
    }
    let counts = [
      (Phrase.partiesNotShown, omitted.parties.count + omitted.officials.count),
      (.eventsLeftOut, omitted.events.count), (.phasesLeftOut, omitted.phases.count),
    ]
    let filtered = frames.last?.omissions.last.flatMap { $0.hasPrefix(options.lexicon.filteredOutHead) ? $0 : nil }
    omissions =
      counts.filter { $0.1 > 0 }.map { options.lexicon.sentence(options.lexicon.phrase($0.0, count: $0.1)) }
      + (filtered.map { [$0] } ?? [])
  }

  /// The part that is on the stage, with the numbers of ties there.
  package func restricted(to stage: Content) -> Content {
    var content = self
    let isBeside = Dictionary(stage.figures.map { ($0.id, $0.side == .other) }, uniquingKeysWith: { one, _ in one })
    let (cards, lines) = (Set(stage.cards.map(\.id)), Set(stage.lines.map(\.id)))
    // A party that is not yet on a side is absent there.
    content.figures.removeAll { isBeside[$0.id] != ($0.side == .other) }
    content.cards.removeAll { !cards.contains($0.id) }
    content.lines.removeAll { !lines.contains($0.id) }
    let numbers = Dictionary(stage.cards.map { ($0.id, $0.number) }, uniquingKeysWith: { one, _ in one })
    for index in content.cards.indices { content.cards[index].number = numbers[content.cards[index].id] ?? nil }
    return content
  }
}

extension Lexicon {
  /// How the sentence begins that counts what a filter removes.
  fileprivate var filteredOutHead: String { phrase(.filteredOut, "") }
}
