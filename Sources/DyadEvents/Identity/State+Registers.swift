extension State {
  /// The codes of the party in the registers that a dossier names: `iso3`, `cow`, `gw`, `cameo`, `fips`.
  package static func registers(of code: String) -> [String: String] {
    guard let state = State.all[code] else { return ["cameo": code, "iso3": code] }
    var codes = ["iso3": code]
    codes["cow"] = state.cow.map(String.init)
    codes["gw"] = state.gleditschWard.map(String.init)
    codes["cameo"] = state.cameo
    codes["fips"] = state.fips
    return codes
  }
}
