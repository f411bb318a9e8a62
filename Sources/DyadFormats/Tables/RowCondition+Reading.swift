extension RowCondition {
  /// Why a text is no condition.
  struct Wrong: Error { let reason: String }

  /// Parses a condition.
  static func read(_ text: String) throws(Wrong) -> RowCondition {
    var parser = Parser(tokens: try Token.tokens(of: text))
    let condition = try parser.condition()
    if let next = parser.next { throw next.unexpected("the end, 'and' or 'or'") }
    return condition
  }

  fileprivate struct Token {
    enum Kind: Equatable {
      case word(String)
      case mark(String)
      case operand(Operand)
    }
    let kind: Kind
    /// As it is written.
    let text: String
    /// Where it begins, in characters from 1.
    let column: Int

    func unexpected(_ expected: String) -> Wrong {
      Wrong(reason: "expected \(expected), not '\(text)', at character \(column) of the condition")
    }

    static func tokens(of text: String) throws(Wrong) -> [Token] {
      let characters = Array(text)
      var tokens: [Token] = []
      var index = 0
      func part(to end: Int) -> String { String(characters[index..<end]) }
      while index < characters.count {
        let first = characters[index]
        if first.isWhitespace {
          index += 1
          continue
        }
        var end = index + 1
        let kind: Kind
        switch first {
        case "{", "'", "\"":
          let close = first == "{" ? "}" : first
          guard let last = characters[end...].firstIndex(of: close) else {
            let what = first == "{" ? "'{'" : "quotation mark"
            throw Wrong(reason: "unclosed \(what) at character \(index + 1) of the condition")
          }
          let inner = String(characters[end..<last])
          end = last + 1
          kind = .operand(first == "{" ? .column(inner.trimmed) : .text(inner))
        case "(", ")", ",": kind = .mark(String(first))
        case "=", "!", "<", ">":
          while end < characters.count, "=!<>".contains(characters[end]) { end += 1 }
          kind = .mark(part(to: end))
        default:
          while end < characters.count, !characters[end].isWhitespace, !"(),={}'\"!<>".contains(characters[end]) {
            end += 1
          }
          let word = part(to: end)
          if let number = Double(word), number.isFinite, word.allSatisfy({ !$0.isLetter }) {
            kind = .operand(.number(number))
          } else {
            kind = .word(word)
          }
        }
        guard tokens.count < 1000 else { throw Wrong(reason: "the condition is too long") }
        tokens.append(Token(kind: kind, text: part(to: end), column: index + 1))
        index = end
      }
      return tokens
    }
  }

  fileprivate struct Parser {
    var tokens: [Token]
    var index = 0
    /// How many parentheses and negations are open.
    var depth = 0
    static let deepest = 64

    var next: Token? { index < tokens.count ? tokens[index] : nil }

    mutating func takes(_ kind: Token.Kind) -> Bool {
      guard next?.kind == kind else { return false }
      index += 1
      return true
    }

    func expected(_ what: String) -> Wrong {
      next?.unexpected(what) ?? Wrong(reason: "expected \(what) at the end of the condition")
    }

    mutating func condition() throws(Wrong) -> RowCondition {
      var condition = try conjunction()
      while takes(.word("or")) { condition = .either(condition, try conjunction()) }
      return condition
    }

    mutating func conjunction() throws(Wrong) -> RowCondition {
      var condition = try negation()
      while takes(.word("and")) { condition = .both(condition, try negation()) }
      return condition
    }

    mutating func negation() throws(Wrong) -> RowCondition {
      guard depth < Parser.deepest else { throw Wrong(reason: "the condition is nested too deeply") }
      depth += 1
      defer { depth -= 1 }
      if takes(.word("not")) { return .not(try negation()) }
      guard takes(.mark("(")) else { return try comparison() }
      let condition = try condition()
      guard takes(.mark(")")) else { throw expected("')'") }
      return condition
    }

    mutating func comparison() throws(Wrong) -> RowCondition {
      let one = try operand()
      if takes(.word("is")) {
        let isNegated = takes(.word("not"))
        guard takes(.word("blank")) else { throw expected("'blank'") }
        return isNegated ? .not(.isBlank(one)) : .isBlank(one)
      }
      let isNegated = takes(.word("not"))
      if takes(.word("in")) {
        guard takes(.mark("(")) else { throw expected("'('") }
        var others = [try operand()]
        while takes(.mark(",")) { others.append(try operand()) }
        guard takes(.mark(")")) else { throw expected("',' or ')'") }
        return isNegated ? .not(.isIn(one, others)) : .isIn(one, others)
      }
      guard !isNegated, case .mark(let mark)? = next?.kind, let comparison = Comparison(rawValue: mark) else {
        throw expected(isNegated ? "'in'" : "=, !=, <, <=, >, >=, 'in' or 'is'")
      }
      index += 1
      return .compare(one, comparison, try operand())
    }

    mutating func operand() throws(Wrong) -> Operand {
      guard case .operand(let operand)? = next?.kind else {
        throw expected("a column in braces, a number or a text in quotes")
      }
      index += 1
      return operand
    }
  }
}
