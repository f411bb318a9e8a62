/// A fixed phrase of pictures, which each language translates as a whole.
///
/// `{1}`, `{2}` and `{3}` are placeholders; `|` separates the singular from the plural.
///
///     Lexicon.english.phrase(.since, "Aug 2021")     // "since Aug 2021"
public enum Phrase: String, CaseIterable, Hashable, Sendable {
  // Title and subtitle
  case pair, relations, allOnRecord, asOf, during, couldBeKnown, fromTo, learned
  // Kinds of entity
  case state, group, organization, official, place
  // Legend
  case cooperation, conflict, neither, friendly, hostile, notOnRecord, contested, possibly, possiblyThen
  case saysSo, deniedBySomebody, highConfidence, mediumConfidence, lowConfidence, numbered, added, removed, changed,
    kept
  // Dates
  case always, atUnknownDate, sinceUnknownDate, endUnknown, since, by, sinceOrLater, until, untilOrBefore, untilOrLater
  case after, before, about
  // Rows and cards
  case events, onOneSide, amongThem, noPhase, noPhaseYet, deniedBy, theSource, noSource, severally, governs
  case partOf
  // What was left out
  case eventsLeftOut, tiesAmongLeftOut, thirdPartiesLeftOut, partiesLeftOut, tiesLeftOut, othersWithoutTie
  case filteredOut, rolledUp, shownWithinOthers
  // Timelines
  case tone, noPhaseOnRecord, daysPossible, phaseTone, scoresByYear, scoresByMonth, scoresDecayed, thinEvidence
  case scoresCount, weakerEventsLeftOut
  // Counts
  case countEvents, countRelations, countParties
  // The description
  case isA, isPossiblyA, say, was, nothingChanged
}
