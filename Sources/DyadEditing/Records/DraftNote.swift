/// The note of a draft: how sure the proposer is, and how it found the claim. It goes when the draft is accepted.
package struct DraftNote: Hashable, Sendable {
  package var score: Double
  package var rule: String

  package init(score: Double, rule: String) { (self.score, self.rule) = (score, rule) }

  /// The note in a dossier: "Proposed (0.85): verb 'visited'".
  package init?(_ text: String) {
    guard text.hasPrefix("Proposed ("), let end = text.firstIndex(of: ")"),
      let score = Double(text[text.index(text.startIndex, offsetBy: 10)..<end])
    else { return nil }
    self.init(score: score, rule: String(text[end...].dropFirst(3)))
  }

  package var text: String { "Proposed (\(DraftNote.hundredths(score))): \(rule)" }

  /// "0.85"
  package static func hundredths(_ score: Double) -> String {
    let count = Int((min(max(score, 0), 1) * 100).rounded())
    return "\(count / 100)." + (count % 100 < 10 ? "0" : "") + String(count % 100)
  }
}
