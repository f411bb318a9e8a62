internal import DyadCore

extension EventDataSet {
  /// All data sets that are read.
  public static let all = [
    gdelt1, gdelt2, icews, polecat, acled, ged, conflictYears, alliances, disputes, diplomacy, membership, quadruples,
  ]

  static let gdelt1 = EventDataSet(
    id: "gdelt1", title: "GDELT 1.0 Event Database", citation: gdeltCitation, terms: gdeltTerms, scheme: .cameo,
    quadRule: .file, scale: .goldsteinGDELT, isDirected: true, days: since(1920))

  static let gdelt2 = EventDataSet(
    id: "gdelt2", title: "GDELT 2.0 Event Database", citation: gdeltCitation, terms: gdeltTerms, scheme: .cameo,
    quadRule: .file, scale: .goldsteinGDELT, isDirected: true, days: since(1920))

  static let icews = EventDataSet(
    id: "icews", title: "ICEWS Coded Event Data",
    citation: """
      Boschee, Elizabeth, Jennifer Lautenschlager, Sean O'Brien, Steve Shellman, James Starz and Michael Ward. 2015. \
      ICEWS Coded Event Data. Harvard Dataverse, doi:10.7910/DVN/28075
      """,
    terms: "the depositor's terms on Harvard Dataverse; not to be passed on", scheme: .cameo, quadRule: .icews,
    scale: .goldsteinICEWS, isDirected: true, days: since(1990))

  static let polecat = EventDataSet(
    id: "polecat", title: "POLECAT",
    citation: """
      Halterman, Andrew, Benjamin Bagozzi, Andreas Beger, Philip Schrodt and Grace Scarborough. 2023. POLECAT Weekly \
      Data. Harvard Dataverse, doi:10.7910/DVN/AJGVIT
      """,
    terms: "the depositor's terms on Harvard Dataverse", scheme: .plover, quadRule: .file, scale: .file,
    isDirected: true, days: since(2000))

  static let acled = EventDataSet(
    id: "acled", title: "ACLED",
    citation: """
      Raleigh, Clionadh, Andrew Linke, Håvard Hegre and Joakim Karlsen. 2010. Introducing ACLED: An Armed Conflict \
      Location and Event Dataset. Journal of Peace Research 47(5): 651-660; and the date of access
      """,
    terms: "ACLED's terms of use; not to be passed on", scheme: .acled, quadRule: nil, scale: nil, isDirected: false,
    days: since(1990))

  static let ged = EventDataSet(
    id: "ucdp-ged", title: "UCDP Georeferenced Event Dataset",
    citation: """
      Sundberg, Ralph, and Erik Melander. 2013. Introducing the UCDP Georeferenced Event Dataset. Journal of Peace \
      Research 50(4): 523-532; and the article of the version
      """,
    terms: "CC BY 4.0", scheme: .ucdp, quadRule: nil, scale: nil, isDirected: false, days: since(1989))

  static let conflictYears = EventDataSet(
    id: "ucdp-acd", title: "UCDP/PRIO Armed Conflict Dataset",
    citation: """
      Gleditsch, Nils Petter, Peter Wallensteen, Mikael Eriksson, Margareta Sollenberg and Håvard Strand. 2002. Armed \
      Conflict 1946-2001: A New Dataset. Journal of Peace Research 39(5): 615-637; and the article of the version
      """,
    terms: "CC BY 4.0", scheme: .ucdp, quadRule: nil, scale: nil, isDirected: false, days: since(1946))

  static let alliances = EventDataSet(
    id: "cow-alliances", title: "Correlates of War Formal Alliances",
    citation: """
      Gibler, Douglas M. 2009. International Military Alliances, 1648-2008. Washington, DC: CQ Press; version 4.1
      """,
    terms: cowTerms, scheme: .cow, quadRule: nil, scale: nil, isDirected: false, days: since(1600))

  static let disputes = EventDataSet(
    id: "cow-mids", title: "Correlates of War Militarized Interstate Disputes",
    citation: """
      Palmer, Glenn, Roseanne W. McManus, Vito D'Orazio, Michael R. Kenwick, Mikaela Karstens, Chase Bloch, Nick \
      Dietrich, Kayla Kahn, Kellan Ritter and Michael J. Soules. 2022. The MID5 Dataset, 2011-2014. Conflict \
      Management and Peace Science 39(4): 470-482
      """,
    terms: cowTerms, scheme: .cow, quadRule: nil, scale: nil, isDirected: true, days: since(1816))

  static let diplomacy = EventDataSet(
    id: "cow-diplomacy", title: "Correlates of War Diplomatic Exchange",
    citation: "Bayer, Reşat. 2006. Diplomatic Exchange Data set, v2006.1. correlatesofwar.org",
    terms: cowTerms, scheme: .cow, quadRule: nil, scale: nil, isDirected: true, days: since(1816))

  static let membership = EventDataSet(
    id: "cow-states", title: "Correlates of War State System Membership",
    citation: "Correlates of War Project. 2017. State System Membership List, v2016. correlatesofwar.org",
    terms: cowTerms, scheme: .cow, quadRule: nil, scale: nil, isDirected: false, days: since(1816))

  static let quadruples = EventDataSet(
    id: "quadruples", title: "Temporal knowledge graphs of ICEWS and GDELT",
    citation: """
      García-Durán, Alberto, Sebastijan Dumančić and Mathias Niepert. 2018. Learning Sequence Encoders for Temporal \
      Knowledge Graph Completion. EMNLP 2018: 4816-4821; and ICEWS or GDELT
      """,
    terms: "those of ICEWS or GDELT", scheme: .cameo, quadRule: .icews, scale: .goldsteinICEWS, isDirected: true,
    days: since(1990))

  private static let gdeltCitation = """
    Leetaru, Kalev, and Philip A. Schrodt. 2013. GDELT: Global Data on Events, Language, and Tone, 1979-2012. \
    International Studies Association Annual Conference; and gdeltproject.org
    """
  private static let gdeltTerms = "unlimited and unrestricted use, with a citation of the GDELT Project"
  private static let cowTerms = "free for research, with a citation; not to be passed on"

  private static func since(_ year: Int) -> ClosedRange<Day> {
    (Day(year, 1, 1) ?? .distantPast)...(Day(2099, 12, 31) ?? .distantFuture)
  }
}
