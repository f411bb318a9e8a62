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

  /// Reads scalars, as browsers do: a character may be a quotation mark with an accent, which begins a string for them.
  private struct Scanner {
    struct Finding {
      var message: String
      var line: Int
      var column: Int
    }

    private let scalars: [Unicode.Scalar]
    private var index = 0
    private var line = 1
    private var column = 1
    private(set) var findings: [Finding] = []

    init(_ css: String) { scalars = Array(css.unicodeScalars) }

    mutating func scan() {
      while index < scalars.count {
        switch scalars[index] {
        case "/" where next == "*": skipComment()
        case "\"", "'": skipString()
        case "\\": refuse("an escape sequence")
        case "<": refuse("'<'")
        case "@": rule()
        case _ where Scanner.isName(scalars[index]): function()
        case let scalar where scalar.value < 32 && !scalar.properties.isWhitespace: refuse("a control character")
        default: step()
        }
      }
    }

    private var next: Unicode.Scalar? { index + 1 < scalars.count ? scalars[index + 1] : nil }
    /// All that is not ASCII belongs to names (CSS Syntax Level 3, section 4.2).
    private static func isName(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-", "_": true
      default: !scalar.isASCII
      }
    }
    private static func isNewline(_ scalar: Unicode.Scalar) -> Bool { ["\n", "\r", "\u{C}"].contains(scalar) }

    private mutating func step() {
      let isLineEnd = Scanner.isNewline(scalars[index]) && !(scalars[index] == "\r" && next == "\n")
      if isLineEnd { (line, column) = (line + 1, 1) } else { column += 1 }
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
      while index < scalars.count {
        if scalars[index] == "*", next == "/" {
          step()
          return step()
        }
        if scalars[index] == "<" { refuse("'<'") } else { step() }
      }
      report("unterminated comment", at: start)
    }

    private mutating func skipString() {
      let start = (line, column)
      let quote = scalars[index]
      step()
      while index < scalars.count, scalars[index] != quote {
        switch scalars[index] {
        case "\\": refuse("an escape sequence")
        case "<": refuse("'<'")
        case let scalar where Scanner.isNewline(scalar): return report("unterminated string", at: start)
        default: step()
        }
      }
      if index < scalars.count { step() } else { report("unterminated string", at: start) }
    }

    private mutating func name() -> String {
      var name = ""
      while index < scalars.count, Scanner.isName(scalars[index]) {
        name.unicodeScalars.append(scalars[index])
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
      guard index < scalars.count, scalars[index] == "(" else { return }
      if !Stylesheet.functions.contains(name) { refuse("'\(name)()'", at: start) }
    }
  }
}
