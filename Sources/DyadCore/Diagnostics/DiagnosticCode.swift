extension Diagnostic {
  /// What is wrong, by a name that stays.
  ///
  ///     Diagnostic.Code.all.map(\.id)     // every code there is
  public struct Code: Hashable, Sendable, CustomStringConvertible {
    public let id: String
    public let severity: Severity
    /// What it means and what to do, in a sentence.
    public let meaning: String

    public var description: String { id }

    private init(_ id: String, _ severity: Severity = .error, _ meaning: String) {
      (self.id, self.severity, self.meaning) = (id, severity, meaning)
    }

    public static let unreadable = Code(
      "unreadable", "The file cannot be taken as a dossier: too large, not UTF-8, or not there.")
    public static let badYAML = Code("bad-yaml", "The YAML itself is broken; nothing after this place was read.")
    public static let badJSON = Code("bad-json", "The JSON itself is broken; nothing after this place was read.")
    public static let badXML = Code("bad-xml", "The XML itself is broken; nothing after this place was read.")
    public static let badCSV = Code("bad-csv", "The row cannot be taken as its columns and the mapping say.")
    public static let badRDF = Code("bad-rdf", "The line is no statement of RDF.")
    public static let badColumn = Code(
      "bad-column", "The mapping names a column that is not there, or none that is needed.")
    public static let doctype = Code(
      "doctype", "Documents with a DOCTYPE are not taken: its entities can stand for gigabytes, or for other files.")
    public static let notCarried = Code(
      "not-carried", .warning, "Something in the foreign graph has no place in a dossier, and was left out.")
    public static let alias = Code(
      "alias", "Anchors and aliases are not taken: a few lines of them can stand for gigabytes.")
    public static let tooDeep = Code("too-deep", "Lists and mappings are nested deeper than any dossier needs.")
    public static let emptyDossier = Code("empty-dossier", "There is nothing in the dossier.")
    public static let duplicateKey = Code("duplicate-key", "The key stands twice in one mapping.")
    public static let duplicateId = Code("duplicate-id", "The id names two things; an id names one in a whole dossier.")
    public static let unknownKey = Code("unknown-key", "No such key stands here; see the page on dossiers.")
    public static let missingKey = Code("missing-key", "A key that is needed is not there.")
    public static let wrongShape = Code(
      "wrong-shape", "A mapping, a list or words were expected, and something else stands here.")
    public static let badId = Code(
      "bad-id", "Ids are small letters, digits, '-', '_' and '.', and begin with a letter or digit.")
    public static let badDate = Code(
      "bad-date", "Dates are written 2025, 2025-04 or 2025-04-19, with ~ or ? where doubtful.")
    public static let badInterval = Code(
      "bad-interval", "Intervals are two dates with a slash; '..' is open, nothing is unknown.")
    public static let badNumber = Code("bad-number", "A number was expected, within its limits.")
    public static let badQuantity = Code(
      "bad-quantity", "Amounts are written 12, about 12, over 12, under 12, at least 12, at most 12, 10 to 12.")
    public static let badWord = Code("bad-word", "The word is none of those that may stand here.")
    public static let badURL = Code("bad-url", "Addresses begin with https:// or http://.")
    public static let controlCharacter = Code(
      "control-character", "The text holds a control character, which no format can carry.")
    public static let unknownId = Code("unknown-id", "Nothing in the dossier has this id, or it is of another kind.")
    public static let samePair = Code("same-pair", "A relation needs two different ends.")
    public static let direction = Code(
      "direction", "The kind has a direction and takes from and to, or has none and takes between.")
    public static let noPhase = Code("no-phase", .warning, "A relation without phases says nothing.")
    public static let cycle = Code("cycle", "The entity belongs, in the end, to itself.")
    public static let sourceText = Code(
      "source-text", "The text of a source cannot be read from inside the dossier's folder or repository.")
    public static let quoteNotFound = Code("quote-not-found", "The quoted words do not stand in the source's text.")
    public static let quoteUnchecked = Code(
      "quote-unchecked", .warning, "There is a quote, but the dossier has no text to look it up in.")
    public static let noSource = Code("no-source", "The claim has no source, and --require-sources asks for one.")
    public static let overlappingPhases = Code(
      "overlapping-phases", .warning, "Two phases of one relation hold on the same days for certain.")
    public static let unheldDate = Code(
      "before-its-time", .warning, "An event names a party that certainly did not exist on its date.")

    public static let unsafeStyle = Code(
      "unsafe-style", "The style sheet could fetch something, or leave the picture.")

    private init(_ id: String, _ meaning: String) { self.init(id, .error, meaning) }

    /// Every code, in the order of a reader's way through a dossier.
    public static let all: [Code] = [
      unreadable, badYAML, badJSON, badXML, badCSV, badRDF, badColumn, doctype, alias, tooDeep, emptyDossier,
      duplicateKey, duplicateId, unknownKey, missingKey, wrongShape,
      badId, badDate, badInterval, badNumber, badQuantity, badWord, badURL, controlCharacter, unknownId, samePair,
      direction, noPhase, cycle, sourceText, quoteNotFound, quoteUnchecked, noSource, overlappingPhases, unheldDate,
      unsafeStyle, notCarried,
    ]
  }
}
