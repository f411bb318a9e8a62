extension Lexicon {
  /// Spanish.
  public static let spanish = Lexicon(
    language: "es",
    phrases: [
      // A dash, not "y", which would have to be "e" before "Irán" and "Israel".
      .pair: "{1} – {2}", .relations: "Relaciones", .allDates: "Todas las fechas", .asOf: "Situación a {1}",
      .during: "Periodo: {1}", .couldBeKnown: "{1}, según lo que se sabía el {2}",
      .fromTo: "De {1} a {2}", .learned: "{1}, información conocida entre el {2} y el {3}",
      .added: "nuevo", .removed: "desaparecido", .changed: "modificado", .certaintyDiffers: "distinta certeza",
      .kept: "sin cambios", .was: "{1} (antes: {2})",
      .state: "Estado", .group: "grupo", .organization: "organización", .official: "alto cargo", .place: "lugar",
      .cooperation: "cooperación", .conflict: "conflicto", .neutral: "neutral",
      .cooperativeLine: "de cooperación (más grueso = más fuerte)", .hostileLine: "hostil (más grueso = más fuerte)",
      .neutralOrUnknown: "neutral o desconocido", .contested: "versiones opuestas",
      .possibly: "posiblemente", .dateUncertain: "fecha incierta",
      .attributed: "Nombre: la fuente lo atribuye a Nombre", .denied: "desmentido",
      .highConfidence: "confianza alta", .mediumConfidence: "confianza moderada", .lowConfidence: "confianza baja",
      .tieNumber: "número del vínculo en la lista inferior",
      .always: "siempre", .atUnknownDate: "en fecha desconocida", .sinceUnknownDate: "desde fecha desconocida",
      .endUnknown: "{1}, final desconocido", .since: "desde {1}", .by: "no después de {1}",
      .sinceOrLater: "desde {1} o después", .until: "hasta {1}", .untilOrBefore: "hasta {1} o antes",
      .untilOrLater: "hasta {1} o después", .after: "después de {1}", .about: "aprox. {1}",
      .events: "Hechos", .background: "Contexto", .amongOthers: "Vínculos entre los demás",
      .noInformation: "Sin información para esta fecha.",
      .noInformationYet: "Sin información para esta fecha; la siguiente fase: {1}.",
      .deniedBy: "desmentido por {1}", .theSource: "la fuente", .noSource: "sin fuente",
      .severally: "{1} ×{2}, lo último: {3}", .inPower: "en el poder {1}", .partOf: "forma parte {1}",
      .inferred: "inferido", .inferredByCoder: "inferido por el analista", .unnamed: "sin identificar",
      .leadsTo: "llevó a: {1}", .inReturnFor: "a cambio de: {1}", .respondsTo: "en respuesta a: {1}",
      .partOfEvent: "parte de: {1}",
      .eventsLeftOut: "{1} hecho no mostrado|{1} hechos no mostrados",
      .phasesLeftOut: "{1} fase de una relación no mostrada|{1} fases de relaciones no mostradas",
      .officialsLeftOut: "{1} alto cargo más del lado de {2} no mostrado|"
        + "{1} altos cargos más del lado de {2} no mostrados",
      .tiesAmongLeftOut: "{1} vínculo entre los demás no mostrado|{1} vínculos entre los demás no mostrados",
      .thirdPartiesLeftOut: "{1} tercero con vínculos más débiles no mostrado|"
        + "{1} terceros con vínculos más débiles no mostrados",
      .partiesLeftOut: "{1} actor más del lado de {2} no mostrado|{1} actores más del lado de {2} no mostrados",
      .tiesLeftOut: "{1} vínculo más débil no mostrado|{1} vínculos más débiles no mostrados",
      .othersWithoutTie: "{1} actor sin vínculos en este gráfico no mostrado|"
        + "{1} actores sin vínculos en este gráfico no mostrados",
      .shownWithinOthers:
        "{1} actor representado dentro de aquel al que pertenece|"
        + "{1} actores representados dentro de aquellos a los que pertenecen",
      .filteredOut: "Excluidos por el filtro: {1}", .members: "con {1} miembro|con {1} miembros",
      .tone: "Tono", .gap: "sin información",
      .daysPossible: "del primer al último día posible",
      .phaseTone: "tono de la fase, de −10 a +10",
      .scoresByYear: "puntuación de los hechos entre ambos, suma por año",
      .scoresByMonth: "puntuación de los hechos entre ambos, suma por mes",
      .scoresDecayed: "la misma, con una semivida de {1} días", .thinEvidence: "pocos datos: menos de {1} hechos",
      .scoresCount:
        "Cada hecho entre ambos cuenta con su tono o, en su defecto, con la puntuación de su tipo, "
        + "en el punto medio de sus días posibles. No cuentan los hechos que aquí son inciertos, "
        + "los fechados con un margen de más de un año ni los que solo constan como desmentidos. "
        + "n es el número de hechos contados: {1} en total.",
      .coveredInPart: "Las fuentes solo cubren {1} hasta el {2}",
      .weakerEventsLeftOut: "{1} hecho de menor peso no mostrado|{1} hechos de menor peso no mostrados",
      .countEvents: "{1} hecho|{1} hechos", .countRelations: "{1} relación|{1} relaciones",
      .countParties: "{1} actor|{1} actores",
      .nothingChanged: "Sin cambios.", .isA: "{1} ({2})", .isPossiblyA: "{1} ({2}, posiblemente)",
      .accordingTo: "{1}, según {2}",
    ],
    kinds: [
      "ties": "{from} – {to}", "alliance": "alianza {from} – {to}",
      "recognition": "reconocimiento de {to} por {from}", "trade": "comercio {from} – {to}",
      "mediation": "mediación de {by} ({from} – {to})", "good-offices": "buenos oficios de {from} para {to}",
      "support": "apoyo de {from} a {to}",
      "shelter": "refugio dado por {from} a {to}", "pressure": "presión de {from} sobre {to}",
      "rivalry": "rivalidad {from} – {to}", "hostility": "hostilidad de {from} hacia {to}",
      "war": "guerra {from} – {to}", "governs": "gobierno de {from} en {to}",
      "part-of": "{from}, parte de {to}", "operates-from": "operaciones de {from} desde {to}",
    ],
    nouns: [
      "ties": "vínculos", "alliance": "alianza", "trade": "comercio", "rivalry": "rivalidad", "war": "guerra",
    ],
    plurals: [
      "visit": "Visitas", "phone": "Llamadas", "multilateral": "Reuniones", "ceasefire": "Altos el fuego",
      "arrest": "Detenciones", "deport": "Deportaciones", "demo": "Manifestaciones", "release": "Liberaciones",
      "withdraw": "Retiradas", "convict": "Condenas", "expel": "Expulsiones", "airstrike": "Ataques aéreos",
      "bombing": "Atentados con bomba",
      "AGREE": "Acuerdos", "CONSULT": "Consultas", "SUPPORT": "Gestos de apoyo", "CONCEDE": "Concesiones",
      "COOPERATE": "Actos de cooperación", "AID": "Entregas de ayuda", "RETREAT": "Repliegues",
      "REQUEST": "Peticiones", "ACCUSE": "Acusaciones", "REJECT": "Rechazos", "THREATEN": "Amenazas",
      "PROTEST": "Protestas", "SANCTION": "Sanciones", "MOBILIZE": "Movilizaciones",
      "COERCE": "Medidas coercitivas", "ASSAULT": "Ataques",
    ])
}
