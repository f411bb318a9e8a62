/// A code or name of a party in files of event data, with what it means there.
///
///     CodeUse("PAK", in: .cameo, means: .state("PAK")).label       // "Pakistan"
public struct CodeUse: Hashable, Comparable, Sendable {
  /// Whose code it is.
  public let scheme: Identity.Scheme
  /// The code or name; `UnmappedCode.others` of those after the first 65,536.
  public let code: String
  /// What it means; `nil` where no table has it.
  public let meaning: Identity.Meaning?

  /// A use of a code.
  public init(_ code: String, in scheme: Identity.Scheme, means meaning: Identity.Meaning?) {
    (self.code, self.scheme, self.meaning) = (code, scheme, meaning)
  }

  /// The name of what it means; `nil` where it has none.
  public var label: String? {
    if let state = meaning?.state { return State.all[state]?.name }
    return (meaning?.region ?? meaning?.group).flatMap { ActorCode.all[$0]?.label }
  }

  /// The most frequent ones first.
  package static func byFrequency(_ codes: [CodeUse: Int]) -> [(use: CodeUse, count: Int)] {
    codes.map { ($0.key, $0.value) }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
  }

  /// By scheme, then by code, then by meaning.
  public static func < (left: CodeUse, right: CodeUse) -> Bool {
    (left.scheme.rawValue, left.code, left.meaning?.description ?? "")
      < (right.scheme.rawValue, right.code, right.meaning?.description ?? "")
  }
}

extension Identity.Meaning: CustomStringConvertible {
  /// As a table of overrides writes it: `PAK`, `region:EUR`, `nobody`.
  public var description: String {
    switch self {
    case .state(let id): id
    case .region(let code): "region:\(code)"
    case .group(let code): "group:\(code)"
    case .organization(let code): "organization:\(code)"
    case .nobody: "nobody"
    }
  }
}

extension EventDataSet {
  /// The scheme of the codes of its parties, and the code of a party in it; `nil` where the party has only a role.
  ///
  /// GDELT's `QQQGOV` begins with the code of a country, its `GOV` with none.
  package func scheme(of party: CodedParty) -> (scheme: Identity.Scheme, code: String)? {
    if id.hasPrefix("gdelt") {
      let code = String(party.code.prefix(3))
      return ActorCode.sectors[code] == nil ? (.cameo, code) : nil
    }
    return (id.hasPrefix("cow-") ? .cow : .name, party.code)
  }
}
