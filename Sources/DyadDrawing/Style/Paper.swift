/// A length on paper.
///
///     Length("170mm")!.points     // 481.9
public struct Length: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The length in points, 72 to the inch.
  public let points: Double

  /// Creates a length in points.
  public init(points: Double) { self.points = points }
  /// Creates a length in millimetres.
  public init(millimetres: Double) { points = millimetres / 25.4 * 72 }

  /// Parses a number with `mm`, `cm`, `in` or `pt`; `nil` for other text, and for less than 28 or more than 5700 points.
  public init?(_ text: String) {
    let units: [(String, Double)] = [("mm", 72 / 25.4), ("cm", 720 / 25.4), ("in", 72), ("pt", 1)]
    guard let (unit, points) = units.first(where: { text.hasSuffix($0.0) }),
      let number = Double(text.dropLast(unit.count)), number.isFinite, (28...5700).contains(number * points)
    else { return nil }
    self.points = number * points
  }

  /// The length in millimetres.
  public var millimetres: Double { points / 72 * 25.4 }

  /// The number of pixels at a resolution in pixels per inch.
  public func pixels(dpi: Int) -> Int { Int((points * Double(dpi) / 72).rounded()) }

  /// The length in millimetres: "170mm".
  public var description: String { Markup.number((millimetres * 100).rounded() / 100) + "mm" }
  /// Whether one length is shorter.
  public static func < (left: Length, right: Length) -> Bool { left.points < right.points }
}

/// The size of a picture on paper: its exact width, and its height or a limit.
///
///     Paper(width: Length(millimetres: 85), height: .exactly(Length(millimetres: 120)))
public struct Paper: Hashable, Sendable {
  /// The height of a picture.
  public enum Height: Hashable, Sendable {
    /// As high as necessary, up to a limit that decides how much a picture shows.
    case upTo(Length)
    /// Exactly this high, with the rest left blank.
    case exactly(Length)

    var limit: Length {
      switch self {
      case .upTo(let limit), .exactly(let limit): limit
      }
    }
  }

  /// The exact width.
  public var width: Length
  /// The height, or its limit.
  public var height: Height

  var isExact: Bool { if case .exactly = height { true } else { false } }

  /// Creates a paper.
  public init(width: Length, height: Height) { (self.width, self.height) = (width, height) }

  /// The type area of an A4 page.
  public static let page = Paper(
    width: Length(millimetres: 170), height: .upTo(Length(millimetres: 247)))

  /// As wide as a screen of 360 pixels without the margins of the page, and as high as it takes.
  package static let phone = Paper(width: Length(millimetres: 88), height: .upTo(Length(points: 14_400)))
}
