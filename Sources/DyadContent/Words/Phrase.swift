package import DyadCore

/// A fixed phrase of pictures, which each language translates as a whole.
///
/// `{1}`, `{2}` and `{3}` are placeholders; `|` separates the forms that counts take, in the order of CLDR: zero, one, two, few,
/// many, other, as far as the language has them.
///
///     Lexicon.english.phrase(.since, "Aug 2021")     // "since Aug 2021"
public enum Phrase: String, CaseIterable, Hashable, Sendable {
  // Title and subtitle
  case pair, relations, allDates, asOf, during, couldBeKnown, fromTo, learned
  case finding, findingSince, findingOfChange, perhaps, perhapsAlready, perhapsStill, reportedly
  case hostileTies, onlyHostileTies, cooperativeTies, onlyCooperativeTies
  // Sources
  case source, sourceOf, sources, sourcesOfYears
  case pressReports, broadcasts, statements, speeches, interviews, treaties, reports, scholarlyArticles, books,
    datasets,
    webPages
  // Kinds of entity
  case state, group, organization, official, place
  // Legend
  case cooperation, conflict, neutral, cooperativeLine, hostileLine, neutralOrUnknown, contested, possibly
  case dateUncertain, attributed, denied, highConfidence, mediumConfidence, lowConfidence, tieNumber
  case added, removed, changed, kept, certaintyDiffers
  // Blocs and matrices
  case foundBloc, blocStated, blocFound, blocFoundOverPeriod, cooperativeCell, hostileCell, pressesColumn, before, now,
    aboveDiagonal,
    belowDiagonal
  // Dates
  case always, atUnknownDate, sinceUnknownDate, endUnknown, since, by, sinceOrLater, until, untilOrBefore, untilOrLater
  case after, about
  // Rows and cards
  case standing, exchange, course, events, background, amongOthers, noInformation, noInformationYet, deniedBy,
    theSource,
    noSource, severally
  case inPower, partOf, inferred, inferredByCoder, draft, unnamed
  // Links between events
  case consequence, exchanged, partOfAbove, effectAndAct
  case leadsTo, inReturnFor, respondsTo, partOfEvent
  // What was left out
  case eventsLeftOut, phasesLeftOut, officialsLeftOut, tiesAmongLeftOut, thirdPartiesLeftOut, partiesLeftOut,
    tiesLeftOut, othersWithoutTie, tiesWithinParty, pairsWithOldEvents, weakerPartiesLeftOut
  case filteredOut, members, shownWithinOthers
  // Timelines
  case tone, phases, gap, daysPossible, holdsPossibly, goesOn, statedByNoSource, toneByYear, toneByMonth, thinEvidence
  case sourcesEnd, undated, afterSources, happenedBy, years, months, weakerEventsLeftOut, tiesOf
  // What data sets count
  case counted, countedReports, toneOfScores, toneOfShares, ruleNone, ruleStory, ruleDay, ruleMirror
  case byDay, byWeek, byMonth, byQuarter, byYear, linearScale, logarithmicScale
  // Films
  case noChange, framesShown, partiesNotShown
  // Comparisons
  case countAdded, countRemoved, countChanged
  // Punctuation
  case sentence, labelled, aside
  // Counts
  case countEvents, countRelations, countParties
  // The description
  case isA, isPossiblyA, accordingTo, was, nothingChanged
}

extension Phrase {
  /// The name of a kind of entity.
  init(_ kind: Entity.Kind) {
    self =
      switch kind {
      case .state: .state
      case .group: .group
      case .organization: .organization
      case .official: .official
      case .place: .place
      }
  }

  /// The number of sources of one kind; of sources of several kinds, or of none that is known.
  package init(_ kind: Source.Kind?) {
    self =
      switch kind {
      case .press: .pressReports
      case .broadcast: .broadcasts
      case .statement: .statements
      case .speech: .speeches
      case .interview: .interviews
      case .treaty: .treaties
      case .report: .reports
      case .article: .scholarlyArticles
      case .book: .books
      case .dataset: .datasets
      case .web: .webPages
      case nil: .sources
      }
  }

  /// The name of a change.
  init(_ mark: Mark) {
    self =
      switch mark {
      case .added: .added
      case .removed: .removed
      case .changed: .changed
      case .kept: .kept
      }
  }
}

extension EventLink.Kind {
  /// What stands between the two events.
  var phrase: Phrase {
    switch self {
    case .leadsTo: .leadsTo
    case .inReturnFor: .inReturnFor
    case .respondsTo: .respondsTo
    case .partOf: .partOfEvent
    }
  }

  /// "in return for: the ferry sails again"
  package func words(_ event: String) -> String { Lexicon.english.phrase(phrase, event) }
}
