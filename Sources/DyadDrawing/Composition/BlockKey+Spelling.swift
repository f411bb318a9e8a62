internal import DyadContent
internal import DyadCore

// The ids of SVG, the nodes and edges of Graphviz, and the places of a lock are spelled here and nowhere else.

extension BlockKey {
  /// Its id in an SVG.
  package var id: String {
    switch self {
    case .title: "title"
    case .notes: "notes"
    case .figure(let entity): "entity-\(entity)"
    case .card(let kind): "card-\(kind.id)"
    case .narrowCard(let kind): "card-\(kind.id)-narrow"
    case .panel(let side): "cluster-\(side)"
    case .number(let kind): "number-\(kind.id)"
    case .change(let line): "number-\(line.id)"
    case .swatch(let index): "legend-\(index)"
    case .meaning(let index): "meaning-\(index)"
    case .date(let index): "date-\(index)"
    case .timeline(let key): key.id
    case .bloc(let bloc): "bloc-\(bloc.text)"
    case .label(let bloc, let lines): "bloc-\(bloc.text)-\(lines)"
    case .matrix(let key): key.id
    }
  }

  /// Its id on a page with several frames.
  package func id(inFrame frame: Int?) -> String { id + Frame.suffix(frame) }
}

extension Bloc.ID {
  package var text: String {
    switch self {
    case .organization(let entity): entity.text
    case .community(let number): String(number)
    }
  }
}

extension MatrixKey {
  var id: String {
    switch self {
    case .head(let party): "column-\(party)"
    case .diagonal(let party): "self-\(party)"
    case .tick(let party): "column-line-\(party)"
    case .cell(let row, let column): "cell-\(row)--\(column)"
    case .sign(let row, let column): "sign-\(row)--\(column)"
    case .pressure(let row, let column, let isOnRow): "pressure-\(row)--\(column)\(isOnRow ? "-row" : "")"
    case .contest(let row, let column): "contest-\(row)--\(column)"
    case .blocs: "blocs"
    case .frame(let bloc): "frame-\(bloc.text)"
    case .date(let isAbove): isAbove ? "date-above" : "date-below"
    case .swatch(let index): "legend-sign-\(index)"
    }
  }
}

extension TimelineKey {
  var id: String {
    switch self {
    case .moreBands: "more-phases"
    case .axis: "axis"
    case .years: "years"
    case .months: "months"
    case .zero: "zero"
    case .eventLine: "event-line"
    case .curve: "tone"
    case .sourcesEnd: "sources-end"
    case .sourcesEndLabel: "sources-end-date"
    case .rest: "without-position"
    case .year(let year): "year-\(year)"
    case .tick(let day): "tick-\(day)"
    case .part(let part): "head-\(part.rawValue)"
    case .scaleEnd(let value): "tone-\(value)"
    case .lane(let entity): "lane-\(entity)"
    case .phase(let phase, .certain, let row): "phase-\(phase)" + TimelineKey.suffix(row)
    case .phase(let phase, let extent, let row): "phase-\(phase)-\(extent.rawValue)" + TimelineKey.suffix(row)
    case .fading(let phase, let slice, let row): "phase-\(phase)-open-\(slice)" + TimelineKey.suffix(row)
    case .reading(let phase, let row): "word-\(phase)" + TimelineKey.suffix(row)
    case .gap(let index): "gap-\(index)"
    case .step(let index): "step-\(index)"
    case .rise(let index): "rise-\(index)"
    case .count(let index): "count-\(index)"
    case .mark(let event, let row): "mark-\(event)" + TimelineKey.suffix(row)
    case .days(let event, let row): "days-\(event)" + TimelineKey.suffix(row)
    case .marks(let party): "marks-\(party)"
    case .more(let index, let row): "more-\(index)" + TimelineKey.suffix(row)
    case .row(let claim): "row-\(claim)"
    case .date(let claim): "date-\(claim)"
    case .heading(let index): "heading-\(index)"
    case .rule(let index): "rule-\(index)"
    case .skip(let index): "skip-\(index)"
    case .interruption(let index): "break-\(index)"
    case .dot(let event): "event-\(event)"
    case .sources(let party): "sources-\(party)"
    case .divider(let index): "divider-\(index)"
    case .counted(let table, let part, let row): "counted-\(table)-\(part.rawValue)" + TimelineKey.suffix(row)
    case .swatch(let index): "key-mark-\(index)"
    case .meaning(let index): "key-\(index)"
    }
  }

  /// The party of the row: a relation of three parties is in the rows of two.
  private static func suffix(_ row: Entity.ID?) -> String { row.map { ".\($0)" } ?? "" }
}

extension Card.Kind {
  var id: String {
    switch self {
    case .pair: "dyad"
    case .alter(let entity): "third-\(entity)"
    case .ego: "own"
    case .amongAlters: "among"
    case .tie(let dyad): dyad.description
    case .timeline: "timeline"
    }
  }
}

extension Line.Subject {
  var id: String {
    switch self {
    case .card(let kind): kind.id
    case .claim(let claim, part: 1): claim
    case .claim(let claim, let part): "\(claim)-\(part)"
    }
  }
}

extension Line.ID {
  var id: String { "\(from)-\(subject.id)\(part > 1 ? "-\(part)" : "")" }
}

extension PlacedLine {
  /// Its key among the edges of Graphviz.
  package var key: String { (swatch.map { "legend-\($0)" } ?? line.id.id) + Frame.suffix(frame) }

  /// Its id in an SVG.
  package var id: String {
    (swatch.map { "tie-legend-\($0)" } ?? "tie-\(line.from)-\(line.to?.text ?? line.subject.id)\(part)")
      + Frame.suffix(frame)
  }

  private var part: String {
    line.part > 1 ? "-\(line.part)" : ""
  }
}

/// A frame of a film sheet. Equal parts of different frames have the same key, and ids with different suffixes.
enum Frame {
  static func suffix(_ frame: Int?) -> String { frame.map { "@\($0)" } ?? "" }
}
