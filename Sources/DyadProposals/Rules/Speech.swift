internal import DyadCore

/// Who says what a trigger reports: "officials said that …", "…, said one official", "according to …".
struct Speech {
  /// An entity's id, or words; `nil` where the text itself says it.
  private(set) var speaker: String?
  private(set) var stance: Citation.Stance = .asserts

  init(in sentence: SentenceReading, around trigger: Int) {
    for index in sentence.words.indices where index != trigger {
      let word = sentence.word(index)
      let isDenial = ReportingVerb.denying.contains(word)
      guard isDenial || ReportingVerb.asserting.contains(word) else { continue }
      let isBefore = index < trigger
      guard let name = Speech.speaker(of: index, isBefore: isBefore, in: sentence) else { continue }
      if isBefore, isDenial || Speech.opensClause(index, in: sentence) {
        (speaker, stance) = (name, isDenial ? .denies : .asserts)
      } else if !isBefore, !isDenial, Speech.closesSpeech(index, in: sentence) {
        speaker = name
      }
    }
    for index in sentence.words.indices where sentence.word(index) == "according" && sentence.word(index + 1) == "to" {
      if let mention = sentence.mentions.first(where: { $0.words.lowerBound > index }), !mention.words.contains(trigger)
      {
        speaker = mention.party.id
      }
    }
  }

  /// "said that", "said:", or "said" before a name that is the subject of the clause.
  private static func opensClause(_ index: Int, in sentence: SentenceReading) -> Bool {
    let next = sentence.word(index + 1)
    if ["that", ":", "“", "\"", "it", "they", "he", "she", "the"].contains(next) { return true }
    return next == "," && ["“", "\""].contains(sentence.word(index + 2)) || sentence.mention(at: index + 1) != nil
  }

  /// "…, said an official": a comma or quotation mark is before the verb.
  private static func closesSpeech(_ index: Int, in sentence: SentenceReading) -> Bool {
    (max(0, index - 5)..<index).contains { [",", "”", "\""].contains(sentence.word($0)) }
  }

  private static func speaker(of index: Int, isBefore: Bool, in sentence: SentenceReading) -> String? {
    if let subject = sentence.mentions.last(where: {
      (max(0, index - 6)..<index).contains($0.words.upperBound - 1) && $0.role != .adjective
    }) {
      return subject.party.id
    }
    guard !isBefore else { return nil }
    return sentence.mentions.first { (index + 1...index + 4).contains($0.words.lowerBound) }?.party.id
  }
}
