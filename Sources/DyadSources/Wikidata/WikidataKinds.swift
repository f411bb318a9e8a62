internal import DyadCore

extension WikidataItem {
  /// What the item is in a dossier, by P31 (instance of); `nil` for what no dossier has as an entity.
  var kind: Entity.Kind? {
    let classes = Set(items("P31"))
    if classes.contains("Q5") { return .official }
    // Only countries have a code of ISO 3166-1.
    if statements["P298"] != nil { return .state }
    return WikidataItem.kinds.first { !$0.classes.isDisjoint(with: classes) }?.kind
  }

  private static let kinds: [(kind: Entity.Kind, classes: Set<String>)] = [
    // sovereign state, country, historical country, state with limited recognition, former sovereign state
    (.state, ["Q3624078", "Q6256", "Q3024240", "Q15634554", "Q51576574"]),
    // armed organization, terrorist organization, insurgency, paramilitary organization, militia
    (.group, ["Q17149090", "Q17127659", "Q22808320", "Q1101965", "Q178706", "Q31629", "Q61883"]),
    // intergovernmental and international organization, political party, ministry, government agency, organization
    (
      .organization,
      [
        "Q245065", "Q484652", "Q7278", "Q192350", "Q327333", "Q43229", "Q4120211", "Q1335818", "Q7188", "Q35749",
        "Q748720",
      ]
    ),
    // city, capital, human settlement, town, big city, province
    (.place, ["Q515", "Q5119", "Q486972", "Q3957", "Q1549591", "Q1637706", "Q200250", "Q23442", "Q8502", "Q4022"]),
  ]
}
