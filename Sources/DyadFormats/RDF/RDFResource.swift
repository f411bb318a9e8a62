internal import DyadCore
internal import DyadSyntax

/// The statements about one subject, by property; properties that are not read are counted.
final class RDFResource {
  typealias Statement = NQuadsParser.Statement

  let subject: NQuadsParser.Term
  let place: SourceLocation
  private(set) var statements: [Statement] = []
  /// Unowned: the document outlives its resources.
  unowned let document: RDFDocument
  /// The citation of an annotation, cached on first use.
  var citation: RDFCitation?
  /// The quote of a target, cached on first use.
  var quote: RDFResource??
  /// Whether any property but the type was read, the properties of which the first value was read, and those of which all
  /// values were read. Reads are frequent, so that they are only listed.
  private var isRead = false
  private var asked: [String] = []
  private var askedForAll: [String] = []

  init(_ first: Statement, _ document: RDFDocument) {
    (subject, place, self.document) = (first.subject, first.place, document)
  }

  func append(_ statement: Statement) { statements.append(statement) }

  /// The statements by property, each once: a graph is a set, although a file may repeat a statement.
  private lazy var byProperty: [String: [Statement]] = {
    var byProperty = Dictionary(grouping: statements) { $0.predicate }
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

  func words(_ name: RDFName) -> String? { object(name).flatMap(document.words) }

  func allWords(_ name: RDFName) -> [String] { objects(name).compactMap(document.words) }

  func needed(_ name: RDFName) -> String? {
    require(name)
    return words(name)
  }

  func require(_ name: RDFName) {
    if object(name) == nil { document.report(.missingKey, "<\(subject.text)> needs \(name.prefixed)", at: place) }
  }

  func number(_ name: RDFName) -> Double? {
    guard let statement = object(name) else { return nil }
    guard statement.object.isLiteral, let number = Double(statement.object.text), number.isFinite else {
      document.report(
        .badNumber, "\(name.prefixed) must be a number, not '\(statement.object.text)'", at: statement.objectPlace)
      return nil
    }
    return number
  }

  func tone(_ name: RDFName) -> Tone? {
    guard let statement = object(name), let number = number(name) else { return nil }
    if let tone = Tone(number) { return tone }
    document.report(.badNumber, "\(name.prefixed) must be a number from -10 to 10", at: statement.objectPlace)
    return nil
  }

  func flag(_ name: RDFName) -> Bool {
    guard let statement = object(name) else { return false }
    switch statement.object.text {
    case "true", "1": return true
    case "false", "0": return false
    default:
      document.report(
        .badWord, "\(name.prefixed) must be true or false, not '\(statement.object.text)'", at: statement.objectPlace)
      return false
    }
  }

  func interval(_ name: RDFName) -> Interval? {
    guard let statement = object(name) else { return nil }
    if let interval = Interval(statement.object.text) { return interval }
    document.report(
      .badInterval, UnsupportedNotation.refusal(of: statement.object.text, as: "interval"), at: statement.objectPlace)
    return nil
  }

  func date(_ name: RDFName) -> PartialDate? {
    guard let statement = object(name) else { return nil }
    if let date = PartialDate(statement.object.text) { return date }
    document.report(
      .badDate, UnsupportedNotation.refusal(of: statement.object.text, as: "date"), at: statement.objectPlace)
    return nil
  }

  /// The id of the record that the IRI names, and its place.
  func id<Thing>(_ name: RDFName, _ sort: RDFAddress.Sort, of _: Thing.Type) -> (Identifier<Thing>, SourceLocation)? {
    require(name)
    guard let statement = object(name) else { return nil }
    guard let id: Identifier<Thing> = RDFAddress.id(sort, in: statement.object.text) else {
      document.report(
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
    document.report(.badId, "'\(id)' is not a valid id", at: statement.objectPlace)
    return nil
  }

  /// The resources that the property names, in the order of their ranks.
  func parts(_ name: RDFName) -> [RDFResource] {
    RDFResource.inOrder(objects(name).compactMap { document.resources[$0.object] })
  }

  static func inOrder(_ resources: [RDFResource]) -> [RDFResource] {
    resources.sorted { ($0.rank, $0.subject.text) < ($1.rank, $1.subject.text) }
  }

  private lazy var rank: Double = number(.rank) ?? 0

  private(set) lazy var types: Set<String> = Set(objects(.type).map(\.object.text))

  /// The statements that were not read, except those that follow from others.
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

/// The citation of an annotation, with its places.
struct RDFCitation {
  var citation: Citation?
  var sourcePlace: SourceLocation?
  var quotePlace: SourceLocation?
}

extension NQuadsParser.Term {
  var isLiteral: Bool { if case .literal = kind { true } else { false } }
  var language: String? { if case .literal(_, let language) = kind { language } else { nil } }
}
