extension Lexicon {
  /// English.
  public static let english = Lexicon(
    language: "en",
    phrases: [
      .pair: "{1} and {2}", .relations: "Relations", .allDates: "All dates", .asOf: "As of {1}",
      .during: "During {1}", .couldBeKnown: "{1}, as known on {2}",
      .fromTo: "From {1} to {2}", .learned: "{1}, learned between {2} and {3}",
      .added: "new", .removed: "gone", .changed: "changed", .certaintyDiffers: "certainty differs", .kept: "unchanged",
      .was: "{1} (was: {2})",
      .state: "state", .group: "group", .organization: "organization", .official: "official", .place: "place",
      .cooperation: "cooperation", .conflict: "conflict", .neutral: "neutral",
      .cooperativeLine: "cooperative (thicker = stronger)", .hostileLine: "hostile (thicker = stronger)",
      .neutralOrUnknown: "neutral or unknown", .contested: "contested",
      .possibly: "possibly", .dateUncertain: "date uncertain",
      .attributed: "Name: attributed by the source to Name", .denied: "denied",
      .highConfidence: "high confidence", .mediumConfidence: "moderate confidence", .lowConfidence: "low confidence",
      .tieNumber: "number of the tie in the list below",
      .always: "always", .atUnknownDate: "at an unknown date", .sinceUnknownDate: "since an unknown date",
      .endUnknown: "{1}, end unknown", .since: "since {1}", .by: "by {1}", .sinceOrLater: "since {1} or later",
      .until: "until {1}", .untilOrBefore: "until {1} or before", .untilOrLater: "until {1} or later",
      .after: "after {1}", .about: "about {1}",
      .events: "Events", .background: "Background", .amongOthers: "Ties among the others",
      .noInformation: "No information for this date.",
      .noInformationYet: "No information for this date; the next phase: {1}.",
      .deniedBy: "denied by {1}", .theSource: "the source", .noSource: "no source",
      .severally: "{1} ×{2}, latest: {3}", .inPower: "in power {1}", .partOf: "part of {1}",
      .inferred: "inferred", .inferredByCoder: "inferred by the coder", .unnamed: "unnamed",
      .leadsTo: "led to: {1}", .inReturnFor: "in return for: {1}", .respondsTo: "in response to: {1}",
      .partOfEvent: "part of: {1}",
      .eventsLeftOut: "{1} event not shown|{1} events not shown",
      .phasesLeftOut: "{1} phase of a relation not shown|{1} phases of relations not shown",
      .officialsLeftOut:
        "{1} more official on the side of {2} not shown|{1} more officials on the side of {2} not shown",
      .tiesAmongLeftOut: "{1} tie among the others not shown|{1} ties among the others not shown",
      .thirdPartiesLeftOut: "{1} weaker third party not shown|{1} weaker third parties not shown",
      .partiesLeftOut: "{1} more party on the side of {2} not shown|{1} more parties on the side of {2} not shown",
      .tiesLeftOut: "{1} weaker tie not shown|{1} weaker ties not shown",
      .othersWithoutTie: "{1} party without a tie in this picture not shown|"
        + "{1} parties without a tie in this picture not shown",
      .shownWithinOthers:
        "{1} party shown within the party that it belongs to|"
        + "{1} parties shown within the parties that they belong to",
      .filteredOut: "Filtered out: {1}", .members: "with {1} member|with {1} members",
      .tone: "Tone", .gap: "no information",
      .daysPossible: "first to last possible day",
      .phaseTone: "tone of the phase, from −10 to +10",
      .scoresByYear: "scores of the events between the two, sum per year",
      .scoresByMonth: "scores of the events between the two, sum per month",
      .scoresDecayed: "the same, with a half-life of {1} days", .thinEvidence: "thin evidence: fewer than {1} events",
      .scoresCount:
        "Each event between the two counts with its tone, by default the score of its type, on the middle of its "
        + "possible days. Events that are uncertain here, dated to more than a year "
        + "or only denied do not count. "
        + "n is the number of events counted: {1} in total.",
      .coveredInPart: "The sources cover {1} only until {2}",
      .weakerEventsLeftOut: "{1} weaker event not shown|{1} weaker events not shown",
      .countEvents: "{1} event|{1} events", .countRelations: "{1} relation|{1} relations",
      .countParties: "{1} party|{1} parties",
      .nothingChanged: "Nothing changed.", .isA: "{1} ({2})", .isPossiblyA: "{1} ({2}, possibly)",
      .accordingTo: "{1}, according to {2}",
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
