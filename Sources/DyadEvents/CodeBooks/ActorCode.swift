/// Codes of parties that are no states: regions, groups, organizations and sectors.
///
///     ActorCode.all["TAL"]?.label         // "Taliban"
public struct ActorCode: Sendable {
  /// What a code is for.
  public enum Sort: String, CaseIterable, Sendable { case region, group, organization, sector }

  /// The code.
  public let code: String
  /// What it is for.
  public let sort: Sort
  /// The name in English.
  public let label: String

  /// Those of regions, groups and organizations.
  public static let all = codes { $0 != .sector }

  /// Those of sectors.
  public static let sectors = codes { $0 == .sector }

  var meaning: Identity.Meaning? {
    switch sort {
    case .region: .region(code)
    case .group: .group(code)
    case .organization: .organization(code)
    case .sector: nil
    }
  }

  private static func codes(_ isIncluded: (Sort) -> Bool) -> [String: ActorCode] {
    let codes = table.split(separator: "\n").compactMap { line -> ActorCode? in
      let cells = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      guard let sort = Sort(rawValue: cells[0]), isIncluded(sort) else { return nil }
      return ActorCode(code: cells[1], sort: sort, label: cells[2])
    }
    return Dictionary(codes.map { ($0.code, $0) }) { first, _ in first }
  }
}
