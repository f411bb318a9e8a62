extension Lexicon {
  /// German.
  public static let german = Lexicon(
    language: "de",
    phrases: [
      .pair: "{1} und {2}", .relations: "Beziehungen", .allDates: "Alle Zeitpunkte", .asOf: "Stand: {1}",
      .during: "Zeitraum: {1}", .couldBeKnown: "{1}, nach Kenntnisstand vom {2}",
      .fromTo: "{1} bis {2}", .learned: "{1}, bekannt geworden zwischen dem {2} und dem {3}",
      .added: "neu", .removed: "entfallen", .changed: "geändert", .certaintyDiffers: "andere Gewissheit",
      .kept: "unverändert", .was: "{1} (zuvor: {2})",
      .state: "Staat", .group: "Gruppe", .organization: "Organisation", .official: "Amtsträger", .place: "Ort",
      .cooperation: "Kooperation", .conflict: "Konflikt", .neutral: "neutral",
      .cooperativeLine: "kooperativ (dicker = stärker)", .hostileLine: "feindselig (dicker = stärker)",
      .neutralOrUnknown: "neutral oder unbekannt", .contested: "umstritten",
      .possibly: "möglicherweise", .dateUncertain: "Datum unsicher",
      .attributed: "Name: laut Quelle eine Angabe von Name", .denied: "dementiert",
      .highConfidence: "hohe Verlässlichkeit", .mediumConfidence: "mittlere Verlässlichkeit",
      .lowConfidence: "geringe Verlässlichkeit", .tieNumber: "Nummer der Verbindung in der Liste unten",
      .always: "durchgehend", .atUnknownDate: "zu unbekanntem Zeitpunkt",
      .sinceUnknownDate: "seit unbekanntem Zeitpunkt",
      .endUnknown: "{1}, Ende unbekannt", .since: "seit {1}", .by: "spätestens {1}",
      .sinceOrLater: "seit {1} oder später", .until: "bis {1}", .untilOrBefore: "bis {1} oder früher",
      .untilOrLater: "bis {1} oder später", .after: "nach {1}", .about: "etwa {1}",
      .events: "Ereignisse", .background: "Hintergrund", .amongOthers: "Verbindungen der Übrigen untereinander",
      .noInformation: "Keine Angaben zu diesem Zeitpunkt.",
      .noInformationYet: "Keine Angaben zu diesem Zeitpunkt; nächste Phase: {1}.",
      .deniedBy: "Dementi: {1}", .theSource: "die Quelle", .noSource: "ohne Quelle",
      .severally: "{1} ×{2}, zuletzt: {3}", .inPower: "an der Macht {1}", .partOf: "zugehörig {1}",
      .inferred: "erschlossen", .inferredByCoder: "vom Bearbeiter erschlossen", .unnamed: "namentlich nicht genannt",
      .leadsTo: "führte zu: {1}", .inReturnFor: "im Gegenzug für: {1}", .respondsTo: "als Reaktion auf: {1}",
      .partOfEvent: "Teil von: {1}",
      .eventsLeftOut: "{1} Ereignis nicht gezeigt|{1} Ereignisse nicht gezeigt",
      .phasesLeftOut: "{1} Phase einer Beziehung nicht gezeigt|{1} Phasen von Beziehungen nicht gezeigt",
      .officialsLeftOut:
        "{2}: {1} weiterer Amtsträger nicht gezeigt|{2}: {1} weitere Amtsträger nicht gezeigt",
      .tiesAmongLeftOut: "{1} Verbindung der Übrigen untereinander nicht gezeigt|"
        + "{1} Verbindungen der Übrigen untereinander nicht gezeigt",
      .thirdPartiesLeftOut: "{1} schwächer verbundene Drittpartei nicht gezeigt|"
        + "{1} schwächer verbundene Drittparteien nicht gezeigt",
      .partiesLeftOut: "{2}: {1} weiterer Akteur nicht gezeigt|{2}: {1} weitere Akteure nicht gezeigt",
      .tiesLeftOut: "{1} schwächere Verbindung nicht gezeigt|{1} schwächere Verbindungen nicht gezeigt",
      .othersWithoutTie: "{1} Akteur ohne Verbindung in dieser Grafik nicht gezeigt|"
        + "{1} Akteure ohne Verbindung in dieser Grafik nicht gezeigt",
      .shownWithinOthers:
        "{1} Akteur beim übergeordneten Akteur gezeigt|{1} Akteure bei den übergeordneten Akteuren gezeigt",
      .filteredOut: "Herausgefiltert: {1}", .members: "mit {1} Mitglied|mit {1} Mitgliedern",
      .tone: "Tonlage", .gap: "keine Angaben",
      .daysPossible: "erster bis letzter möglicher Tag",
      .phaseTone: "Tonlage der Phase, von −10 bis +10",
      .scoresByYear: "Werte der Ereignisse zwischen beiden Seiten, Summe pro Jahr",
      .scoresByMonth: "Werte der Ereignisse zwischen beiden Seiten, Summe pro Monat",
      .scoresDecayed: "dieselben Werte, Halbwertszeit {1} Tage",
      .thinEvidence: "dünne Datenlage: weniger als {1} Ereignisse",
      .scoresCount:
        "Jedes Ereignis zwischen beiden Seiten zählt mit seiner Tonlage, ersatzweise mit dem Wert seines Typs, "
        + "in der Mitte der möglichen Tage. Ereignisse, die hier unsicher, auf mehr als ein Jahr datiert "
        + "oder nur dementiert sind, zählen nicht. "
        + "n ist die Zahl der gezählten Ereignisse: insgesamt {1}.",
      .coveredInPart: "Die Quellen decken {1} nur bis {2} ab",
      .weakerEventsLeftOut: "{1} schwächeres Ereignis nicht gezeigt|{1} schwächere Ereignisse nicht gezeigt",
      .countEvents: "{1} Ereignis|{1} Ereignisse", .countRelations: "{1} Beziehung|{1} Beziehungen",
      .countParties: "{1} Akteur|{1} Akteure",
      .nothingChanged: "Keine Veränderungen.", .isA: "{1} ({2})", .isPossiblyA: "{1} ({2}, möglicherweise)",
      .accordingTo: "{1}, laut {2}",
    ],
    kinds: [
      "ties": "{from} und {to}", "alliance": "Bündnis {from} – {to}",
      "recognition": "Anerkennung ({to} durch {from})", "trade": "Handel {from} – {to}",
      "mediation": "Vermittlung durch {by} ({from} – {to})", "good-offices": "gute Dienste durch {from} für {to}",
      "support": "Unterstützung durch {from} für {to}",
      "shelter": "Unterschlupf für {to} durch {from}", "pressure": "Druck durch {from} auf {to}",
      "rivalry": "Rivalität {from} – {to}", "hostility": "Feindseligkeit ({from} gegen {to})",
      "war": "Krieg {from} – {to}", "governs": "{from} an der Macht ({to})",
      "part-of": "{from} (gehört zu: {to})", "operates-from": "{from} (operiert aus: {to})",
    ],
    nouns: [
      "ties": "Beziehungen", "alliance": "Bündnis", "trade": "Handel", "rivalry": "Rivalität", "war": "Krieg",
    ],
    plurals: [
      "visit": "Besuche", "phone": "Telefonate", "multilateral": "Treffen", "ceasefire": "Waffenruhen",
      "arrest": "Festnahmen", "deport": "Abschiebungen", "demo": "Demonstrationen", "release": "Freilassungen",
      "withdraw": "Abzüge", "convict": "Verurteilungen", "expel": "Ausweisungen", "airstrike": "Luftangriffe",
      "bombing": "Bombenanschläge",
      "AGREE": "Vereinbarungen", "CONSULT": "Konsultationen", "SUPPORT": "Unterstützungsbekundungen",
      "CONCEDE": "Zugeständnisse", "COOPERATE": "Kooperationsschritte", "AID": "Hilfslieferungen",
      "RETREAT": "Rückzüge", "REQUEST": "Ersuchen", "ACCUSE": "Vorwürfe", "REJECT": "Zurückweisungen",
      "THREATEN": "Drohungen", "PROTEST": "Proteste", "SANCTION": "Sanktionen", "MOBILIZE": "Mobilmachungen",
      "COERCE": "Zwangsmaßnahmen", "ASSAULT": "Angriffe",
    ])
}
