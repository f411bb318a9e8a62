public import DyadCore

/// A data set of events: who publishes it, on what terms, and by what rules its rows are coded.
///
/// `EventDataSet.all` lists them.
///
///     EventDataSet.named("gdelt2")?.title    // "GDELT 2.0 Event Database"
public struct EventDataSet: Identifiable, Sendable {
  /// The name for the tool.
  public let id: String
  /// The title for readers.
  public let title: String
  /// How to cite it.
  public let citation: String
  /// On what terms it may be used.
  public let terms: String
  /// The scheme of its codes of actions.
  public let scheme: CodeScheme
  /// The rule of its quad classes; `nil` where it has none.
  public let quadRule: QuadRule?
  /// The scale of its scores; `nil` where it has none.
  public let scale: ScoreScale?
  /// Whether its first party acts on its second; those of the others are listed in an order without a meaning.
  public let isDirected: Bool
  /// The days that its events may have; a row of another day is rejected.
  public let days: ClosedRange<Day>

  /// The data set of that name.
  public static func named(_ id: ID) -> EventDataSet? { all.first { $0.id == id } }
}

/// A scheme of codes for actions.
public enum CodeScheme: String, CaseIterable, Sendable {
  case cameo, plover, acled, ucdp, cow
}

/// By what rule an action has its quad class; data sets differ on the CAMEO roots 09 and 14.
public enum QuadRule: String, CaseIterable, Sendable {
  /// The column of the file.
  case file
  /// 01–05, 06–09, 10–14, 15–20.
  case gdelt
  /// As the ICEWS table has it: 09 is verbal, 14 material conflict.
  case icews
  /// By the PLOVER type.
  case plover
}

/// The scale of scores; GDELT's and ICEWS's Goldstein values differ in four codes.
public enum ScoreScale: String, CaseIterable, Sendable {
  case goldsteinGDELT = "goldstein-gdelt"
  case goldsteinICEWS = "goldstein-icews"
  case plover
  /// The column of the file.
  case file
}
