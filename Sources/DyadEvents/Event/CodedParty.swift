/// A party of an event: the code or name in the data set, and what is known of it.
///
///     CodedParty("PAKGOV", state: "PAK", sector: "GOV")
public struct CodedParty: Hashable, Sendable {
  /// The code or name as the data set writes it: `PAKGOV`, `Imran Khan`; empty where it names nobody.
  public var code: String
  /// The state that it is, or acts in or for: ISO 3166-1 alpha-3, or the code of a historic state such as `SUN`.
  public var state: String?
  /// The region of several states, by CAMEO's code: `EUR`; a party has a state or a region.
  public var region: String?
  /// The named group or organization, by CAMEO's code: `TAL`, `UNO`.
  public var group: String?
  /// The sector, by CAMEO's code of roles: `GOV`, `MIL`, `REB`.
  public var sector: String?
  /// The office, as the data set names it: `Head of Government`.
  public var office: String?

  /// A party by its code or name.
  public init(
    _ code: String, state: String? = nil, region: String? = nil, group: String? = nil, sector: String? = nil,
    office: String? = nil
  ) {
    (self.code, self.state, self.region) = (code, state, region)
    (self.group, self.sector, self.office) = (group, sector, office)
  }
}
