package import DyadContent
package import DyadCore

/// The name of a part of a page: what it shows.
package enum BlockKey: Hashable, Sendable {
  case title
  case notes
  case figure(Entity.ID)
  case card(Card.Kind)
  /// A card in its narrow version, which is measured beside the wide one.
  case narrowCard(Card.Kind)
  case panel(Figure.Side)
  /// The number of a tie, on its line.
  case number(Card.Kind)
  /// The mark of a change, on a line.
  case change(Line.ID)
  /// A mark of the legend.
  case swatch(Int)
  /// The meaning of a mark of the legend.
  case meaning(Int)
  /// The date above a frame of a film sheet.
  case date(Int)
  case timeline(TimelineKey)
  /// The name of a bloc, or its frame in a matrix.
  case bloc(Bloc.ID)
  /// The name of a bloc, in so many lines.
  case label(Bloc.ID, lines: Int)
  case matrix(MatrixKey)

  /// Whether it is on a line and moves with it.
  var isOnLine: Bool {
    switch self {
    case .number, .change: true
    default: false
    }
  }

  /// Whether it is a card of any kind and width.
  package var isCard: Bool {
    switch self {
    case .card, .narrowCard: true
    default: false
    }
  }
}

/// What a part of a matrix shows.
package enum MatrixKey: Hashable, Sendable {
  /// The number or the name above a column.
  case head(Entity.ID)
  /// The place of a party with itself.
  case diagonal(Entity.ID)
  /// The line from a head in the upper row to its column.
  case tick(Entity.ID)
  case cell(row: Entity.ID, column: Entity.ID)
  case sign(row: Entity.ID, column: Entity.ID)
  /// The corner that points to the column, or to the row.
  case pressure(row: Entity.ID, column: Entity.ID, isOnRow: Bool)
  case contest(row: Entity.ID, column: Entity.ID)
  /// The frame around the members of a bloc.
  case frame(Bloc.ID)
  /// The names of blocs with letters.
  case blocs
  /// The date of the cells above or below the diagonal.
  case date(isAbove: Bool)
  /// A mark of the legend, over the cell of its entry.
  case swatch(Int)
}

/// What a part of a timeline shows.
package enum TimelineKey: Hashable, Sendable {
  /// The days on which a phase holds for certain or only possibly.
  package enum Extent: String, Sendable { case certain, before, after, possible }
  /// A part of the overview that has a name beside it.
  package enum Part: String, Sendable { case tone, count, phases, events }

  /// The number of phases that have no band.
  case moreBands
  case axis, years, months, zero, eventLine, curve, sourcesEnd, sourcesEndLabel
  /// What the overview has no position for.
  case rest
  case year(Int)
  case tick(Day)
  case part(Part)
  /// An end of the scale of tones.
  case scaleEnd(Int)
  case lane(Entity.ID)
  /// The band of a phase; in the row of a party where there are several rows.
  case phase(Phase.ID, Extent, Entity.ID?)
  case fading(Phase.ID, Int, Entity.ID?)
  /// The wording of a phase.
  case reading(Phase.ID, Entity.ID?)
  case gap(Int)
  case step(Int)
  /// The line between two steps.
  case rise(Int)
  /// The number of events of a step.
  case count(Int)
  /// The mark of an event at its date.
  case mark(Event.ID, Entity.ID?)
  /// The days on which an event may have happened.
  case days(Event.ID, Entity.ID?)
  /// The line between the marks of a row.
  case marks(Entity.ID)
  /// The number of events that a stack of marks has no room for.
  case more(Int, Entity.ID?)
  case row(String)
  /// The date of a row.
  case date(String)
  case heading(Int)
  /// The line below a heading.
  case rule(Int)
  /// Time that is skipped between two rows.
  case skip(Int)
  /// The break of the lanes there.
  case interruption(Int)
  /// An event of a single party.
  case dot(Event.ID)
  /// The numbers of the sources of a row.
  case sources(Entity.ID)
  /// The line between two rows of parties.
  case divider(Int)
  /// A part of what a table counts; in the row of a party where there are several rows.
  case counted(CountTable.ID, CountPart, Entity.ID?)
  /// A mark of the key, and its meaning.
  case swatch(Int)
  case meaning(Int)

  /// A part of the bars of a table of counts.
  package enum CountPart: String, Sendable {
    case name, axis, top, bottom, caption, cooperation, conflict
    /// The bars of periods with few events.
    case thin
  }
}
