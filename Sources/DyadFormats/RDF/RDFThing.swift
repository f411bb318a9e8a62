internal import DyadCore
internal import DyadSyntax

/// What statements say of one subject, asked for by property; what nobody asks for is counted.
final class RDFThing {
  typealias Statement = NQuadsParser.Statement

  let subject: NQuadsParser.Term
  let place: SourceLocation
  private(set) var statements: [Statement] = []
  /// Not owned: the reading outlives its things.
  unowned let reading: RDFReading
  /// What an annotation cites, once somebody asked.
  var citation: RDFCitation?
  /// The quote of a target, once somebody looked for it.
  var quote: RDFThing??
  /// Whether anything was asked but what it is; the properties that were asked for, and those of them with all their
  /// values. Asking is frequent, so that they are only listed.
  private var isRead = false
  private var asked: [String] = []
  private var askedForAll: [String] = []

  init(_ first: Statement, _ reading: RDFReading) {
    (subject, place, self.reading) = (first.subject, first.place, reading)
  }

  func append(_ statement: Statement) { statements.append(statement) }

  /// By property, each value once: a graph is a set, though its file may say a thing twice.
  private lazy var byProperty: [String: [Statement]] = {
    var byProperty = Dictionary(grouping: statements) { $0.predicate.text }
    for (property, all) in byProperty where all.count > 1 {
      var seen: Set<NQuadsParser.Term> = []
      byProperty[property] = all.filter { seen.insert($0.object).inserted }
    }
    return byProperty
  }()

  func objects(_ name: RDFName) -> [Statement] {
    if name != .type, name != .hasBody { isRead = true }
    guard let all = byProperty[name.iri] else { return [] }
    asked.append(name.iri)
    askedForAll.append(name.iri)
    return all
  }

  func object(_ name: RDFName) -> Statement? {
    isRead = true
    guard let all = byProperty[name.iri] else { return nil }
    asked.append(name.iri)
    return all[0]
  }

  func words(_ name: RDFName) -> String? { object(name).flatMap(reading.words) }

  func allWords(_ name: RDFName) -> [String] { objects(name).compactMap(reading.words) }

  func needed(_ name: RDFName) -> String? {
    tellIfMissing(name)
    return words(name)
  }

  func tellIfMissing(_ name: RDFName) {
    if object(name) == nil { reading.find(.missingKey, "<\(subject.text)> needs \(name.prefixed)", at: place) }
  }

  func number(_ name: RDFName) -> Double? {
    guard let statement = object(name) else { return nil }
    guard statement.object.isLiteral, let number = Double(statement.object.text), number.isFinite else {
      reading.find(
        .badNumber, "\(name.prefixed) must be a number, not '\(statement.object.text)'", at: statement.objectPlace)
      return nil
    }
    return number
  }

  func tone(_ name: RDFName) -> Tone? {
    guard let statement = object(name), let number = number(name) else { return nil }
    if let tone = Tone(number) { return tone }
    reading.find(.badNumber, "\(name.prefixed) must be a number from -10 to 10", at: statement.objectPlace)
    return nil
  }

  func flag(_ name: RDFName) -> Bool {
    guard let statement = object(name) else { return false }
    switch statement.object.text {
    case "true", "1": return true
    case "false", "0": return false
    default:
      reading.find(
        .badWord, "\(name.prefixed) must be true or false, not '\(statement.object.text)'", at: statement.objectPlace)
      return false
    }
  }

  func interval(_ name: RDFName) -> Interval? {
    guard let statement = object(name) else { return nil }
    if let interval = Interval(statement.object.text) { return interval }
    reading.find(.badInterval, "'\(statement.object.text)' is not a valid interval", at: statement.objectPlace)
    return nil
  }

  func date(_ name: RDFName) -> PartialDate? {
    guard let statement = object(name) else { return nil }
    if let date = PartialDate(statement.object.text) { return date }
    reading.find(.badDate, "'\(statement.object.text)' is not a valid date", at: statement.objectPlace)
    return nil
  }

  /// The id of the record that the IRI names, and its place.
  func id<Thing>(_ name: RDFName, _ sort: RDFAddress.Sort, of _: Thing.Type) -> (Identifier<Thing>, SourceLocation)? {
    tellIfMissing(name)
    guard let statement = object(name) else { return nil }
    guard let id: Identifier<Thing> = RDFAddress.id(sort, in: statement.object.text) else {
      reading.find(
        .badId, "<\(statement.object.text)> is not the IRI of a dossier's \(sort.rawValue)",
        at: statement.objectPlace)
      return nil
    }
    return (id, statement.objectPlace)
  }

  /// The former id.
  func formerId<Thing>(of _: Thing.Type) -> Identifier<Thing>? {
    guard let statement = object(.was), let id = words(.was) else { return nil }
    if Identifier<Thing>.isWellFormed(id) { return Identifier(id) }
    reading.find(.badId, "'\(id)' is not a valid id", at: statement.objectPlace)
    return nil
  }

  /// The resources that the property names, in the order of their ranks.
  func parts(_ name: RDFName) -> [RDFThing] {
    RDFThing.inOrder(objects(name).compactMap { reading.things[$0.object] })
  }

  static func inOrder(_ things: [RDFThing]) -> [RDFThing] {
    things.sorted { ($0.rank, $0.subject.text) < ($1.rank, $1.subject.text) }
  }

  private lazy var rank: Double = number(.rank) ?? 0

  var types: Set<String> { Set(objects(.type).map(\.object.text)) }

  /// What nobody asked for, but what follows from the rest.
  var leftOver: [Statement] {
    if !isRead, subject.text.hasPrefix(RDFAddress.base), !types.isDisjoint(with: RDFName.derivedClasses) { return [] }
    let (asked, askedForAll) = (Set(asked), Set(askedForAll))
    return byProperty.flatMap { property, statements -> ArraySlice<Statement> in
      guard isRead else { return statements[...] }
      if RDFName.derived.contains(property) || askedForAll.contains(property) { return [] }
      return asked.contains(property) ? statements.dropFirst() : statements[...]
    }
  }
}

/// What an annotation cites, and where it says so.
struct RDFCitation {
  var citation: Citation?
  var sourcePlace: SourceLocation?
  var quotePlace: SourceLocation?
}

extension NQuadsParser.Term {
  var isLiteral: Bool { if case .literal = kind { true } else { false } }
  var language: String? { if case .literal(_, let language) = kind { language } else { nil } }
}
