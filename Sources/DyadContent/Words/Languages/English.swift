extension Lexicon {
  /// English.
  public static let english = Lexicon(
    language: "en", isRightToLeft: false,
    months: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    phrases: [
      .pair: "{1} and {2}", .relations: "Relations", .allOnRecord: "All that is on record", .asOf: "As of {1}",
      .during: "During {1}", .couldBeKnown: "{1}, as known on {2}",
      .fromTo: "From {1} to {2}", .learned: "{1}, learned between {2} and {3}",
      .added: "new", .removed: "gone", .changed: "changed", .kept: "as it was", .was: "{1} (was: {2})",
      .state: "state", .group: "group", .organization: "organization", .official: "official", .place: "place",
      .cooperation: "cooperation", .conflict: "conflict", .neither: "neither",
      .friendly: "friendly, the wider the more so", .hostile: "hostile, the wider the more so",
      .notOnRecord: "neither, or not on record", .contested: "contested",
      .possibly: "possibly", .possiblyThen: "possibly at this date",
      .saysSo: "who says so, as the source reports", .deniedBySomebody: "denied, and by whom",
      .highConfidence: "high confidence", .mediumConfidence: "moderate confidence", .lowConfidence: "low confidence",
      .numbered: "see the tie of that number below",
      .always: "always", .atUnknownDate: "at an unknown date", .sinceUnknownDate: "since an unknown date",
      .endUnknown: "{1}, end unknown", .since: "since {1}", .by: "by {1}", .sinceOrLater: "since {1} or later",
      .until: "until {1}", .untilOrBefore: "until {1} or before", .untilOrLater: "until {1} or later",
      .after: "after {1}", .before: "before {1}", .about: "about {1}",
      .events: "Events", .onOneSide: "On one side", .amongThem: "Among them",
      .noPhase: "No phase of the relation is on record for this date.",
      .noPhaseYet: "No phase of the relation is on record for this date; the next begins in {1}.",
      .deniedBy: "denied by {1}", .theSource: "the source", .noSource: "no source",
      .severally: "{1} ×{2}, the last of them: {3}", .governs: "governs {1}", .partOf: "part of {1}",
      .eventsLeftOut: "{1} earlier event not shown|{1} earlier events not shown",
      .tiesAmongLeftOut: "{1} tie among them not shown|{1} ties among them not shown",
      .thirdPartiesLeftOut: "{1} weaker third party not shown|{1} weaker third parties not shown",
      .partiesLeftOut: "{1} more party on the side of {2} not shown|{1} more parties on the side of {2} not shown",
      .tiesLeftOut: "{1} weaker tie not shown|{1} weaker ties not shown",
      .othersWithoutTie: "{1} party without a tie in this picture not shown|"
        + "{1} parties without a tie in this picture not shown",
      .shownWithinOthers:
        "{1} party told with the one that it belongs to|{1} parties told with those that they belong to",
      .filteredOut: "Left out by choice: {1}", .rolledUp: "with {1} of its own|with {1} of its own",
      .tone: "Tone", .noPhaseOnRecord: "no phase on record",
      .daysPossible: "from the first to the last day that it may have been",
      .phaseTone: "tone of the phase, from −10 to +10",
      .scoresByYear: "scores of the events between the two, added by the year",
      .scoresByMonth: "scores of the events between the two, added by the month",
      .scoresDecayed: "the same, each halved every {1} days", .thinEvidence: "thin evidence: fewer than {1} events",
      .scoresCount:
        "An event between the two counts with the score of its type, or its own tone, on the middle one of the days "
        + "that it may have been; what only possibly happened here, or is only denied, does not count. "
        + "n is the number of events that count: {1} in all.",
      .weakerEventsLeftOut: "{1} weaker event not shown|{1} weaker events not shown",
      .countEvents: "{1} event|{1} events", .countRelations: "{1} relation|{1} relations",
      .countParties: "{1} party|{1} parties",
      .nothingChanged: "Nothing changed.", .isA: "{1} ({2})", .isPossiblyA: "{1} ({2}, possibly)", .say: "{1}, say {2}",
    ],
    kinds: [:],
    nouns: [
      "ties": "ties", "alliance": "alliance", "trade": "trade", "rivalry": "rivalry", "war": "war",
    ],
    plurals: [
      "visit": "Visits", "phone": "Calls", "multilateral": "Meetings", "ceasefire": "Ceasefires",
      "arrest": "Arrests", "deport": "Deportations", "demo": "Demonstrations", "release": "Releases",
      "withdraw": "Withdrawals", "convict": "Convictions", "expel": "Expulsions", "airstrike": "Air strikes",
      "bombing": "Bombings",
      "AGREE": "Agreements", "CONSULT": "Consultations", "SUPPORT": "Acts of support", "CONCEDE": "Concessions",
      "COOPERATE": "Acts of cooperation", "AID": "Deliveries of aid", "RETREAT": "Retreats", "REQUEST": "Requests",
      "ACCUSE": "Accusations", "REJECT": "Rejections", "THREATEN": "Threats", "PROTEST": "Protests",
      "SANCTION": "Sanctions", "MOBILIZE": "Mobilizations", "COERCE": "Acts of coercion", "ASSAULT": "Assaults",
    ])
}
