/// The four classes of events: verbal or material, cooperation or conflict.
///
///     QuadClass.materialConflict.isConflict     // true
public enum QuadClass: Int, CaseIterable, Sendable {
  /// Words of cooperation: statements, meetings, promises.
  case verbalCooperation = 1
  /// Deeds of cooperation: aid, trade, agreements that are carried out.
  case materialCooperation = 2
  /// Words of conflict: demands, accusations, threats.
  case verbalConflict = 3
  /// Deeds of conflict: protests, sanctions, attacks.
  case materialConflict = 4

  /// Whether it is one of the two classes of conflict.
  public var isConflict: Bool { self == .verbalConflict || self == .materialConflict }

  /// `verbal cooperation` … `material conflict`.
  public var name: String {
    switch self {
    case .verbalCooperation: "verbal cooperation"
    case .materialCooperation: "material cooperation"
    case .verbalConflict: "verbal conflict"
    case .materialConflict: "material conflict"
    }
  }
}
