public import DyadCore

/// CSS of a user, validated: it restyles the picture and makes no network requests.
///
///     Stylesheet.checked(".conflict { stroke: black }", file: "house.css").value
public struct Stylesheet: Hashable, Sendable {
  /// The CSS.
  public let css: String

  /// The allowed rules and functions: those that cannot make a network request.
  private static let rules: Set<String> = ["media", "supports"]
  private static let functions: Set<String> = [
    "rgb", "rgba", "hsl", "hsla", "hwb", "lab", "lch", "oklab", "oklch", "color-mix", "calc", "min", "max", "clamp",
    "var",
    "not", "is", "where", "has", "lang", "dir", "nth-child", "nth-last-child", "nth-of-type", "nth-last-of-type",
    "translate", "translatex", "translatey", "scale", "rotate", "blur", "drop-shadow", "grayscale", "opacity",
    "brightness", "contrast", "saturate", "and", "or", "",
  ]

  /// Validates CSS; every part that could make a network request or end the style element is an error with its position.
  ///
  /// - Parameter file: the name of the file in diagnostics.
  public static func checked(_ css: String, file: String) -> Checked<Stylesheet> {
    var scanner = Scanner(css)
    scanner.scan()
    let findings = scanner.findings.map { finding in
      Diagnostic(
        .unsafeStyle, finding.message, at: SourceLocation(file: file, line: finding.line, column: finding.column))
    }
    return Checked(Stylesheet(css: css), findings)
  }

  private struct Scanner {
    struct Finding {
      var message: String
      var line: Int
      var column: Int
    }

    private let characters: [Character]
    private var index = 0
    private var line = 1
    private var column = 1
    private(set) var findings: [Finding] = []

    init(_ css: String) { characters = Array(css) }

    mutating func scan() {
      while index < characters.count {
        switch characters[index] {
        case "/" where next == "*": skipComment()
        case "\"", "'": skipString()
        case "\\": refuse("an escape sequence")
        case "<": refuse("'<'")
        case "@": rule()
        case _ where Scanner.isName(characters[index]): function()
        case let character where character.unicodeScalars.allSatisfy({ $0.value < 32 }) && !character.isWhitespace:
          refuse("a control character")
        default: step()
        }
      }
    }

    private var next: Character? { index + 1 < characters.count ? characters[index + 1] : nil }
    private static func isName(_ character: Character) -> Bool {
      character.isLetter || character.isNumber || character == "-" || character == "_"
    }

    private mutating func step() {
      if characters[index].isNewline { (line, column) = (line + 1, 1) } else { column += 1 }
      index += 1
    }

    private mutating func refuse(_ what: String, at place: (Int, Int)? = nil) {
      report("\(what) is not allowed in a style sheet", at: place ?? (line, column))
      if place == nil { step() }
    }

    private mutating func report(_ message: String, at place: (Int, Int)) {
      findings.append(Finding(message: message, line: place.0, column: place.1))
    }

    private mutating func skipComment() {
      let start = (line, column)
      step()
      step()
      while index < characters.count {
        if characters[index] == "*", next == "/" {
          step()
          return step()
        }
        if characters[index] == "<" { refuse("'<'") } else { step() }
      }
      report("unterminated comment", at: start)
    }

    private mutating func skipString() {
      let start = (line, column)
      let quote = characters[index]
      step()
      while index < characters.count, characters[index] != quote {
        switch characters[index] {
        case "\\": refuse("an escape sequence")
        case "<": refuse("'<'")
        case let character where character.isNewline: return report("unterminated string", at: start)
        default: step()
        }
      }
      if index < characters.count { step() } else { report("unterminated string", at: start) }
    }

    private mutating func name() -> String {
      var name = ""
      while index < characters.count, Scanner.isName(characters[index]) {
        name.append(characters[index])
        step()
      }
      return name.lowercased()
    }

    private mutating func rule() {
      let start = (line, column)
      step()
      let name = name()
      if !Stylesheet.rules.contains(name) { refuse("'@\(name)'", at: start) }
    }

    private mutating func function() {
      let start = (line, column)
      let name = name()
      guard index < characters.count, characters[index] == "(" else { return }
      if !Stylesheet.functions.contains(name) { refuse("'\(name)()'", at: start) }
    }
  }
}
