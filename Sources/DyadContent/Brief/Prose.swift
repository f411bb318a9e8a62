/// Text of a brief: plain words, stressed words, and the numbers of sources.
///
///     let prose: Prose = "Ties are \(strong: "thawing")\(citing: [1])."
public struct Prose: Hashable, Sendable, ExpressibleByStringInterpolation {
  /// A piece of text in one style.
  public enum Run: Hashable, Sendable {
    /// Plain words.
    case words(String)
    /// Stressed words.
    case strong(String)
    /// Numbers of sources; empty where no source is cited.
    case sources([Int])
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
    /// Appends the numbers of sources.
    public mutating func appendInterpolation(citing sources: [Int]) { runs.append(.sources(sources)) }
    /// Appends other text.
    public mutating func appendInterpolation(_ prose: Prose) { runs += prose.runs }
  }

  static func + (left: Prose, right: Prose) -> Prose { Prose(left.runs + right.runs) }

  /// " [1][3]", or " (no source)" for no numbers.
  public static func numbers(_ numbers: [Int]) -> String {
    numbers.isEmpty ? " (no source)" : " " + numbers.map { "[\($0)]" }.joined()
  }
}

extension [Prose] {
  /// "a; b; and c"
  func listed(by comma: String = ",") -> Prose {
    guard let last, count > 1 else { return self.first ?? "" }
    let head = dropLast().enumerated().reduce(Prose("")) { words, part in
      words + (part.offset == 0 ? "" : Prose("\(comma) ")) + part.element
    }
    return head + Prose(count > 2 || comma == ";" ? "\(comma) and " : " and ") + last
  }

  /// The sentences, separated by spaces.
  func joined() -> Prose {
    enumerated().reduce(Prose("")) { words, part in words + (part.offset == 0 ? "" : " ") + part.element }
  }
}
