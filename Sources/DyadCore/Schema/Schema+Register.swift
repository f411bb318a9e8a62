// The keys of what is no claim: sources, kinds of relation and views; and those of citations and names.

extension Source {
  /// The keys of a source.
  public static let schema = RecordSchema<Source>(
    "source", section: "sources", noun: "a source", "A text that claims are cited from.",
    blank: { Source(ID($0), title: $0) },
    [
      .required("title", \.title, "The title."),
      .optional(
        "kind", \.kind,
        """
        What kind of text it is, which pictures name: press, broadcast, statement, speech, interview, treaty, report, \
        article (in a scholarly journal), book, dataset or web; default: just a source.
        """),
      .optional("publisher", \.publisher, "The publisher."),
      .optional("author", \.author, "The author."),
      .optional("published", \.published, "The date of publication, from which its claims could be known."),
      .optional("url", \.url, as: .address, "Its URL, which begins with https:// or http://."),
      .optional("language", \.language, "The language of its text, such as en (BCP 47)."),
      .note(\.note),
      .optional(
        "text", \.path,
        "The file with its text, beside the dossier or inside its git repository; quotes are looked up in it."),
      .optional(
        "content", \.content, as: .verbatim, comparison: .never,
        "The text itself, if no file beside the dossier contains it; 'text' is then only the name of the file."),
      .optional(
        "digest", \.digest,
        "The digest of the text from which the quotes were taken, written by dyad anchor; check reports a text that has changed since."
      ),
    ])

  fileprivate var content: String? {
    get { text?.text }
    set { text = newValue.map { SourceText($0) } }
  }
}

extension Citation {
  /// The keys of a citation in the long form.
  public static let schema = RecordSchema<Citation>(
    "citation", noun: "a citation", "A citation in the long form.", blank: { Citation(of: Source.ID($0)) },
    [
      .essential("source", \.source, as: .reference(.source), "The id of the source."),
      .optional(
        "quote", \.quote, as: .quote,
        "A quote from its text; white space and the kind of quotation marks and dashes do not matter, … or ... marks omitted words."
      ),
      .optional(
        "before", \.before, as: .quote, comparison: .position,
        "The words right before the quote, if it occurs several times."),
      .optional(
        "after", \.after, as: .quote, comparison: .position,
        "The words right after the quote, if it occurs several times."),
      .optional(
        "at", \.offset, as: .number(0...100_000_000), comparison: .position,
        "Where the quote begins in the text, in Unicode characters from 0; written by dyad anchor."),
      RecordField(
        "rows", .rows, "The ids of the rows that carry the claim, if the source is a data set.",
        get: { $0.pointee.rows.isEmpty ? nil : .list($0.pointee.rows) },
        set: { citation, value in if case .list(let rows) = value { citation = citation.citing(rows) } }),
      .optional(
        "speaker", \.speaker, "The speaker, if the source reports a statement: an entity's id, or free text."),
      .standard("stance", \.stance, .asserts, "Whether the source asserts the claim or denies it."),
      .optional("confidence", \.confidence, "The confidence in the citation."),
      .note(\.note),
    ])

  fileprivate func citing(_ rows: [String]) -> Citation {
    var citation = self
    citation.rows = Set(rows).sorted(by: Citation.isInOrder)
    return citation
  }

  fileprivate var offset: Double? {
    get { at.map(Double.init) }
    set { at = newValue.map { Int($0) } }
  }
}

extension Name {
  /// The keys of a name beside the plain one.
  public static let schema = RecordSchema<Name>(
    "name", noun: "a name", "A name that an entity has or had.", blank: { Name($0) },
    [
      .essential("text", \.text, "The name itself."),
      .optional("language", \.language, "Its language, such as ur or zh-Hant (BCP 47)."),
      .standard("during", \.during, .always, "When it had this name."),
    ])
}

extension RelationKind {
  /// The keys of a kind of relation.
  public static let schema = RecordSchema<RelationKind>(
    "kind", section: "kinds", noun: "a kind", "A kind of relation.", blank: { RelationKind(ID($0), "") },
    [
      .essential(
        "sentence", \.sentence, as: .sentence,
        """
        Its wording, with {from} and {to} for the two ends: \"troops of {from} in {to}\". With {by} for a mediator, \
        relations of the kind need 'by' and 'between'.
        """),
      .required(
        "tone", \.tone, presence: .optional,
        "The tone of phases without one, from -10 (conflict) to 10 (cooperation); default: 0."),
      .standard(
        "directed", \.isDirected, false, "Whether relations of this kind have a direction and need from and to."),
      .standard("affiliation", \.isAffiliation, false, "Whether {from} belongs to {to} and is drawn on its side."),
    ])
}

extension View {
  /// The keys of a view.
  public static let schema = RecordSchema<View>(
    "view", section: "views", noun: "a view",
    """
    A named picture: of two entities and the relations between them, of one and those around it, or, with neither, of \
    the whole graph.
    """,
    blank: { View(ID($0), .everyone) },
    rules: [
      .alternatives([["between"], ["around"]], isRequired: false), .needs("hops", "around"),
      .alternatives([["on"], ["during"]], isRequired: false), .alternatives([["between"], ["as"]], isRequired: false),
    ],
    [
      .pair("between", mustDiffer: true, \.pair, "The two entities that it shows."),
      .optional("around", \.ego, as: .reference(.entity), "The entity around which it shows others."),
      .optional("hops", \.hops, as: .count(0...9), "The number of steps from that entity; default: 1."),
      .optional(
        "on", \.date,
        """
        The date that it shows, or an interval that contains it; default: the last date in the dossier, unless 'during' \
        is given.
        """),
      .optional("during", \.window, "A window: only events within it count."),
      .optional("known", \.knownDate, "The date as of which claims are known."),
      .optional("title", \.title, "The title, in place of the finding."),
      .optional("standfirst", \.standfirst, "A sentence or two below the title."),
      .optional("credit", \.credit, "Who made the picture, or whose it is: a line at its foot."),
      .optional(
        "detail", \.detail,
        "How much of a pair or of one party it shows: 'full' is everything that fits; default: 'standard'."),
      .optional(
        "theme", \.theme, as: .choice(["light", "dark", "print", "auto"]), "The colours; default: light."),
      .wordSet(
        "only", \.filter.only,
        """
        What it keeps: kinds or types of entity, ids of entities, kinds of relation, types or modes of event, \
        'relations', 'events'; a word, or a list.
        """),
      .wordSet("without", \.filter.without, "What it omits, by the same words."),
      .standard(
        "min-tone", \.filter.minimumTone, 0, as: .number(0...10),
        "Phases and events with a tone nearer to 0 than this are omitted."),
      .optional(
        "as", \.shape, as: .choice(["matrix"]),
        "matrix: its parties are the rows and columns of a table; default: figures joined by lines."),
      .optional(
        "blocs", \.grouping, as: .choice(["stated", "found", "none"]),
        """
        The blocs of a network or a matrix: members of one organization ('stated', the default), parties with close ties \
        as an algorithm finds them ('found'), or 'none'.
        """),
    ])

  fileprivate var shape: String? {
    get { form == .sheet ? nil : form.rawValue }
    set { form = newValue.flatMap(Form.init) ?? .sheet }
  }
  fileprivate var grouping: String? {
    get { blocs == .stated ? nil : blocs.rawValue }
    set { blocs = newValue.flatMap(Blocs.init) ?? .stated }
  }

  fileprivate var pair: [Entity.ID]? {
    get { if case .between(let one, let other) = focus { [one, other] } else { nil } }
    set { if let newValue { focus = .between(newValue[0], newValue[1]) } }
  }
  fileprivate var ego: Entity.ID? {
    get { if case .around(let ego, _) = focus { ego } else { nil } }
    set { if let newValue { focus = .around(newValue, hops: 1) } }
  }
  fileprivate var hops: Double? {
    get { if case .around(_, let hops) = focus, hops != 1 { Double(hops) } else { nil } }
    set { if let newValue, let ego { focus = .around(ego, hops: Int(newValue)) } }
  }
  fileprivate var date: Interval? {
    get { isWindow ? nil : days.map { Interval(dateFor: $0) ?? Interval($0) } }
    set { if let newValue { (days, isWindow) = (newValue.span, false) } }
  }
  fileprivate var window: Interval? {
    get { isWindow ? days.map { Interval($0) } : nil }
    set { if let newValue { (days, isWindow) = (newValue.span, true) } }
  }
  fileprivate var knownDate: PartialDate? {
    get { known.flatMap { PartialDate(year: $0.year, month: $0.month, day: $0.dayOfMonth) } }
    set { known = newValue?.days.upperBound }
  }
}

extension Interval {
  /// From the first of the days to the last.
  public init(_ days: ClosedRange<Day>) {
    func bound(_ day: Day) -> Bound {
      guard day != .distantPast, day != .distantFuture else { return .open }
      return PartialDate(year: day.year, month: day.month, day: day.dayOfMonth).map { .date($0) } ?? .open
    }
    self = Interval(from: bound(days.lowerBound), to: bound(days.upperBound)) ?? .always
  }

  /// The date with exactly these days; `nil` if there is none.
  fileprivate init?(dateFor days: ClosedRange<Day>) {
    let first = days.lowerBound
    guard first != .distantPast, days.upperBound != .distantFuture else { return nil }
    let middle = first.advanced(by: Int(days.upperBound.number - first.number) / 2)
    let marks: [PartialDate.Mark?] = [nil, .approximate]
    let dates = marks.flatMap { mark in
      [
        PartialDate(year: middle.year, month: middle.month, day: middle.dayOfMonth, mark: mark),
        PartialDate(year: middle.year, month: middle.month, mark: mark), PartialDate(year: middle.year, mark: mark),
      ]
    }
    guard let date = dates.compactMap(\.self).first(where: { $0.days == days }) else { return nil }
    self.init(date)
  }
}
