/// Verbs by which a text gives words to somebody, and whether that person asserts them.
enum ReportingVerb {
  static let asserting: Set<String> = forms(of: [
    "say", "tell", "report", "state", "claim", "announce", "declare", "insist", "argue", "maintain", "add", "note",
    "confirm",
    "allege", "suggest", "explain", "caution", "believe", "acknowledge", "admit", "warn",
  ])
  static let denying: Set<String> = forms(of: ["deny", "refute", "dispute"])

  private static func forms(of lemmas: [String]) -> Set<String> {
    Set(lemmas.flatMap { VerbForm.forms(of: $0).filter { $0.0 != .gerund }.map(\.1) })
  }
}
