package import DyadEvents
internal import GRDB

extension EventStore {
  /// The codes of parties with what they mean, and how many events have each; of one data set, or of all.
  package func codes(of dataSet: String? = nil) throws(EventStoreError) -> [CodeUse: Int] {
    try read { database in
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT dataset.name, party.code, party.state, party.region, party."group", sum(uses.n)
          FROM (
            SELECT dataset, actor AS party, count(*) AS n FROM event GROUP BY dataset, actor
            UNION ALL SELECT dataset, recipient, count(*) FROM event GROUP BY dataset, recipient
          ) AS uses JOIN dataset ON dataset.id = uses.dataset JOIN party ON party.id = uses.party
          WHERE party.code != '' AND (? IS NULL OR dataset.name = ?) GROUP BY uses.dataset, uses.party
          """, arguments: [dataSet, dataSet])
      var codes: [CodeUse: Int] = [:]
      while let row = try rows.next() {
        let party = CodedParty(row[1], state: row[2], region: row[3], group: row[4])
        guard let known = EventDataSet.named(row[0])?.scheme(of: party) else { continue }
        codes[CodeUse(known.code, in: known.scheme, means: party.meaning), default: 0] += row[5]
      }
      return codes
    }
  }
}

extension CodedParty {
  /// What the party is known to be: a state, or else a region, a group or an organization.
  fileprivate var meaning: Identity.Meaning? {
    if let state { return .state(state) }
    if let region { return .region(region) }
    return group.map { ActorCode.all[$0]?.sort == .organization ? .organization($0) : .group($0) }
  }
}
