package import DyadCore

extension Entity {
  /// The party of a dyad, by its code in a data set: a state, or a region, group or organization of CAMEO.
  ///
  ///     Entity(ofParty: "NOR").shortName     // "Norway"
  package init(ofParty code: String, evidence: Evidence = Evidence()) {
    if let state = State.all[code] {
      self.init(
        ID(ID.slug(state.name)), .state, name: state.name, codes: ["iso3": code], evidence: evidence)
      return
    }
    let known = ActorCode.all[code]
    let name = known?.label ?? code
    // Several codes have one label.
    self.init(
      ID("\(ID.slug(name))-\(ID.slug(code))"), known?.sort == .group ? .group : .organization, name: name,
      codes: ["cameo": code], evidence: evidence)
  }
}
