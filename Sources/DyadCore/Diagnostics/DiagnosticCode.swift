extension Diagnostic {
  /// The code of a diagnostic, which stays the same from release to release.
  ///
  ///     Diagnostic.Code.all.map(\.id)     // every code
  public struct Code: Hashable, Sendable, CustomStringConvertible {
    /// The name, which stays from release to release.
    public let id: String
    /// Whether the text can still be used.
    public let severity: Severity
    /// What it means and what to do, in a sentence.
    public let meaning: String

    /// The name.
    public var description: String { id }

    private init(_ id: String, _ severity: Severity = .error, _ meaning: String) {
      (self.id, self.severity, self.meaning) = (id, severity, meaning)
    }

    /// `unreadable`.
    public static let unreadable = Code(
      "unreadable", "The file is too large, is not UTF-8, or does not exist.")
    /// `bad-yaml`.
    public static let badYAML = Code("bad-yaml", "The YAML has a syntax error; nothing after this place was read.")
    /// `bad-json`.
    public static let badJSON = Code("bad-json", "The JSON has a syntax error; nothing after this place was read.")
    /// `bad-xml`.
    public static let badXML = Code("bad-xml", "The XML has a syntax error; nothing after this place was read.")
    /// `bad-csv`.
    public static let badCSV = Code("bad-csv", "The table has a syntax error, or a row has the wrong number of cells.")
    /// `bad-rdf`.
    public static let badRDF = Code("bad-rdf", "The line is not an RDF statement.")
    /// `bad-column`.
    public static let badColumn = Code(
      "bad-column", "The mapping names an unknown column, or lacks a required one.")
    /// `rejected-rows`.
    public static let rejectedRows = Code(
      "rejected-rows", .warning, "Rows of a table cannot be read and are left out; too many of them are an error.")
    /// `duplicate-row`.
    public static let duplicateRow = Code(
      "duplicate-row", .warning, "A row of a table has the key of an earlier one; it is skipped.")
    /// `doctype`.
    public static let doctype = Code(
      "doctype", "A document with a DOCTYPE is refused: its entities can expand to gigabytes or read other files.")
    /// `not-carried`.
    public static let notCarried = Code(
      "not-carried", .warning, "Something in the foreign graph has no counterpart in a dossier; it was omitted.")
    /// `alias`.
    public static let alias = Code(
      "alias", "Anchors and aliases are refused: a few lines of them can expand to gigabytes.")
    /// `too-deep`.
    public static let tooDeep = Code("too-deep", "Lists and mappings are nested deeper than any dossier needs.")
    /// `empty-dossier`.
    public static let emptyDossier = Code("empty-dossier", "The file or folder is empty.")
    /// `duplicate-key`.
    public static let duplicateKey = Code("duplicate-key", "A mapping has the same key twice.")
    /// `duplicate-id`.
    public static let duplicateId = Code(
      "duplicate-id", "Two records have the same id; an id is unique in the whole dossier.")
    /// `unknown-key`.
    public static let unknownKey = Code(
      "unknown-key", "The record has no such key; see the page on dossiers.")
    /// `missing-key`.
    public static let missingKey = Code("missing-key", "A required key is missing.")
    /// `wrong-shape`.
    public static let wrongShape = Code(
      "wrong-shape", "The value is not the mapping, list or text that was expected.")
    /// `bad-id`.
    public static let badId = Code(
      "bad-id",
      "Ids are at most 120 lower-case letters, digits, '-', '_' and '.', and begin with a letter or digit.")
    /// `bad-date`.
    public static let badDate = Code(
      "bad-date", "Dates are written 2025, 2025-04 or 2025-04-19, with ~ or ? where doubtful.")
    /// `bad-interval`.
    public static let badInterval = Code(
      "bad-interval", "Intervals are two dates with a slash; '..' is open, an empty end is unknown.")
    /// `bad-number`.
    public static let badNumber = Code("bad-number", "The value is not a number within its limits.")
    /// `bad-quantity`.
    public static let badQuantity = Code(
      "bad-quantity", "Amounts are written 12, about 12, over 12, under 12, at least 12, at most 12, 10 to 12.")
    /// `bad-word`.
    public static let badWord = Code("bad-word", "The word is not one of the allowed values.")
    /// `bad-url`.
    public static let badURL = Code("bad-url", "URLs begin with https:// or http://.")
    /// `control-character`.
    public static let controlCharacter = Code(
      "control-character",
      "The text contains a control character, which no format can carry, or more than 30 combining marks on a character."
    )
    /// `too-long`.
    public static let tooLong = Code("too-long", "A name or a title has more than 1000 characters.")
    /// `unknown-id`.
    public static let unknownId = Code("unknown-id", "No record has this id, or the record is of another kind.")
    /// `same-pair`.
    public static let samePair = Code(
      "same-pair",
      "A relation needs two different ends and a mediator who is neither; an event is not linked to itself.")
    /// `direction`.
    public static let direction = Code(
      "direction",
      "A kind with a direction needs 'from' and 'to'; one without needs 'between', and one with a mediator also 'by'.")
    /// `no-phase`.
    public static let noPhase = Code("no-phase", .warning, "The relation has no phases and therefore makes no claim.")
    /// `cycle`.
    public static let cycle = Code(
      "cycle", "A membership or a series of links between events is circular: something belongs or leads to itself.")
    /// `link-order`.
    public static let linkOrder = Code("link-order", "The dates of the two events contradict the link between them.")
    /// `start-conflict`.
    public static let startConflict = Code(
      "start-conflict", "The dates of a phase contradict those of the event that starts it.")
    /// `basis`.
    public static let basis = Code("basis", .warning, "The basis of the claim contradicts its citations.")
    /// `source-text`.
    public static let sourceText = Code(
      "source-text", "The text of a source cannot be read, or is outside the dossier's folder and repository.")
    /// `quote-not-found`.
    public static let quoteNotFound = Code("quote-not-found", "The quote was not found in the text of the source.")
    /// `quote-context`.
    public static let quoteContext = Code(
      "quote-context", .warning,
      "The text has the quote, but nowhere with the words that the citation gives before and after it.")
    /// `quote-ambiguous`.
    public static let quoteAmbiguous = Code(
      "quote-ambiguous", .warning,
      "The text has the quote several times with the words that the citation gives around it.")
    /// `text-changed`.
    public static let textChanged = Code(
      "text-changed", .warning,
      "The text of a source has changed since its quotes were taken; only `check` reports this. `dyad anchor` records the new text."
    )
    /// `quote-unchecked`.
    public static let quoteUnchecked = Code(
      "quote-unchecked", .warning, "The dossier has no text of the source in which to look up the quote.")
    /// `count-table`.
    public static let countTable = Code(
      "count-table",
      "The table of counts cannot be read, is not a table of dyad-periods, or is counted by another rule.")
    /// `no-counts`.
    public static let noCounts = Code(
      "no-counts", .warning, "No row of the table of counts is about two entities of the dossier.")
    /// `stale-count`.
    public static let staleCount = Code(
      "stale-count",
      "The events of the store, counted again by the rule of the table, give another number; only `check` reports this."
    )
    /// `row-not-found`.
    public static let rowNotFound = Code(
      "row-not-found",
      "The store has no row of this id in the data set that the claim cites; only `check` reports this.")
    /// `rows-unchecked`.
    public static let rowsUnchecked = Code(
      "rows-unchecked", .warning,
      "No store of events can be opened in which counts or cited rows could be looked up; only `check` reports this.")
    /// `no-source`.
    public static let noSource = Code("no-source", "The claim has no source, and --require-sources asks for one.")
    /// `overlapping-phases`.
    public static let overlappingPhases = Code(
      "overlapping-phases", .warning, "Two phases of one relation certainly hold on the same days.")
    /// `before-its-time`.
    public static let unheldDate = Code(
      "before-its-time", .warning, "An event names a party that certainly did not exist on its date.")

    /// `review-unknown`.
    public static let reviewUnknown = Code(
      "review-unknown", .warning, "The dossier has no claim of this id; the review has no effect.")
    /// `review-stale`.
    public static let reviewStale = Code(
      "review-stale", .warning, "The claim has changed since it was reviewed; only `check` reports this.")
    /// `type-surprise`.
    public static let typeSurprise = Code(
      "type-surprise", .warning,
      "The words, numbers or tone of an event contradict the score of its type; --lint asks for it.")
    /// `phase-gap`.
    public static let phaseGap = Code(
      "phase-gap", .warning,
      "A relation of the kind `ties` has no phase for some time between two phases; --lint asks for it.")
    /// `office-held-twice`.
    public static let officeHeldTwice = Code(
      "office-held-twice", .warning,
      "Two officials certainly hold an office that has one holder at a time; --lint asks for it.")
    /// `office-not-held`.
    public static let officeNotHeld = Code(
      "office-not-held", .warning,
      "A text gives an official of an event a title that the official does not hold on its date; --lint asks for it.")
    /// `same-event`.
    public static let sameEvent = Code(
      "same-event", .warning,
      "Two events from different sources have the same parties, type and date; --lint asks for it.")
    /// `known-before-source`.
    public static let knownBeforeSource = Code(
      "known-before-source", .warning, "A claim is known before its first source was published; --lint asks for it.")
    /// `unnamed-party`.
    public static let unnamedParty = Code(
      "unnamed-party", .warning, "The quotes of a claim name none of its parties; --lint asks for it.")
    /// `headline-only`.
    public static let headlineOnly = Code(
      "headline-only", .warning,
      "A claim quotes the headline of a source, with words that the text below it does not have; --lint asks for it.")

    /// `unsafe-style`.
    public static let unsafeStyle = Code(
      "unsafe-style", "The style sheet could make network requests, or affect more than the picture.")

    private init(_ id: String, _ meaning: String) { self.init(id, .error, meaning) }

    /// Every code, in the order of a reader's way through a dossier.
    public static let all: [Code] = [
      unreadable, badYAML, badJSON, badXML, badCSV, badRDF, badColumn, rejectedRows,
      duplicateRow, doctype, alias, tooDeep, emptyDossier,
      duplicateKey, duplicateId, unknownKey, missingKey, wrongShape,
      badId, badDate, badInterval, badNumber, badQuantity, badWord, badURL, controlCharacter, tooLong, unknownId,
      samePair,
      direction, noPhase, cycle, linkOrder, startConflict, sourceText, quoteNotFound, quoteContext, quoteAmbiguous,
      textChanged, quoteUnchecked, countTable, noCounts, staleCount, rowNotFound, rowsUnchecked, basis, noSource,
      overlappingPhases, unheldDate, reviewUnknown, reviewStale, typeSurprise,
      phaseGap, officeHeldTwice, officeNotHeld, sameEvent, knownBeforeSource, unnamedParty, headlineOnly,
      unsafeStyle, notCarried,
    ]
  }
}
