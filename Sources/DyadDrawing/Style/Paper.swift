/// A length on paper.
///
///     Length("170mm")!.points     // 481.9
public struct Length: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let points: Double

  public init(points: Double) { self.points = points }
  public init(millimetres: Double) { points = millimetres / 25.4 * 72 }

  /// A number with `mm`, `cm`, `in` or `pt`; `nil` for anything else, and for what no printer takes.
  public init?(_ text: String) {
    let units: [(String, Double)] = [("mm", 72 / 25.4), ("cm", 720 / 25.4), ("in", 72), ("pt", 1)]
    guard let (unit, points) = units.first(where: { text.hasSuffix($0.0) }),
      let number = Double(text.dropLast(unit.count)), number.isFinite, (28...5700).contains(number * points)
    else { return nil }
    self.points = number * points
  }

  public var millimetres: Double { points / 72 * 25.4 }

  /// As many pixels as that are, at so many to the inch.
  public func pixels(dpi: Int) -> Int { Int((points * Double(dpi) / 72).rounded()) }

  public var description: String { Markup.number((millimetres * 100).rounded() / 100) + "mm" }
  public static func < (left: Length, right: Length) -> Bool { left.points < right.points }
}

/// What a picture goes on: its width to the point, and its height.
///
///     Paper(width: Length(millimetres: 85), height: .exactly(Length(millimetres: 120)))
public struct Paper: Hashable, Sendable {
  public enum Height: Hashable, Sendable {
    /// As high as it needs to be, and where it can be told with less, no higher than this.
    case upTo(Length)
    /// So high, with the rest left blank.
    case exactly(Length)

    var limit: Length {
      switch self {
      case .upTo(let limit), .exactly(let limit): limit
      }
    }
  }

  public var width: Length
  public var height: Height

  var isExact: Bool { if case .exactly = height { true } else { false } }

  public init(width: Length, height: Height) { (self.width, self.height) = (width, height) }

  /// The text of an A4 page between its margins.
  public static let page = Paper(
    width: Length(millimetres: 170), height: .upTo(Length(millimetres: 247)))
}
