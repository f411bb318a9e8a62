public import DyadCore

/// A code of CAMEO for an action, with its PLOVER type, classes and scores.
///
///     CAMEO.all["190"]?.label                    // "Use conventional military force"
///     CAMEO.all["141"]?.quad(by: .icews)         // .materialConflict
public struct CAMEO: Hashable, Sendable {
  /// The code as text; leading zeros count.
  public let code: String
  /// The label in English.
  public let label: String
  /// The PLOVER type; the roots 01 and 02 have none.
  public let type: EventType?
  private let (gdelt, icews): (Int?, Int?)

  /// All codes.
  public static let all: [String: CAMEO] = Dictionary(
    uniqueKeysWithValues: table.split(separator: "\n").map { line in
      let code = CAMEO(line)
      return (code.code, code)
    })

  /// The code with that label in ICEWS, without regard to capitals.
  package static func labelled(_ label: String) -> CAMEO? { labels[label] ?? folded[Identity.folded(label)] }

  /// Roots have the label of their first code, in other capitals; rows have the code.
  private static let folded = Dictionary(all.values.map { (Identity.folded($0.label), $0) }) { one, other in
    one.code.count == other.code.count
      ? (one.code < other.code ? one : other) : one.code.count > other.code.count ? one : other
  }
  /// The same by the labels as they are, since most rows have them so.
  private static let labels = Dictionary(
    all.values.compactMap { code in
      folded[Identity.folded(code.label)].map { (code.label, $0) }
    }
  ) { first, _ in first }

  /// The first two digits.
  public var root: Int { Int(code.prefix(2)) ?? 0 }

  /// The class by a rule; the rules of GDELT and ICEWS differ on the roots 09 and 14.
  public func quad(by rule: QuadRule) -> QuadClass? {
    switch rule {
    case .gdelt: QuadClass(root: root, lastMaterialCooperation: 9, lastVerbalConflict: 14)
    case .icews: QuadClass(root: root, lastMaterialCooperation: 8, lastVerbalConflict: 13)
    case .plover: type?.quad
    case .file: nil
    }
  }

  /// The score in tenths on a scale; `nil` where the scale does not have the code.
  public func tenths(on scale: ScoreScale) -> Int? {
    switch scale {
    case .goldsteinGDELT: gdelt
    case .goldsteinICEWS: icews
    case .plover: type?.tenths
    case .file: nil
    }
  }

  private init(_ line: Substring) {
    let cells = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    (code, label, type) = (cells[0], cells[4], EventType(rawValue: cells[3]))
    gdelt = Int(cells[1])
    icews = Int(cells[2]) ?? gdelt
  }
}

extension QuadClass {
  fileprivate init?(root: Int, lastMaterialCooperation: Int, lastVerbalConflict: Int) {
    switch root {
    case 1...5: self = .verbalCooperation
    case 6...lastMaterialCooperation: self = .materialCooperation
    case (lastMaterialCooperation + 1)...lastVerbalConflict: self = .verbalConflict
    case (lastVerbalConflict + 1)...20: self = .materialConflict
    default: return nil
    }
  }
}

extension EventType {
  /// The class of the type in PLOVER's chapter on types; its appendix has SANCTION among verbal conflict.
  public var quad: QuadClass {
    switch self {
    case .agree, .consult, .support, .concede: .verbalCooperation
    case .cooperate, .aid, .retreat: .materialCooperation
    case .request, .accuse, .reject, .threaten: .verbalConflict
    case .protest, .sanction, .mobilize, .coerce, .assault: .materialConflict
    }
  }

  /// The published score in tenths.
  public var tenths: Int { Int((tone.value * 10).rounded()) }
}
