import DyadCore

/// Selects and orders the parties of a matrix, and writes its cells.
struct MatrixWriter {
  private(set) var body = ContentBody()
  private(set) var matrix: MatrixContent

  private let view: View
  private let options: ContentOptions
  private let shownAs: Representatives

  /// - Parameters:
  ///   - diff: the two sides; the same snapshot twice in a plain picture.
  ///   - snapshot: both sides in one, with the focus and the filter of the view.
  init(
    _ diff: GraphDiff, _ snapshot: Snapshot, _ view: View, _ notes: Footnotes, _ options: ContentOptions,
    _ marks: Marks?
  ) {
    (self.view, self.options) = (view, options)
    let lexicon = options.lexicon
    let egos = Set(view.focus.parties)
    let shownAs = Representatives(snapshot, keeping: egos)
    self.shownAs = shownAs
    func summaries(_ side: Snapshot) -> [Dyad: DyadSummary] {
      let writer = RowWriter(snapshot: side, notes: notes, lexicon: lexicon, marks: marks, isTitled: true)
      let dyads = NetworkContent.dyads(writer, shownAs, egos).filter {
        $0.key.first != $0.key.second && $0.value.isCurrent(writer, within: options.window)
      }
      return Dictionary(
        uniqueKeysWithValues: dyads.map { ($0.key, DyadSummary($0.key, $0.value, writer, shownAs)) })
    }
    func seen(_ side: Snapshot) -> Snapshot {
      side.focused(on: view.focus).filtered(by: view.filter, keeping: view.focus.parties)
    }
    let new = marks == nil ? summaries(snapshot) : summaries(seen(diff.to))
    let old = marks == nil ? nil : summaries(seen(diff.from))
    let all = new.merging(old ?? [:]) { new, _ in new }
    let most = MatrixContent.mostParties
    let tied = Set(all.keys.flatMap { [$0.first, $0.second] })
    let parties = NetworkCore.parties(of: all.mapValues(\.tone), most: most, size: most, keeping: egos) ?? tied
    let order = MatrixWriter.ordered(parties.sorted(), [new, old ?? new])
    let blocs = MatrixWriter.blocs(view, snapshot, shownAs, egos, marks, Array(all.values), lexicon)
    let (grouped, frames) = MatrixWriter.grouped(order, blocs)
    let dates = old.map { _ in MatrixWriter.dates(diff, lexicon) }
    matrix = MatrixContent(
      parties: grouped, codes: grouped.map { MatrixWriter.code(of: $0, snapshot, lexicon) },
      cells: MatrixWriter.cells(grouped, new, old), frames: frames, dates: dates)
    let kept = Set(grouped)
    body.dyads = all.values.filter { kept.contains($0.dyad.first) && kept.contains($0.dyad.second) }
      .sorted { $0.dyad < $1.dyad }
    let framed = Set(frames.map(\.bloc))
    body.blocs = blocs.filter { framed.contains($0.id) }
    body.countOmitted(of: snapshot, view.focus, marks, lexicon)
    writeFigures(snapshot, notes, marks, missing: tied.subtracting(parties))
    let left = all.count - body.dyads.count
    if left > 0 { body.omissions.append(lexicon.phrase(.tiesLeftOut, count: left)) }
  }

  /// A short form, or a code in letters: that of ISO 3166 first.
  private static func code(of party: Entity.ID, _ snapshot: Snapshot, _ lexicon: Lexicon) -> String? {
    guard let entity = snapshot.party(party)?.item else { return nil }
    let label = snapshot.graph.label(of: party, at: snapshot.moment, in: lexicon)
    if label.count <= longestCode { return label }
    let codes = [entity.codes["iso3"]] + entity.codes.sorted { $0.key < $1.key }.map(\.value)
    return codes.compactMap(\.self).first { $0.count <= longestCode && $0.allSatisfy(\.isLetter) }
  }

  private static let longestCode = 5

  // MARK: Order

  /// Parties with similar ties next to each other.
  ///
  /// A party is as close to itself as allies are, so that two allies are alike.
  private static func ordered(_ parties: [Entity.ID], _ sides: [[Dyad: DyadSummary]]) -> [Entity.ID] {
    let profiles = parties.map { one in
      sides.flatMap { side in
        parties.map { other in one == other ? 1 : (side[Dyad(one, other)]?.tone?.value ?? 0) / 10 }
      }
    }
    let distances = profiles.map { one in
      profiles.map { other in
        zip(one, other).map { ($0 - $1) * ($0 - $1) }.reduce(0, +).squareRoot()
      }
    }
    return Seriation(distances: distances).order.map { parties[$0] }
  }

  private static func blocs(
    _ view: View, _ snapshot: Snapshot, _ shownAs: Representatives, _ egos: Set<Entity.ID>, _ marks: Marks?,
    _ dyads: [DyadSummary], _ lexicon: Lexicon
  ) -> [Bloc] {
    switch view.blocs {
    case .stated: NetworkContent.stated(snapshot, shownAs, egos, marks, lexicon).all
    case .found: Blocs.found(dyads.sorted { $0.dyad < $1.dyad }, lexicon).all
    case .none: []
    }
  }

  /// The members of each bloc next to each other, at their mean place; a party of several blocs is in the first.
  private static func grouped(
    _ order: [Entity.ID], _ blocs: [Bloc]
  ) -> (parties: [Entity.ID], frames: [MatrixContent.Frame]) {
    var free = Set(order)
    var groups: [(bloc: Bloc.ID?, parties: [Entity.ID])] = []
    for bloc in blocs {
      let members = order.filter { free.contains($0) && bloc.members.contains($0) }
      guard members.count > 1 else { continue }
      free.subtract(members)
      groups.append((bloc.id, members))
    }
    groups += order.filter(free.contains).map { (nil, [$0]) }
    let places = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
    func place(_ parties: [Entity.ID]) -> Double {
      Double(parties.compactMap { places[$0] }.reduce(0, +)) / Double(max(1, parties.count))
    }
    let sorted = groups.sorted { (place($0.parties), $0.parties[0]) < (place($1.parties), $1.parties[0]) }
    var (parties, frames): ([Entity.ID], [MatrixContent.Frame]) = ([], [])
    for group in sorted {
      let members = parties.count..<(parties.count + group.parties.count)
      if let bloc = group.bloc { frames.append(MatrixContent.Frame(bloc: bloc, members: members)) }
      parties += group.parties
    }
    return (parties, frames)
  }

  // MARK: Cells

  /// Both cells of each dyad; in a diff, the later state above the diagonal and the earlier one below it.
  private static func cells(
    _ parties: [Entity.ID], _ new: [Dyad: DyadSummary], _ old: [Dyad: DyadSummary]?
  ) -> [MatrixContent.Cell] {
    var cells: [MatrixContent.Cell] = []
    for (row, one) in parties.enumerated() {
      for (column, other) in parties.enumerated() where row != column {
        let dyad = Dyad(one, other)
        let summary = old == nil || row < column ? new[dyad] : old?[dyad]
        let isChanged = old.map { differ(new[dyad], $0[dyad]) } ?? false
        guard summary != nil || isChanged else { continue }
        cells.append(
          MatrixContent.Cell(
            row: row, column: column, summary: summary, pressesColumn: summary?.pressed.contains(other) ?? false,
            pressesRow: old != nil && summary?.pressed.contains(one) ?? false, isChanged: isChanged))
      }
    }
    return cells
  }

  /// Whether the two sides show different cells.
  private static func differ(_ new: DyadSummary?, _ old: DyadSummary?) -> Bool {
    guard let new, let old else { return (new == nil) != (old == nil) }
    return new.tone != old.tone || new.row?.id != old.row?.id || new.pressed != old.pressed
      || new.isContested != old.isContested
  }

  /// The dates of both sides: of the world, or of what is known.
  private static func dates(_ diff: GraphDiff, _ lexicon: Lexicon) -> [String] {
    let words = DateWords(lexicon)
    let (from, to) = (diff.from.moment, diff.to.moment)
    if from.days != to.days { return [words.words(from.days), words.words(to.days)] }
    guard let early = from.known, let late = to.known else {
      return [lexicon.phrase(.before), lexicon.phrase(.now)]
    }
    return [early, late].map(words.words)
  }

  private mutating func writeFigures(
    _ snapshot: Snapshot, _ notes: Footnotes, _ marks: Marks?, missing: Set<Entity.ID>
  ) {
    let lexicon = options.lexicon
    let writer = FigureWriter(snapshot: snapshot, notes: notes, lexicon: lexicon, marks: marks)
    let egos = Set(view.focus.parties)
    for party in matrix.parties {
      guard let held = snapshot.party(party) else { continue }
      var figure = writer.figure(held, side: egos.contains(party) ? .first : .other)
      (figure.lines, figure.claims, figure.numbers) = ([], [], [])
      body.figures.append(figure)
    }
    let shown = Set(matrix.parties)
    let left = snapshot.entities.filter {
      shownAs.isDrawn($0.id) && shownAs.shownAs[$0.id] == nil && !shown.contains($0.id)
    }
    for held in left { body.omitted.add(held.item) }
    let within = shownAs.shownAs.filter { shownAs.isDrawn($0.key) && shown.contains($0.value) }.count
    if within > 0 { body.omissions.append(lexicon.phrase(.shownWithinOthers, count: within)) }
    let weaker = missing.count
    if weaker > 0 { body.omissions.append(lexicon.phrase(.weakerPartiesLeftOut, count: weaker)) }
    let without = left.count { !missing.contains($0.id) }
    if without > 0 { body.omissions.append(lexicon.phrase(.othersWithoutTie, count: without)) }
  }
}
