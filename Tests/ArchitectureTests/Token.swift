/// A word, words in quotes, or a mark of a manifest; comments and white space are left out.
enum Token: Equatable {
  /// A name, with the dot before it where there is one, and with those inside of it.
  case word(String)
  case text(String)
  case mark(Character)

  var text: String? {
    guard case .text(let text) = self else { return nil }
    return text
  }

  static func all(in source: String) -> [Token] {
    var tokens: [Token] = []
    var rest = source[...]
    while let first = rest.first {
      if rest.hasPrefix("//") {
        rest = rest.drop { !$0.isNewline }
      } else if first == "\"" {
        let text = rest.dropFirst().prefix { $0 != "\"" }
        tokens.append(.text(String(text)))
        rest = rest[text.endIndex...].dropFirst()
      } else if isPartOfWord(first) {
        let word = rest.prefix(while: isPartOfWord)
        tokens.append(.word(String(word)))
        rest = rest[word.endIndex...]
      } else {
        if !first.isWhitespace { tokens.append(.mark(first)) }
        rest = rest.dropFirst()
      }
    }
    return tokens
  }

  /// What stands inside the brackets that open at the start.
  static func inside(_ tokens: ArraySlice<Token>) -> ArraySlice<Token> {
    var depth = 0
    for index in tokens.indices {
      switch tokens[index] {
      case .mark("("), .mark("["): depth += 1
      case .mark(")"), .mark("]"): depth -= 1
      default: break
      }
      if depth == 0 { return tokens[tokens.startIndex..<index].dropFirst() }
    }
    return tokens.dropFirst()
  }

  private static func isPartOfWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_" || character == "."
  }
}
