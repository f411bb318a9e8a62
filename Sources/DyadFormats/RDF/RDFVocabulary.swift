internal import DyadCore
internal import DyadSyntax

/// The vocabularies of the export.
///
/// RDF and RDFS (W3C), XML Schema's types, SKOS (W3C), Dublin Core terms, schema.org, ORG (W3C, 2014), OWL-Time (W3C, 2017),
/// PROV-O (W3C), Web Annotation (W3C, 2017), the Simple Event Model (VU Amsterdam), FOAF, Wikidata's entities.
enum RDFVocabulary: String, CaseIterable, Sendable {
  case dcterms = "http://purl.org/dc/terms/"
  case dyad = "urn:dyad:ns#"
  case foaf = "http://xmlns.com/foaf/0.1/"
  case oa = "http://www.w3.org/ns/oa#"
  case org = "http://www.w3.org/ns/org#"
  case prov = "http://www.w3.org/ns/prov#"
  case rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  case rdfs = "http://www.w3.org/2000/01/rdf-schema#"
  case schema = "http://schema.org/"
  case sem = "http://semanticweb.cs.vu.nl/2009/11/sem/"
  case skos = "http://www.w3.org/2004/02/skos/core#"
  case time = "http://www.w3.org/2006/time#"
  case wd = "http://www.wikidata.org/entity/"
  case xsd = "http://www.w3.org/2001/XMLSchema#"

  static let prefixes = allCases.map(\.prefix)

  var prefix: RDFPrefix { RDFPrefix("\(self)", rawValue) }
}

extension RDFName {
  convenience init(_ vocabulary: RDFVocabulary, _ local: String) { self.init(vocabulary.prefix, local) }

  /// The class of events of a type.
  static func of(_ type: EventType) -> RDFName { eventTypes[type] ?? dyad(type.rawValue) }
  private static let eventTypes = Dictionary(
    uniqueKeysWithValues: EventType.allCases.map { ($0, dyad($0.rawValue)) })

  private static func dyad(_ local: String) -> RDFName { RDFName(.dyad, local) }
  private static func rdf(_ local: String) -> RDFName { RDFName(.rdf, local) }
  private static func rdfs(_ local: String) -> RDFName { RDFName(.rdfs, local) }
  private static func skos(_ local: String) -> RDFName { RDFName(.skos, local) }
  private static func dcterms(_ local: String) -> RDFName { RDFName(.dcterms, local) }
  private static func schema(_ local: String) -> RDFName { RDFName(.schema, local) }
  private static func org(_ local: String) -> RDFName { RDFName(.org, local) }
  private static func time(_ local: String) -> RDFName { RDFName(.time, local) }
  private static func prov(_ local: String) -> RDFName { RDFName(.prov, local) }
  private static func oa(_ local: String) -> RDFName { RDFName(.oa, local) }
  private static func sem(_ local: String) -> RDFName { RDFName(.sem, local) }
  private static func xsd(_ local: String) -> RDFName { RDFName(.xsd, local) }

  // RDF and its types
  static let value = rdf("value")
  static let statement = rdf("Statement")
  static let subject = rdf("subject")
  static let predicate = rdf("predicate")
  static let object = rdf("object")
  static let property = rdf("Property")
  static let label = rdfs("label")
  static let altLabel = skos("altLabel")
  static let exactMatch = skos("exactMatch")
  static let note = skos("note")
  static let string = xsd("string")
  static let integer = xsd("integer")
  static let decimal = xsd("decimal")
  static let double = xsd("double")
  static let boolean = xsd("boolean")
  static let date = xsd("date")
  static let gYearMonth = xsd("gYearMonth")
  static let gYear = xsd("gYear")
  static let anyURI = xsd("anyURI")

  // Sources
  static let title = dcterms("title")
  static let textKind = dcterms("type")
  static let publisher = dcterms("publisher")
  static let creator = dcterms("creator")
  static let issued = dcterms("issued")
  static let language = dcterms("language")
  static let url = schema("url")
  static let text = schema("text")
  static let creativeWork = schema("CreativeWork")
  static let provEntity = prov("Entity")
  static let primarySource = prov("hadPrimarySource")
  static let attributedTo = prov("wasAttributedTo")

  // Entities
  static let country = schema("Country")
  static let place = schema("Place")
  static let organization = org("Organization")
  static let person = RDFName(.foaf, "Person")
  static let semActor = sem("Actor")
  static let semPlace = sem("Place")
  static let startDate = schema("startDate")
  static let endDate = schema("endDate")

  // Offices
  static let post = org("Post")
  static let postIn = org("postIn")
  static let membership = org("Membership")
  static let member = org("member")
  static let inOrganization = org("organization")
  static let memberDuring = org("memberDuring")

  // Time
  static let hasTime = time("hasTime")
  static let properInterval = time("ProperInterval")
  static let instant = time("Instant")
  static let hasBeginning = time("hasBeginning")
  static let hasEnd = time("hasEnd")
  static let inXSDDate = time("inXSDDate")
  static let inXSDgYearMonth = time("inXSDgYearMonth")
  static let inXSDgYear = time("inXSDgYear")

  // Events
  static let semEvent = sem("Event")
  static let schemaEvent = schema("Event")
  static let eventType = sem("eventType")
  static let hasActor = sem("hasActor")
  static let hasPlace = sem("hasPlace")
  static let role = sem("Role")
  static let roleType = sem("roleType")
  static let beginStamp = sem("hasBeginTimeStamp")
  static let endStamp = sem("hasEndTimeStamp")
  static let earliestBegin = sem("hasEarliestBeginTimeStamp")
  static let latestBegin = sem("hasLatestBeginTimeStamp")
  static let earliestEndStamp = sem("hasEarliestEndTimeStamp")
  static let latestEndStamp = sem("hasLatestEndTimeStamp")

  // Quotes
  static let annotation = oa("Annotation")
  static let motivatedBy = oa("motivatedBy")
  static let linking = oa("linking")
  static let hasBody = oa("hasBody")
  static let hasTarget = oa("hasTarget")
  static let specificResource = oa("SpecificResource")
  static let hasSource = oa("hasSource")
  static let hasSelector = oa("hasSelector")
  static let quoteSelector = oa("TextQuoteSelector")
  static let exact = oa("exact")
  static let quotePrefix = oa("prefix")
  static let quoteSuffix = oa("suffix")
  static let positionSelector = oa("TextPositionSelector")
  static let quoteStart = oa("start")
  static let quoteEnd = oa("end")

  // Terms that no vocabulary has
  static let dossierClass = dyad("Dossier")
  static let sourceClass = dyad("Source")
  static let nameClass = dyad("Name")
  static let codeClass = dyad("Code")
  static let officeClass = dyad("Office")
  static let holdingClass = dyad("Holding")
  static let kindClass = dyad("RelationKind")
  static let relationClass = dyad("Relation")
  static let phaseClass = dyad("Phase")
  static let eventClass = dyad("Event")
  static let linkClass = dyad("Link")
  static let quantityClass = dyad("Quantity")
  static let viewClass = dyad("View")
  static let claimClass = dyad("Claim")
  static let edtf = dyad("edtf")
  static let published = dyad("published")
  static let path = dyad("path")
  static let short = dyad("short")
  static let hasName = dyad("name")
  static let hasCode = dyad("code")
  static let register = dyad("register")
  static let inLanguage = dyad("language")
  static let sort = dyad("sort")
  static let home = dyad("home")
  static let was = dyad("was")
  static let during = dyad("during")
  static let earliestStart = dyad("earliestStart")
  static let latestStart = dyad("latestStart")
  static let earliestEnd = dyad("earliestEnd")
  static let latestEnd = dyad("latestEnd")
  static let known = dyad("known")
  static let rank = dyad("rank")
  static let stance = dyad("stance")
  static let asserts = dyad("asserts")
  static let denies = dyad("denies")
  static let speaker = dyad("speaker")
  static let office = dyad("office")
  static let sentence = dyad("sentence")
  static let tone = dyad("tone")
  static let ownTone = dyad("ownTone")
  static let directed = dyad("directed")
  static let affiliation = dyad("affiliation")
  static let kind = dyad("kind")
  static let from = dyad("from")
  static let to = dyad("to")
  static let phaseOf = dyad("phaseOf")
  static let reads = dyad("reads")
  static let mode = dyad("mode")
  static let placeName = dyad("place")
  static let party = dyad("party")
  static let actor = dyad("actor")
  static let recipient = dyad("recipient")
  static let described = dyad("described")
  static let affects = dyad("affects")
  static let mediator = dyad("by")
  static let linkOf = dyad("linkOf")
  static let leadsTo = dyad("leadsTo")
  static let inReturnFor = dyad("inReturnFor")
  static let respondsTo = dyad("respondsTo")
  static let partOf = dyad("partOf")
  static let number = dyad("number")
  static let amount = dyad("amount")
  static let around = dyad("around")
  static let hops = dyad("hops")
  static let days = dyad("days")
  static let isWindow = dyad("isWindow")
  static let knownOn = dyad("knownOn")
  static let standfirst = dyad("standfirst")
  static let credit = dyad("credit")
  static let detail = dyad("detail")
  static let theme = dyad("theme")
  static let only = dyad("only")
  static let without = dyad("without")
  static let minimumTone = dyad("minimumTone")
}

/// What the export repeats for tools that know the usual vocabularies; a reader needs only one of the two.
extension RDFName {
  static let derived: Set<String> = Set(
    [
      type, rank, altLabel, exactMatch, earliestStart, latestStart, earliestEnd, latestEnd, startDate, endDate, hasTime,
      memberDuring, inOrganization, primarySource, subject, predicate, object, tone, hasActor, hasPlace, beginStamp,
      endStamp, earliestBegin, latestBegin, earliestEndStamp, latestEndStamp, issued, motivatedBy, hasBody,
      attributedTo, hasSelector, quotePrefix, quoteSuffix, quoteStart, quoteEnd, leadsTo, inReturnFor, respondsTo,
      partOf,
    ].map(\.iri))

  static let derivedClasses: Set<String> = Set([properInterval, instant, positionSelector].map(\.iri))
}
