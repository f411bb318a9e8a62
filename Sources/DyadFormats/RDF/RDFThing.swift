internal import DyadCore

/// What statements say of one subject, asked for by property; what nobody asks for is counted.
final class RDFThing {
  let subject: NQuadsParser.Term
  let place: SourceLocation
  private(set) var statements: [NQuadsParser.Statement] = []
  let reading: RDFReading

  init(_ first: NQuadsParser.Statement, _ reading: RDFReading) {
    (subject, place, self.reading) = (first.subject, first.place, reading)
  }

  func append(_ statement: NQuadsParser.Statement) { statements.append(statement) }

  func objects(_ name: RDFName) -> [NQuadsParser.Statement] { statements.filter { $0.predicate.text == name.iri } }

  func object(_ name: RDFName) -> NQuadsParser.Statement? { statements.first { $0.predicate.text == name.iri } }

  func words(_ name: RDFName) -> String? { object(name).flatMap(reading.words) }

  func allWords(_ name: RDFName) -> [String] { objects(name).compactMap(reading.words) }

  func needed(_ name: RDFName) -> String? {
    if object(name) == nil { reading.find(.missingKey, "<\(subject.text)> needs \(name.short)", at: place) }
    return words(name)
  }

  func number(_ name: RDFName) -> Double? {
    guard let statement = object(name) else { return nil }
    guard let number = Double(statement.object.text), number.isFinite else {
      reading.find(.badNumber, "\(name.short) is a number, not '\(statement.object.text)'", at: statement.objectPlace)
      return nil
    }
    return number
  }

  func tone(_ name: RDFName) -> Tone? {
    guard let number = number(name) else { return nil }
    if let tone = Tone(number) { return tone }
    reading.find(.badNumber, "\(name.short) is a number from -10 to 10", at: object(name)!.objectPlace)
    return nil
  }

  func flag(_ name: RDFName) -> Bool { object(name).map { $0.object.text == "true" || $0.object.text == "1" } ?? false }

  func interval(_ name: RDFName) -> Interval? {
    guard let statement = object(name) else { return nil }
    if let interval = Interval(statement.object.text) { return interval }
    reading.find(.badInterval, "'\(statement.object.text)' is no interval", at: statement.objectPlace)
    return nil
  }

  func date(_ name: RDFName) -> PartialDate? {
    guard let statement = object(name) else { return nil }
    if let date = PartialDate(statement.object.text) { return date }
    reading.find(.badDate, "'\(statement.object.text)' is no date", at: statement.objectPlace)
    return nil
  }

  /// The id of a thing of ours, and where it is named.
  func id<Thing>(_ name: RDFName, _ sort: RDFAddress.Sort, of _: Thing.Type) -> (Identifier<Thing>, SourceLocation)? {
    guard let statement = object(name) else {
      reading.find(.missingKey, "<\(subject.text)> needs \(name.short)", at: place)
      return nil
    }
    guard let id: Identifier<Thing> = RDFAddress.id(sort, in: statement.object.text) else {
      reading.find(.badId, "<\(statement.object.text)> is no \(sort.rawValue) of a dossier", at: statement.objectPlace)
      return nil
    }
    return (id, statement.objectPlace)
  }

  /// The things that are named, in the order of their ranks.
  func parts(_ name: RDFName) -> [RDFThing] {
    objects(name).compactMap { reading.things[$0.object] }.sorted { ($0.number(.rank) ?? 0) < ($1.number(.rank) ?? 0) }
  }

  var types: Set<String> { Set(objects(.type).map(\.object.text)) }
}

/// The statements of a file by their subjects, and what is found wrong in them.
final class RDFReading {
  var findings: [Diagnostic] = []
  private(set) var things: [NQuadsParser.Term: RDFThing] = [:]
  private(set) var inOrder: [RDFThing] = []
  /// The annotations of each thing.
  private(set) var annotations: [String: [RDFThing]] = [:]
  /// How often each property had no place in a dossier, and where first.
  private var passedOver: [String: (count: Int, place: SourceLocation)] = [:]

  init(_ statements: [NQuadsParser.Statement]) {
    for statement in statements {
      if things[statement.subject] == nil {
        let thing = RDFThing(statement, self)
        things[statement.subject] = thing
        inOrder.append(thing)
      }
      things[statement.subject]!.append(statement)
    }
    for thing in inOrder {
      for body in thing.objects(.hasBody) { annotations[body.object.text, default: []].append(thing) }
    }
  }

  func find(_ code: Diagnostic.Code, _ message: String, at place: SourceLocation) {
    findings.append(Diagnostic(code, message, at: place))
  }

  func words(_ statement: NQuadsParser.Statement) -> String? {
    guard case .literal = statement.object.kind else {
      find(.wrongShape, "words should stand here, not an address", at: statement.objectPlace)
      return nil
    }
    switch Clean.text(statement.object.text) {
    case .success(let words): return words
    case .failure(let refused):
      find(.controlCharacter, "the words hold the character \(refused.description)", at: statement.objectPlace)
      return nil
    }
  }

  func passOver(_ statement: NQuadsParser.Statement) {
    passedOver[statement.predicate.text, default: (0, statement.place)].count += 1
  }

  /// A warning for each property that was left out.
  func tellWhatWasPassedOver() {
    for (property, (count, place)) in passedOver.sorted(by: { $0.key < $1.key }) {
      find(.notCarried, "<\(property)> has no place in a dossier; left out (\(count))", at: place)
    }
  }
}
