import DyadContent
import DyadCore

/// Finds faults of grammar in the sentences of a brief. It knows English, not the code that writes it.
struct GrammarChecker {
  /// Names in the form of a sentence, by number.
  var plurals: [String] = []
  var singulars: [String] = []

  /// The faults of a brief.
  func faults(of brief: Brief) -> [String] {
    var section = ""
    return brief.blocks.flatMap { block -> [String] in
      switch block {
      case .heading(let words):
        section = words
        return words.first?.isUppercase == true ? [] : ["heading '\(words)'"]
      case .paragraph(let prose):
        return faults(of: prose).map { "\(section): \($0)" }
      case .picture, .sources: return []
      }
    }
  }

  func faults(of prose: Prose) -> [String] {
    let text = prose.runs.map { run in
      switch run {
      case .words(let words), .strong(let words): words
      case .sources(let marks): marks.isEmpty ? " (no source)" : " [\(marks.map(\.label).joined(separator: "]["))]"
      }
    }.joined()
    return sentences(text).flatMap { sentence in faults(of: sentence).map { "\($0): \(sentence)" } }
  }

  /// A sentence ends with a full stop before a capital letter.
  func sentences(_ text: String) -> [String] {
    var sentences: [String] = []
    var current = ""
    let letters = Array(text)
    for index in letters.indices {
      current.append(letters[index])
      let isEnd =
        letters[index] == "." && index + 2 < letters.count && letters[index + 1] == " "
        && !letters[index + 2].isLowercase
      if isEnd {
        sentences.append(current)
        current = ""
      }
    }
    return (sentences + [current]).map { String($0.drop { $0 == " " }) }.filter { !$0.isEmpty }
  }

  func faults(of sentence: String) -> [String] {
    var faults: [String] = []
    func check(_ isRight: Bool, _ fault: String) { if !isRight { faults.append(fault) } }
    check(sentence.first?.isLowercase == false, "small letter at the start")
    check(sentence.hasSuffix(".") && !sentence.hasSuffix("..") && !sentence.contains(".."), "full stop")
    for pattern in ["  ", " ,", ",,", ", ,", " .", ",.", ";;", "( ", " )", "()", " ;", "{", "}"] {
      check(!sentence.contains(pattern), "'\(pattern)'")
    }
    for (open, close) in [("(", ")"), ("[", "]"), ("“", "”")] {
      check(sentence.count { String($0) == open } == sentence.count { String($0) == close }, "bracket \(open)")
    }
    let words = withoutMarks(sentence).split { !($0.isLetter || $0.isNumber || $0 == "-" || $0 == "'") }.map {
      String($0)
    }
    for (one, next) in zip(words, words.dropFirst()) {
      let isPerfect = one == "had" && next == "had"
      check(
        one.lowercased() != next.lowercased() || isPerfect || one.first?.isNumber == true
          || !sentence.contains("\(one) \(next)"), "'\(one) \(next)'")
      check(!(one.lowercased() == "the" && ["a", "an", "its", "some"].contains(next)), "'\(one) \(next)'")
      if one.lowercased() == "a" { check(!startsWithVowel(next), "'a \(next)'") }
      if one.lowercased() == "an" { check(startsWithVowel(next), "'an \(next)'") }
    }
    check(words.contains { isFinite($0) }, "no finite verb")
    for name in plurals {
      for verb in ["has", "is", "was"] where begins(sentence, with: "\(name) \(verb) ") {
        faults.append("'\(name) \(verb)'")
      }
    }
    for name in singulars {
      for verb in ["have", "are", "were"] where begins(sentence, with: "\(name) \(verb) ") {
        faults.append("'\(name) \(verb)'")
      }
    }
    return faults
  }

  /// The sentence without "[1a, b]", whose letters are no words.
  private func withoutMarks(_ sentence: String) -> String {
    var depth = 0
    return String(
      sentence.filter { letter in
        if letter == "[" { depth += 1 }
        defer { if letter == "]" { depth -= 1 } }
        return depth == 0
      })
  }

  /// Whether the words are the subject: at the start, or behind the date.
  private func begins(_ sentence: String, with words: String) -> Bool {
    if sentence.lowercased().hasPrefix(words.lowercased()) { return true }
    return sentence.ranges(of: words).contains { range in
      let before = sentence[..<range.lowerBound]
      return ["20 ", "2020 ", "2021 ", "2022 ", "2023 ", "2024 ", "2025 ", "latest ", "earliest ", "that ", "then "]
        .contains(where: before.hasSuffix)
    }
  }

  private func startsWithVowel(_ word: String) -> Bool {
    if word.first?.isNumber == true { return word.hasPrefix("8") || word.hasPrefix("11") || word.hasPrefix("18") }
    if word.count > 1, word.count < 6, word.allSatisfy(\.isUppercase) { return "AEFHILMNORSX".contains(word.prefix(1)) }
    let lower = word.lowercased()
    if ["union", "united", "unilateral", "european", "unit", "uniform", "one"].contains(where: lower.hasPrefix) {
      return false
    }
    return ["hour", "honest", "heir"].contains(where: lower.hasPrefix) || "aeiou".contains(lower.prefix(1))
  }

  private func isFinite(_ word: String) -> Bool {
    let finite: Set<String> = [
      "is", "are", "was", "were", "has", "have", "had", "may", "rests", "denies", "deny", "denied", "happened", "said",
      "stands",
    ]
    // The present tense, of one or of several.
    let isPresent = EnglishVerb.third(word) != nil || EnglishVerb.named(word) != nil
    return finite.contains(word) || EnglishVerb.past(word) != nil || isPresent
  }
}
