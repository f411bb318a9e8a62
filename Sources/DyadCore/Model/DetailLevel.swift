/// How much of what it knows a picture of a pair or of one party shows.
///
///     View(.between("france", "britain"), detail: .full)
public enum DetailLevel: String, CaseIterable, Sendable {
  /// The phase and what matters most: for a column of text.
  case brief
  /// About ten rows: for half a page.
  case standard
  /// Everything that fits the paper.
  case full
}
