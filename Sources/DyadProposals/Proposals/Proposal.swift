package import DyadCore
package import DyadEditing

/// A claim that a proposer finds in a text, with the words that carry it.
///
///     Proposal(kind: "event", record: record, source: "thaw", quote: "Dar visited Kabul", rule: "verb 'visited'", score: 0.8)
package struct Proposal: Sendable {
  /// The kind of record, as `dyad add` names it: `event`, `holding`, `official`.
  package var kind: String
  /// The keys of the record, as `dyad add --json` takes them, without its citation.
  package var record: YAMLValue
  /// The source of the quote.
  package var source: Source.ID
  /// The words of the text that carry the claim.
  package var quote: String
  /// Who says it, if the text reports somebody's words: an entity's id, or free text.
  package var speaker: String?
  /// Whether the speaker asserts the claim or denies it.
  package var stance: Citation.Stance
  /// How it was found, in words.
  package var rule: String
  /// How sure the proposer is, from 0 to 1.
  package var score: Double
  /// Entities and offices that it refers to and that the dossier lacks.
  package var requires: [Proposal]

  package init(
    kind: String, record: YAMLValue, source: Source.ID, quote: String, speaker: String? = nil,
    stance: Citation.Stance = .asserts, rule: String, score: Double, requires: [Proposal] = []
  ) {
    (self.kind, self.record, self.source, self.quote) = (kind, record, source, quote)
    (self.speaker, self.stance, self.rule, self.score) = (speaker, stance, rule, score)
    self.requires = requires
  }

  /// The score as "0.85".
  package var scoreText: String { DraftNote.hundredths(score) }

  /// The citation of the quote, as a dossier writes it.
  var citation: YAMLValue {
    guard speaker != nil || stance == .denies else {
      return .mapping([YAMLValue.Member(source.text, .text(quote))])
    }
    var members = [YAMLValue.Member("source", .text(source.text)), YAMLValue.Member("quote", .text(quote))]
    if let speaker { members.append(YAMLValue.Member("speaker", .text(speaker))) }
    if stance == .denies { members.append(YAMLValue.Member("stance", .text(stance.rawValue))) }
    return .list([.mapping(members)])
  }
}
