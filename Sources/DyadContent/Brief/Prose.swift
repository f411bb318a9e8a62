/// Text of a brief: plain words, stressed words, and the marks of sources.
///
///     let prose: Prose = "Relations have been \(strong: "thawing")\(citing: [Prose.Mark(number: 1)])."
public struct Prose: Hashable, Sendable, ExpressibleByStringInterpolation {
  /// A piece of text in one style.
  public enum Run: Hashable, Sendable {
    /// Plain words.
    case words(String)
    /// Stressed words.
    case strong(String)
    /// The sources of the words before it; empty where no source is cited.
    case sources([Mark])
  }

  /// A source of a sentence, with the quotes that support it.
  public struct Mark: Hashable, Sendable {
    /// The number of the source.
    public let number: Int
    /// The quotes.
    public let quotes: [String]
    /// The letters of the quotes in the list of sources: "a", "b".
    public internal(set) var letters: [String] = []

    /// A mark without letters, which a brief sets.
    public init(number: Int, quotes: [String] = []) { (self.number, self.quotes) = (number, quotes) }

    /// "1", or with its quotes "1a, b".
    public var label: String { "\(number)\(letters.joined(separator: ", "))" }
  }

  /// The pieces, in order.
  public var runs: [Run]

  /// Plain words.
  public init(stringLiteral words: String) { runs = [.words(words)] }
  /// Interpolated text.
  public init(stringInterpolation: StringInterpolation) { runs = stringInterpolation.runs }
  init(_ words: String) { runs = [.words(words)] }
  private init(_ runs: [Run]) { self.runs = runs }

  /// The pieces of interpolated text.
  public struct StringInterpolation: StringInterpolationProtocol {
    var runs: [Run] = []

    /// No pieces.
    public init(literalCapacity: Int, interpolationCount: Int) {}

    /// Appends plain words.
    public mutating func appendLiteral(_ literal: String) { appendInterpolation(literal) }
    /// Appends plain words.
    public mutating func appendInterpolation(_ words: String) { if !words.isEmpty { runs.append(.words(words)) } }
    /// Appends a number.
    public mutating func appendInterpolation(_ number: Int) { runs.append(.words(String(number))) }
    /// Appends stressed words.
    public mutating func appendInterpolation(strong words: String) { runs.append(.strong(words)) }
    /// Appends the marks of sources.
    public mutating func appendInterpolation(citing sources: [Mark]) { runs.append(.sources(sources)) }
    /// Appends other text.
    public mutating func appendInterpolation(_ prose: Prose) { runs += prose.runs }
  }

  static func + (left: Prose, right: Prose) -> Prose { Prose(left.runs + right.runs) }

  /// The words without marks.
  public var words: String {
    runs.map { run in
      switch run {
      case .words(let words), .strong(let words): words
      case .sources: ""
      }
    }.joined()
  }

  /// " [1a][3]", or " (no source)" for no marks.
  public static func text(of marks: [Mark]) -> String {
    marks.isEmpty ? " (no source)" : " " + marks.map { "[\($0.label)]" }.joined()
  }

  /// The text with a capital letter at its start.
  var capitalized: Prose {
    var prose = self
    if case .words(let words)? = prose.runs.first {
      prose.runs[0] = .words(words.prefix(1).uppercased() + words.dropFirst())
    }
    return prose
  }
}

extension [Prose] {
  /// "a, b and c"
  func listed(by comma: String = ",") -> Prose {
    guard let last, count > 1 else { return self.first ?? "" }
    let head = dropLast().enumerated().reduce(Prose("")) { words, part in
      words + (part.offset == 0 ? "" : Prose("\(comma) ")) + part.element
    }
    return head + Prose(comma == "," ? " and " : "\(comma) and ") + last
  }

  /// The sentences, separated by spaces.
  func joined() -> Prose {
    enumerated().reduce(Prose("")) { words, part in words + (part.offset == 0 ? "" : " ") + part.element }
  }
}
