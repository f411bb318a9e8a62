/// What the export says twice, for tools that know the usual vocabularies: a reader needs only one of the two.
extension RDFName {
  static let derived: Set<String> = Set(
    [
      type, rank, altLabel, exactMatch, earliestStart, latestStart, earliestEnd, latestEnd, startDate, endDate, hasTime,
      memberDuring, inOrganization, primarySource, subject, predicate, object, tone, hasActor, hasPlace, beginStamp,
      endStamp, earliestBegin, latestBegin, earliestEndStamp, latestEndStamp, issued, motivatedBy, hasBody,
      attributedTo, hasSelector, quotePrefix, quoteSuffix, quoteStart, quoteEnd,
    ].map(\.iri))

  static let derivedClasses: Set<String> = Set([properInterval, instant, positionSelector].map(\.iri))
}
