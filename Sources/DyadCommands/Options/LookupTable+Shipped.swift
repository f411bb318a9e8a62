internal import DyadCore
internal import DyadEvents
internal import DyadFormats

extension LookupTable {
  /// The tables that mappings may use: codes of states in each scheme, and codes of CAMEO.
  static let shipped = Identity.Scheme.allCases.map(states) + [actors, actions]

  /// The columns of a state; those who have no code in a scheme have no text there.
  private static let columns: [(name: String, code: @Sendable (State) -> String?)] = [
    ("name", { $0.name }), ("iso3", { $0.id }), ("iso2", { $0.alpha2 }), ("numeric", { $0.numeric.map(String.init) }),
    ("cow", { $0.cow.map(String.init) }), ("gw", { $0.gleditschWard.map(String.init) }),
    ("cameo", { $0.cameo ?? $0.id }), ("fips", { $0.fips }),
  ]

  /// States, and what else has a code in the scheme, as of a day.
  private static func states(in scheme: Identity.Scheme) -> LookupTable {
    LookupTable(scheme.rawValue, columns: columns.map(\.name)) { key, column, day in
      guard let meaning = Identity.standard.meaning(of: key, in: scheme, on: day) else { return nil }
      if let state = meaning.state.flatMap({ State.all[$0] }) {
        return columns.first { $0.name == column }?.code(state)
      }
      guard let code = meaning.region ?? meaning.group else { return nil }
      switch column {
      case "name": return ActorCode.all[code]?.label
      case "cameo": return code
      default: return nil
      }
    }
  }

  private static let actors = LookupTable("actors", columns: ["name"]) { key, _, _ in
    (ActorCode.all[key] ?? ActorCode.sectors[key])?.label
  }

  private static let actions = LookupTable("actions", columns: ["label", "type"]) { key, column, _ in
    column == "label" ? CAMEO.all[key]?.label : CAMEO.all[key]?.type?.rawValue
  }
}
