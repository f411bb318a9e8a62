// The keys of claims and of relations.

extension Entity {
  /// The keys of an entity of that kind.
  public static func schema(of kind: Kind) -> RecordSchema<Entity> {
    switch kind {
    case .state: states
    case .group: groups
    case .organization: organizations
    case .official: officials
    case .place: places
    }
  }

  private static let states = schema(.state, "states", "a state")
  private static let groups = schema(.group, "groups", "a group")
  private static let organizations = schema(.organization, "organizations", "an organization")
  private static let officials = schema(.official, "officials", "an official")
  private static let places = schema(.place, "places", "a place")

  private static func schema(_ kind: Kind, _ section: String, _ noun: String) -> RecordSchema<Entity> {
    let isOfficial = kind == .official
    return RecordSchema<Entity>(
      kind.rawValue, section: section, noun: noun,
      isOfficial ? "A person who acts for an entity." : "A state, group, organization or place.",
      blank: { Entity(ID($0), kind, name: $0) },
      [
        .required("name", \.plainName, "Its plain name."),
        .optional("short", \.short, "A short name, for pictures."),
        .records(
          "names", \.otherNames, of: Name.schema,
          "Further names, with their dates and languages."),
        .optional(
          "type", \.type,
          isOfficial ? "A type of official." : "A type within its kind: armed, ministry, military, media, city …"),
        isOfficial
          ? .optional(
            "serves", \.home, as: .reference(.entity),
            "The state, group or organization that the official serves.")
          : .optional(
            "of", \.home, as: .reference(.entity), "The entity that it belongs to or is located in."),
        .optional("iso3", \.codes["iso3"], "Its ISO 3166-1 alpha-3 code, such as FRA."),
        .optional("cow", \.codes["cow"], "Its Correlates of War code, a number or letters."),
        .optional("wikidata", \.codes["wikidata"], "Its Wikidata item, such as Q142."),
        .codes("codes", except: ["iso3", "cow", "wikidata"], "Its codes in other registers, by register."),
        .standard("unnamed", \.isUnnamed, false, "Whether the sources do not name it; pictures draw it dashed."),
        .standard("during", \.during, .always, "When it existed."),
      ] + (isOfficial ? [.offices] : []) + RecordField<Entity>.evidence(\.evidence) + [.note(\.note), .was(\.was)])
  }

  fileprivate var plainName: String {
    get { names[0].text }
    set { names[0].text = newValue }
  }
  fileprivate var otherNames: [Name] {
    get { Array(names.dropFirst()) }
    set { names = [names[0]] + newValue }
  }
}

extension RecordField<Entity> {
  fileprivate static func codes(_ name: String, except own: Set<String>, _ meaning: String) -> Self {
    Self(
      name, .codes, meaning,
      get: { entity in
        let others = entity.pointee.codes.filter { !own.contains($0.key) }.sorted { $0.key < $1.key }
        return others.isEmpty ? nil : .mapping(others.map { Field($0.key, .words($0.value)) })
      },
      set: { entity, value in
        guard case .mapping(let codes) = value else { return }
        for code in codes { entity.codes[code.name] = String(code.value) }
      })
  }

  /// Holdings are separate claims: a dossier may list them with the official, but an entity does not store them.
  fileprivate static var offices: Self {
    Self(
      "offices", .records(Holding.listed), comparison: .never,
      "The offices that the official held, each with its dates.", get: { _ in nil }, set: { _, _ in })
  }
}

extension Office {
  /// The keys of an office.
  public static let schema = RecordSchema<Office>(
    "office", section: "offices", noun: "an office", "A post, which exists independently of its holders.",
    blank: { Office(ID($0), title: $0, of: "") },
    [
      .required("title", \.title, "Its title."),
      .essential(
        "of", \.of, as: .reference(.entity), "The state, group or organization that the post belongs to."),
      .standard("during", \.during, .always, "When the post existed."),
    ] + RecordField<Office>.evidence(\.evidence) + [.note(\.note)])
}

extension Holding {
  /// The keys of an office held, by an id of its own.
  public static let schema = RecordSchema<Holding>(
    "holding", section: "holdings", noun: "an office held", "An office held, with a separate id.",
    blank: { Holding(ID($0), official: "", office: "") },
    [
      .essential("official", \.official, as: .reference(.entity), "The official who held it."),
      .essential("office", \.office, as: .reference(.office), "The office."),
    ] + own)

  /// The keys of an office held in the list of its official.
  public static let listed = RecordForm(
    name: "listed-holding", section: nil, noun: "an office held",
    meaning: "An office in the list of an official: by its title, or by its id from 'offices'.",
    keys: [
      .init(name: "title", type: .words, meaning: "The title of the office."),
      .init(
        name: "of", type: .reference(.entity),
        meaning:
          "The entity that the office belongs to; default: the entity that the official serves. With 'title' only."),
      .init(name: "office", type: .reference(.office), meaning: "An office from 'offices'."),
    ] + own.map(\.key),
    rules: [.alternatives([["title"], ["office"]], isRequired: true)])

  private static let own: [RecordField<Holding>] =
    [.standard("during", \.during, .always, "When the official held it.")]
    + RecordField<Holding>.evidence(\.evidence) + [.note(\.note)]
}

extension Relation {
  /// The keys of a relation.
  public static let schema = RecordSchema<Relation>(
    "relation", section: "relations", noun: "a relation", "A relation between two entities, as a series of phases.",
    blank: { Relation(ID($0), "", from: "", to: "") },
    rules: [.alternatives([["between"], ["from", "to"]], isRequired: true), .needs("by", "between")],
    [
      .pair("between", mustDiffer: false, \.pair, "The two entities, if the kind has no direction."),
      .optional(
        "from", \.start, as: .reference(.entity), "The first end, if the kind has a direction."),
      .optional(
        "to", \.goal, as: .reference(.entity), "The second end, if the kind has a direction."),
      .optional(
        "by", \.mediator, as: .reference(.entity), "The third party between the two, if the kind has one: the mediator."
      ),
      .essential("kind", \.kind, as: .reference(.kind), "A built-in kind, or the id of one from 'kinds'."),
      .note(\.note),
      .was(\.was),
      RecordField(
        "phases", .records(Phase.schema.form), comparison: .never,
        "Its phases; a relation without phases makes no claim.",
        get: { $0.pointee.phases.isEmpty ? nil : .rows($0.pointee.phaseFields) },
        set: { relation, value in if case .rows(let rows) = value { relation.phaseFields = rows } }),
    ])

  fileprivate var pair: [Entity.ID]? {
    get { isDirected ? nil : [from, to] }
    set { if let newValue { (from, to, isDirected) = (newValue[0], newValue[1], false) } }
  }
  fileprivate var start: Entity.ID? {
    get { isDirected ? from : nil }
    set { if let newValue { (from, isDirected) = (newValue, true) } }
  }
  fileprivate var goal: Entity.ID? {
    get { isDirected ? to : nil }
    set { if let newValue { (to, isDirected) = (newValue, true) } }
  }

  /// Each phase with its id, unless the id is the default one.
  private var phaseFields: [[Field]] {
    get {
      zip(phases, Phase.ID.made(of: id, during: phases.map(\.during))).map { phase, made in
        (phase.id == made ? [] : [Field("id", .words(phase.id.text))]) + Phase.schema.fields(of: phase)
      }
    }
    set {
      phases = newValue.map { Phase.schema.record("", $0) }
      let made = Phase.ID.made(of: id, during: phases.map(\.during))
      for (index, fields) in newValue.enumerated() {
        phases[index].id = fields.first { $0.name == "id" }.flatMap { Phase.ID($0.value) } ?? made[index]
      }
    }
  }
}

extension Phase {
  /// The keys of a phase.
  public static let schema = RecordSchema<Phase>(
    "phase", noun: "a phase", "A relation over an interval.", blank: { Phase(ID($0), during: .unknown) },
    [
      RecordField(
        "id", .ownId, comparison: .never,
        """
        An id of its own, in place of the one that is made of the relation and the dates; it stays when the dates are \
        corrected.
        """, get: { _ in nil }, set: { _, _ in }),
      .required("during", \.during, "The interval throughout which it holds."),
      .optional("reads", \.reads, "Its description in a few words: strained, thawing."),
      .optional("tone", \.tone, "From -10 (conflict) to 10 (cooperation); default: the tone of the kind."),
    ] + RecordField<Phase>.evidence(\.evidence) + [.note(\.note)])
}

extension Event {
  /// The keys of an event.
  public static let schema = RecordSchema<Event>(
    "event", section: "events", noun: "an event", "Something that happened within its date.",
    blank: { Event(ID($0), within: .unknown, what: $0, type: .consult, actors: []) },
    rules: [.needs("effect", "affects")],
    [
      .required("on", \.within, "The date or interval within which it happened."),
      .required("what", \.what, "What happened, in one line."),
      .required("type", \.type, "Its PLOVER type."),
      .optional("mode", \.mode, "The mode within its type: visit, arrest, disapprove."),
      .participants("actors", \.actors, \.describedActors, "Those that acted."),
      .participants("recipients", \.recipients, \.describedRecipients, "Those that the action was directed at."),
      .parties(
        "affects", \.affects,
        "Other entities that it concerns; a party that a recipient belongs to, or that supports it, is concerned anyway."
      ),
      .optional(
        "effect", \.effect,
        "Its tone between the actors and those whom it affects, from -10 to 10; default: the tone of the event."),
      .standard("key", \.isKey, false, "Whether it is one of the events that matter most, which pictures keep."),
      .optional("place", \.place, "The place: an entity's id, or free text."),
      RecordField(
        "numbers", .amounts,
        "Amounts, by their subject: { delegates: over 12 }; as a list of such mappings where their order matters.",
        get: { $0.pointee.numbers.isEmpty ? nil : .amounts($0.pointee.numbers) },
        set: { event, value in if case .amounts(let amounts) = value { event.numbers = amounts } }),
      .optional(
        "tone", \.ownTone, "From -10 (conflict) to 10 (cooperation); default: the published score of the type."),
      RecordField(
        "starts", .phases, comparison: .never,
        """
        The ids of the phases that it starts, which take its date if their start is unknown ('during: /..'), and its \
        citations if they have none.
        """, get: { _ in nil }, set: { _, _ in }),
      RecordField(
        "links", .records(EventLink.schema.form), "Its links to other events.",
        get: { $0.pointee.links.isEmpty ? nil : .rows($0.pointee.links.map(EventLink.schema.fields)) },
        set: { event, value in
          guard case .rows(let rows) = value else { return }
          event.links = rows.map { row in
            var link = EventLink.schema.record("", row)
            link.id = EventLink.ID(link.kind, link.target, of: event.id)
            return link
          }
        }),
    ] + RecordField<Event>.evidence(\.evidence) + [.note(\.note), .was(\.was)])
}
