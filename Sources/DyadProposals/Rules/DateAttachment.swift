internal import DyadCore

/// Which verbs of a sentence its dates may be the dates of.
///
/// In "Peru accused Chile of closing the border last month", the month is that of the closing.
struct DateAttachment {
  let sentence: SentenceReading

  /// Words that begin a clause of another time than that of the clause around it; "when" and "while" begin one of the same time.
  private static let starts: Set<String> = [
    "that", "which", "who", "whom", "whose", "after", "before", "because", "although", "though", "until", "unless",
    "whether",
  ]
  private static let conjunctions: Set<String> = [
    "after", "before", "until", "because", "although", "though", "unless",
  ]
  /// The types of verbs whose infinitives name another act: "agreed to open the border". Others name their purpose.
  private static let ofWords: Set<EventType> = [
    .agree, .support, .request, .accuse, .reject, .threaten, .concede, .protest,
  ]

  /// Whether the date may be that of the verb or noun.
  func mayDate(_ date: PassageDate, _ trigger: EventTrigger) -> Bool {
    guard let first = sentence.words.firstIndex(where: { $0.range.overlaps(date.range) }),
      let start = startOfSubordinate(around: first, under: trigger)
    else { return true }
    if trigger.index < start { return false }
    // After a comma, the clause of the date has ended.
    return trigger.index < first || !(first..<trigger.index).contains { sentence.word($0) == "," }
  }

  /// Where the subordinate clause around the word begins; `nil` if there is none.
  private func startOfSubordinate(around index: Int, under trigger: EventTrigger) -> Int? {
    for place in (0..<index).reversed() {
      if [",", ";", ":", "—", "–"].contains(sentence.word(place)) { return nil }
      if begins(at: place, until: index, under: trigger) { return place }
    }
    return nil
  }

  private func begins(at place: Int, until end: Int, under trigger: EventTrigger) -> Bool {
    let word = sentence.word(place)
    if ["of", "for", "after", "before"].contains(word), isGerund(place + 1) { return true }
    if word == "to" { return Self.ofWords.contains(trigger.type) && isBase(place + 1) }
    // "That changed in March": at the start of a sentence it is a pronoun.
    guard Self.starts.contains(word), sentence.isBoundary(place), place > 0 || Self.conjunctions.contains(word) else {
      return false
    }
    // "after talks in May" is no clause.
    return !Self.conjunctions.contains(word) || (place + 1..<end).contains(where: isFinite)
  }

  /// "closing", "repeatedly closing"
  private func isGerund(_ index: Int) -> Bool {
    let place = sentence.word(index).hasSuffix("ly") ? index + 1 : index
    let word = sentence.word(place)
    guard word.count > 4, word.hasSuffix("ing"), sentence.mention(at: place) == nil else { return false }
    if ["morning", "evening", "during", "nothing", "something"].contains(word) { return false }
    // "of fighting in May" has a noun, "of bombing Lima in May" a verb with its object.
    let hasObject = sentence.mention(at: place + 1) != nil || GrammarWord.determiners.contains(sentence.word(place + 1))
    return EventNoun.byWord[word] == nil || hasObject
  }

  private func isBase(_ index: Int) -> Bool {
    EventVerb.byForm[sentence.word(index)]?.contains { $0.form == .base } == true
      && EventNoun.byWord[sentence.word(index)] == nil
  }

  private func isFinite(_ index: Int) -> Bool {
    let word = sentence.word(index)
    guard sentence.mention(at: index) == nil else { return false }
    return GrammarWord.auxiliaries.contains(word) || word.count > 4 && word.hasSuffix("ed")
      || EventVerb.byForm[word]?.contains { [.past, .third].contains($0.form) } == true && EventNoun.byWord[word] == nil
  }
}
