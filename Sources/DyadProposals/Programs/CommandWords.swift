/// The words of a command line, as a shell divides them, without anything that a shell would expand.
///
///     CommandWords.divided("python3 'my proposer.py' --model x")     // ["python3", "my proposer.py", "--model", "x"]
enum CommandWords {
  static func divided(_ line: String) -> [String]? {
    var (words, word, quote) = ([String](), String?.none, Character?.none)
    var isEscaped = false
    for character in line {
      if isEscaped {
        word = (word ?? "") + String(character)
        isEscaped = false
      } else if character == "\\", quote != "'" {
        isEscaped = true
      } else if let open = quote {
        if character == open { quote = nil } else { word = (word ?? "") + String(character) }
      } else if character == "'" || character == "\"" {
        quote = character
        word = word ?? ""
      } else if character.isWhitespace {
        if let done = word { words.append(done) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    if let word { words.append(word) }
    return quote == nil && !isEscaped && !words.isEmpty ? words : nil
  }
}
