internal import DyadCore
internal import DyadSyntax

extension RDFExport {
  /// Writes the interval in EDTF, which is complete, as bounds for queries, and in other vocabularies.
  func writeDates(_ interval: Interval, of subject: String) {
    add(.during, .typed(interval.description, .edtf))
    add(.earliestStart, interval.starts.lowerBound)
    add(.latestStart, interval.starts.upperBound)
    add(.earliestEnd, interval.ends.lowerBound)
    add(.latestEnd, interval.ends.upperBound)
    if case .date(let start) = interval.start, start.mark == nil { add(.startDate, start) }
    if case .date(let end) = interval.end, end.mark == nil { add(.endDate, end) }
    add(.hasTime, .iri(RDFPart.interval.address(in: subject)))
  }

  /// The Simple Event Model distinguishes exact times from bounds.
  func writeStamps(_ interval: Interval) {
    func stamps(_ days: ClosedRange<Day>, _ exact: RDFName, _ earliest: RDFName, _ latest: RDFName) {
      if days.lowerBound == days.upperBound { return add(exact, days.lowerBound) }
      add(earliest, days.lowerBound)
      add(latest, days.upperBound)
    }
    stamps(interval.starts, .beginStamp, .earliestBegin, .latestBegin)
    stamps(interval.ends, .endStamp, .earliestEndStamp, .latestEndStamp)
  }

  func writeSources(_ evidence: Evidence) {
    for source in Set(evidence.citations.map(\.source)).sorted() {
      add(.primarySource, .iri(RDFAddress.of(.source, source)))
    }
    if let known = evidence.known { add(.known, .typed(known.description, .edtf)) }
  }

  /// The nodes that belong to a claim: its interval, and an annotation for each citation.
  func writeDetails(of evidence: Evidence, _ interval: Interval?, of subject: String) {
    if let interval { writeInterval(interval, RDFPart.interval.address(in: subject)) }
    for (index, citation) in evidence.citations.enumerated() {
      write(citation, rank: index + 1, of: subject)
    }
  }

  private func writeInterval(_ interval: Interval, _ address: String) {
    let ends = [("from", RDFName.hasBeginning, interval.start), ("to", .hasEnd, interval.end)].compactMap {
      name, property, bound -> (String, RDFName, PartialDate)? in
      guard case .date(let date) = bound, date.mark == nil else { return nil }
      return ("\(address)-\(name)", property, date)
    }
    syntax.subject(address)
    add(.type, .name(.properInterval))
    for (end, property, _) in ends { add(property, .iri(end)) }
    for (end, _, date) in ends {
      syntax.subject(end)
      add(.type, .name(.instant))
      add(date.day != nil ? .inXSDDate : date.month != nil ? .inXSDgYearMonth : .inXSDgYear, date)
    }
  }

  private func write(_ citation: Citation, rank: Int, of subject: String) {
    let address = RDFPart.cite(rank).address(in: subject)
    syntax.subject(address)
    add(.type, .name(.annotation))
    add(.motivatedBy, .name(.linking))
    add(.hasBody, .iri(subject))
    add(.hasTarget, .iri("\(address)-target"))
    add(.rank, rank: rank)
    add(.stance, .name(citation.stance == .asserts ? .asserts : .denies))
    if let speaker = citation.speaker {
      add(.speaker, speaker.text)
      if let entity = speaker.entity { add(.attributedTo, .iri(RDFAddress.of(.entity, entity))) }
    }
    add(.note, citation.note)
    writeOtherKeys(of: citation)
    let text = graph.sources[citation.source]?.text
    let found = text?.find(citation) ?? []
    syntax.subject("\(address)-target")
    add(.type, .name(.specificResource))
    add(.hasSource, .iri(RDFAddress.of(.source, citation.source)))
    guard let quote = citation.quote else { return }
    add(.hasSelector, .iri("\(address)-quote"))
    // A quote with an ellipsis has several positions; a selector has one.
    let place = found.count == 1 ? found[0] : nil
    if place != nil { add(.hasSelector, .iri("\(address)-place")) }
    syntax.subject("\(address)-quote")
    add(.type, .name(.quoteSelector))
    add(.exact, quote)
    guard let place, let text else { return }
    add(.quotePrefix, text.passage(max(0, place.lowerBound - 32)..<place.lowerBound))
    add(.quoteSuffix, text.passage(place.upperBound..<min(text.count, place.upperBound + 32)))
    syntax.subject("\(address)-place")
    add(.type, .name(.positionSelector))
    add(.quoteStart, rank: place.lowerBound)
    add(.quoteEnd, rank: place.upperBound)
  }
}

extension PartialDate {
  /// The date without its mark, in ISO 8601.
  var unmarkedText: String { unmarked.description }

  /// The datatype for the precision of the date.
  var type: RDFName { day != nil ? .date : month != nil ? .gYearMonth : .gYear }
}
