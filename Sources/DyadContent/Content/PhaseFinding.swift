import DyadCore

/// A phase as a headline words it, with what keeps it from being a fact: who says it, who denies it, that the coder
/// concludes it, or that it may not have begun or may be over.
struct PhaseFinding {
  private let leading: LeadingPhase
  private let snapshot: Snapshot
  private let lexicon: Lexicon

  init(_ leading: LeadingPhase, in snapshot: Snapshot, _ lexicon: Lexicon) {
    (self.leading, self.snapshot, self.lexicon) = (leading, snapshot, lexicon)
  }

  private var phase: Held<Phase> { leading.phase }
  private var evidence: Evidence { phase.item.evidence }

  /// The wordings that say no more than the claim, the longest first; one for a fact, and none where nothing reads well
  /// after names.
  var wordings: [String] {
    guard let word, phase.certainty != .no, evidence.standing != .denied else { return [] }
    if evidence.isInferred { return ["\(word) (\(lexicon.phrase(.inferred)))"] }
    let doubted = phase.certainty == .possibly ? lexicon.phrase(perhaps, word) : word
    let attributed = attributions.map { $0(doubted) }
    guard evidence.standing == .contested else { return attributed.isEmpty ? [doubted] : attributed }
    return (attributed.isEmpty ? [doubted] : attributed).flatMap { words in denials.map { "\(words) (\($0))" } }
  }

  /// Whether a source reports it in its own voice, none denies it, and it certainly holds.
  var isFact: Bool {
    phase.certainty == .yes && [.asserted, .unsourced].contains(evidence.standing)
      && (evidence.overallBasis ?? .reported) == .reported
  }

  /// The wording of the phase, or the noun of its kind.
  private var word: String? {
    let wording = leading.tie.kind.id == "ties" ? phase.item.reads : lexicon.noun(of: leading.tie.kind)
    return wording.flatMap { $0.contains(":") ? nil : $0 }
  }

  /// Which end of the phase is uncertain.
  private var perhaps: Phrase {
    let (during, days) = (phase.item.during, snapshot.moment.days)
    let hasBegun = during.starts.upperBound <= days.upperBound
    let goesOn = during.ends.lowerBound >= days.lowerBound
    return hasBegun == goesOn ? .perhaps : hasBegun ? .perhapsStill : .perhapsAlready
  }

  /// The wording as that of its speakers: with their names, and without.
  private var attributions: [(String) -> String] {
    let speakers = evidence.speakers.map(snapshot.graph.name(of:))
    guard evidence.overallBasis == .attributed else { return [] }
    let anonymous = { (words: String) in lexicon.phrase(.reportedly, words) }
    guard !speakers.isEmpty else { return [anonymous] }
    return [{ lexicon.phrase(.accordingTo, $0, lexicon.list(speakers)) }, anonymous]
  }

  /// "denied by Armenia", and "contested".
  private var denials: [String] {
    let deniers = evidence.deniers.map(snapshot.graph.name(of:))
    return (deniers.isEmpty ? [] : [lexicon.phrase(.deniedBy, lexicon.list(deniers))]) + [lexicon.phrase(.contested)]
  }
}
