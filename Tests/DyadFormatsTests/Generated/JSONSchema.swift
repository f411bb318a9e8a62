import DyadCore

/// The JSON schemas of dossiers and of lines of JSON Lines, made of the forms of records.
enum JSONSchema {
  typealias Members = [(String, JSONValue)]

  // MARK: Files

  static var dossier: String {
    let sections = RecordForm.all.compactMap { form in form.section.map { ($0, form) } }
    let title: JSONValue = .object([
      ("$ref", "#/$defs/words"), ("description", "The title of the dossier; once in the whole dossier."),
    ])
    let defaultSource: JSONValue = .object([
      ("$ref", "#/$defs/reference"),
      ("description", "The source of all citations of the file that name none; its quotes may be texts alone."),
    ])
    let accepted: JSONValue = .object([
      (
        "description",
        "The findings of dyad check --lint that the dossier accepts: by rule, the ids of claims or 'all'."
      ),
      ("type", "object"),
      ("propertyNames", .object([("enum", .list(LintRule.all.map { .text($0.code.id) }))])),
      (
        "additionalProperties",
        .object([
          (
            "anyOf",
            .list([
              .object([("type", "string")]), .object([("type", "array"), ("items", .object([("type", "string")]))]),
            ])
          )
        ])
      ),
    ])
    let rejected: JSONValue = .object([
      ("description", "The proposals that were rejected, which are not made again; in the file of drafts."),
      ("type", "array"), ("items", .reference(RejectedProposal.schema.form.name)),
    ])
    let parts = RecordForm.all + [Holding.listed, RejectedProposal.schema.form] + nested
    var seen: Set<String> = []
    let records = parts.filter { seen.insert(definition(of: $0)).inserted }.map { form -> (String, JSONValue) in
      // A citation without a source has that of its file.
      (definition(of: form), record(form, lacking: form == Citation.schema.form ? ["source"] : []))
    }
    return JSONValue.object([
      ("$schema", "https://json-schema.org/draft/2020-12/schema"), ("$id", "urn:dyad:dossier:1"),
      ("title", "A dossier of dyad"),
      (
        "description",
        """
        What is known about states, groups, officials and the events between them, each claim dated and quoted from its \
        source. A dossier is one YAML file, or a folder of them that are read together; this describes one file.
        """
      ),
      ("type", "object"),
      (
        "properties",
        .object(
          [("dossier", title), ("source", defaultSource)] + sections.map { ($0, section($1)) } + [
            ("accept", accepted), (RejectedProposal.section, rejected),
          ])
      ),
      ("additionalProperties", .flag(false)), ("minProperties", .number(1)),
      ("$defs", .object(SchemaDefinitions.all(withDefaultSource: true) + records)),
    ]).text
  }

  static var record: String {
    let head: JSONValue = .object([
      ("title", "dossier"), ("description", "The first line: the format, and the title of the dossier."),
      ("type", "object"),
      (
        "properties",
        .object([
          ("record", .object([("const", "dossier")])), ("format", .object([("const", "dyad")])),
          ("version", .object([("const", .number(1))])), ("title", .reference("words")),
        ])
      ), ("additionalProperties", .flag(false)), ("required", .list(["record", "format", "version"])),
    ])
    return JSONValue.object([
      ("$schema", "https://json-schema.org/draft/2020-12/schema"), ("$id", "urn:dyad:record:1"),
      ("title", "A line of dyad in JSON Lines"),
      (
        "description",
        """
        One record of a dossier: a claim, an entity, a source, a view or a review, with the keys of the dossier. Phases and offices \
        held have lines of their own.
        """
      ), ("oneOf", .list([head] + RecordForm.all.sorted { $0.name < $1.name }.map(line))),
      (
        "$defs",
        .object(
          SchemaDefinitions.all(withDefaultSource: false) + nested.map { (definition(of: $0), record($0)) })
      ),
    ]).text
  }

  /// Records within others.
  private static let nested = [
    Citation.schema.form, Name.schema.form, EventLink.schema.form, DescribedParticipant.form,
  ]

  // MARK: Records

  private static func section(_ form: RecordForm) -> JSONValue {
    let id: JSONValue =
      switch form.name {
      case "office": .reference("path")
      case "holding", "review": .object([("type", "string"), ("minLength", .number(1))])
      default: .reference("id")
      }
    return .object([
      ("description", .text("By id: \(form.meaning.prefix(1).lowercased())\(form.meaning.dropFirst())")),
      ("type", "object"), ("propertyNames", id), ("additionalProperties", .reference(definition(of: form))),
    ])
  }

  /// Entities have the same keys, but for officials.
  private static func definition(of form: RecordForm) -> String {
    Entity.Kind.allCases.contains { $0 != .official && $0.rawValue == form.name } ? "entity" : form.name
  }

  private static func record(_ form: RecordForm, lacking optional: Set<String> = []) -> JSONValue {
    .object(members(form, form.keys, [], [], optional))
  }

  private static func line(_ form: RecordForm) -> JSONValue {
    let isPhase = form.name == "phase"
    let id: JSONValue =
      isPhase || form.name == "holding" || form.name == "review"
      ? .object([("type", "string"), ("minLength", .number(1))]) : .reference(form.name == "office" ? "path" : "id")
    let place: Members =
      !isPhase
      ? []
      : [
        ("relation", described(.reference("reference"), "The relation that it is a phase of. Required.")),
        ("number", described(.object([("type", "number")]), "Its place among the phases, from 1. Required.")),
      ]
    let own: Members = [("record", .object([("const", .text(form.name))])), ("id", id)] + place
    // Offices held and phases have lines of their own.
    let keys = form.keys.filter { !["offices", "phases"].contains($0.name) && $0.type != .ownId }
    return .object([("title", .text(form.name))] + members(form, keys, own, own.map(\.0)))
  }

  private static func members(
    _ form: RecordForm, _ keys: [RecordForm.Key], _ own: Members, _ required: [String], _ optional: Set<String> = []
  ) -> Members {
    let needed = required + keys.filter { $0.isRequired && !optional.contains($0.name) }.map(\.name)
    return [
      ("description", .text(form.meaning)), ("type", "object"),
      ("properties", .object(own + keys.map { ($0.name, property($0, isOptional: optional.contains($0.name))) })),
      ("additionalProperties", .flag(false)),
    ] + (needed.isEmpty ? [] : [("required", .list(needed.map { .text($0) }))]) + rules(form)
  }

  private static func property(_ key: RecordForm.Key, isOptional: Bool) -> JSONValue {
    var meaning = key.meaning
    if key.type == .choice(EventType.allCases.map(\.rawValue)) {
      meaning +=
        " Published scores: \(EventType.allCases.map { "\($0.rawValue) \(short($0.tone))" }.joined(separator: ", "))."
    }
    if key.isRequired { meaning += isOptional ? " Default: the source of the file." : " Required." }
    var value = described(SchemaDefinitions.value(of: key.type), meaning)
    if case .object(let members) = value, let standard = key.standard ?? (key.type == .flag ? .flag(false) : nil) {
      let json: JSONValue? =
        switch standard {
        case .words(let words): .text(words)
        case .flag(let flag): .flag(flag)
        case .number(let number): .number(number)
        default: nil
        }
      if let json { value = .object(members + [("default", json)]) }
    }
    return value
  }

  static func short(_ tone: Tone) -> String {
    tone.value == tone.value.rounded() ? String(Int(tone.value)) : String(tone.value)
  }

  private static func described(_ value: JSONValue, _ meaning: String) -> JSONValue {
    guard case .object(let members) = value else { return value }
    return .object(members.filter { $0.0 != "description" } + [("description", .text(meaning))])
  }

  // MARK: Rules

  private static func rules(_ form: RecordForm) -> Members {
    var together: Members = []
    var apart: [JSONValue] = []
    for rule in form.rules {
      switch rule {
      case .needs(let key, let other):
        together.append(("dependentRequired", .object([(key, .list([.text(other)]))])))
      case .alternatives(let alternatives, let isRequired):
        if isRequired {
          let choices = alternatives.enumerated().map { index, keys in
            choice(keys, besides: alternatives.filter { $0 != keys }.flatMap(\.self), form, isFirst: index == 0)
          }
          together.append(("oneOf", .list(choices)))
        } else {
          apart.append(.object([("not", requiring(alternatives.compactMap(\.first)))]))
        }
      }
    }
    return together + (apart.isEmpty ? [] : [("allOf", .list(apart))])
  }

  /// One of the alternatives, without the keys of the others; a relation's ends go with the direction of its kind.
  private static func choice(_ keys: [String], besides others: [String], _ form: RecordForm, isFirst: Bool) -> JSONValue
  {
    let none: Members = [("not", .object([("anyOf", .list(others.map { requiring([$0]) }))]))]
    let wrong = RelationKind.vocabulary.filter { $0.isDirected == isFirst }.map { JSONValue.text($0.id.text) }
    let kinds: Members =
      form.name != "relation"
      ? [] : [("properties", .object([("kind", .object([("not", .object([("enum", .list(wrong))]))]))]))]
    return .object([("required", .list(keys.map { .text($0) }))] + none + kinds)
  }

  private static func requiring(_ keys: [String]) -> JSONValue {
    .object([("required", .list(keys.map { .text($0) }))])
  }
}
