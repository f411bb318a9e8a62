public import DyadCore

/// A user's CSS, checked: it can restyle a picture, and fetch nothing.
///
///     Stylesheet.checked(".conflict { stroke: black }", file: "house.css").value
public struct Stylesheet: Hashable, Sendable {
  public let css: String

  /// Rules that CSS may be grouped by, and functions that only compute.
  private static let rules: Set<String> = ["media", "supports"]
  private static let functions: Set<String> = [
    "rgb", "rgba", "hsl", "hsla", "hwb", "lab", "lch", "oklab", "oklch", "color-mix", "calc", "min", "max", "clamp",
    "var",
    "not", "is", "where", "has", "lang", "dir", "nth-child", "nth-last-child", "nth-of-type", "nth-last-of-type",
    "translate", "translatex", "translatey", "scale", "rotate", "blur", "drop-shadow", "grayscale", "opacity",
    "brightness", "contrast", "saturate", "and", "or", "",
  ]

  /// The style sheet, or every place in it that could fetch something or leave the picture.
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
        case "\\": report("an escape, which can hide what it says")
        case "<": report("'<', which could end the style")
        case "@": rule()
        case _ where Scanner.isName(characters[index]): function()
        case let character where character.unicodeScalars.allSatisfy({ $0.value < 32 }) && !character.isWhitespace:
          report("a control character")
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

    private mutating func report(_ what: String, at place: (Int, Int)? = nil) {
      findings.append(
        Finding(message: "a style sheet may not hold \(what)", line: place?.0 ?? line, column: place?.1 ?? column))
      if place == nil { step() }
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
        if characters[index] == "<" { report("'<', which could end the style") } else { step() }
      }
      report("a comment without an end", at: start)
    }

    private mutating func skipString() {
      let start = (line, column)
      let quote = characters[index]
      step()
      while index < characters.count, characters[index] != quote {
        switch characters[index] {
        case "\\": report("an escape, which can hide what it says")
        case "<": report("'<', which could end the style")
        case let character where character.isNewline: return report("a string without an end", at: start)
        default: step()
        }
      }
      if index < characters.count { step() } else { report("a string without an end", at: start) }
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
      if !Stylesheet.rules.contains(name) { report("'@\(name)'", at: start) }
    }

    private mutating func function() {
      let start = (line, column)
      let name = name()
      guard index < characters.count, characters[index] == "(" else { return }
      if !Stylesheet.functions.contains(name) { report("'\(name)()'", at: start) }
    }
  }
}
