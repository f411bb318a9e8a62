import DyadCore

/// What the types of keys are in JSON schemas.
enum SchemaDefinitions {
  static func value(of type: FieldType) -> JSONValue {
    switch type {
    case .words, .mention: .reference("words")
    case .quote: .reference("quote")
    case .verbatim: .object([("type", "string")])
    case .address: .object([("type", "string"), ("pattern", #"^https?://\S*$"#)])
    case .sentence:
      .object([
        ("type", "string"),
        ("allOf", .list([#"\{from\}"#, #"\{to\}"#].map { .object([("pattern", .text($0))]) })),
      ])
    case .date: .reference("date")
    case .interval, .since: .reference("interval")
    case .number(-10...10): .reference("tone")
    case .number(let range):
      .object([
        ("type", "number"), ("minimum", .number(range.lowerBound)), ("maximum", .number(range.upperBound)),
      ])
    case .count(let range):
      .object([
        ("type", "integer"), ("minimum", .number(Double(range.lowerBound))),
        ("maximum", .number(Double(range.upperBound))),
      ])
    case .flag: .object([("type", "boolean")])
    case .choice(let words): .object([("enum", .list(words.map { .text($0) }))])
    case .reference(.office): .reference("path")
    case .reference(.kind): .reference("kind-name")
    case .reference, .formerId: .reference("reference")
    case .references: .reference("parties")
    case .phases: .reference("phase-names")
    case .participants: .reference("participants")
    case .amount: .reference("amount")
    case .pair: .reference("pair")
    case .ownId: .object([("type", "string"), ("minLength", .number(1))])
    case .wordSet: .reference("word-set")
    case .rows: .reference("row-ids")
    case .amounts: .reference("amounts")
    case .codes: .object([("type", "object"), ("additionalProperties", .reference("words"))])
    case .entitiesByCode: .object([("type", "object"), ("additionalProperties", .reference("id"))])
    case .citations: .reference("cite")
    case .records(let form): .object([("type", "array"), ("items", .reference(form.name))])
    }
  }

  private static let id = "^[a-z0-9][a-z0-9._-]*$"
  private static let path = "^[a-z0-9][a-z0-9._-]*(/[a-z0-9][a-z0-9._-]*)*$"
  private static let date = "-?[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?[~?]?"
  private static let bound = #"(\.\.|\#(date)|\[\.\.\#(date)\]|\[\#(date)\.\.(\#(date))?\])?"#
  private static let number = #"-?[0-9]+(\.[0-9]+)?"#

  private static func string(_ pattern: String) -> JSONValue {
    .object([("type", "string"), ("pattern", .text(pattern))])
  }
  private static func either(_ values: JSONValue...) -> (String, JSONValue) { ("anyOf", .list(values)) }
  private static func list(of name: String) -> JSONValue {
    .object([("type", "array"), ("items", .reference(name))])
  }
  private static func mapping(to name: String) -> JSONValue {
    .object([("type", "object"), ("additionalProperties", .reference(name))])
  }
  private static func examples(_ texts: String...) -> (String, JSONValue) {
    ("examples", .list(texts.map { .text($0) }))
  }

  private static var kinds: String {
    RelationKind.vocabulary.map { kind in
      let side = kind.isAffiliation ? "; A belongs to B" : ""
      return "\(kind.id): \(kind.sentence(from: "A", to: "B", by: "C"))\(side) (\(JSONSchema.short(kind.tone)))"
    }.joined(separator: "; ")
  }

  /// - Parameter withDefaultSource: whether citations may lack a source, because their file names one.
  static func all(withDefaultSource: Bool) -> JSONSchema.Members {
    let quote: [JSONValue] =
      !withDefaultSource
      ? [] : [.object([("$ref", "#/$defs/quote"), ("description", "A quote from the source of the file.")])]
    let text: [JSONValue] =
      [.object([("$ref", "#/$defs/reference"), ("description", "The source, without a quote.")])] + quote
    return [
      (
        "id",
        .object([
          (
            "description",
            "An id: lower-case letters, digits, '-', '_' and '.', beginning with a letter or digit; unique in the whole dossier."
          ), ("type", "string"), ("pattern", .text(id)),
        ])
      ),
      (
        "reference",
        .object([
          ("description", "The id of a record of the dossier."), ("type", .list(["string", "integer"])),
          ("pattern", .text(id)), ("minimum", .number(0)),
        ])
      ),
      (
        "path",
        .object([
          (
            "description",
            "The id of an office: an id, or the entity's id, '/' and the title in lower case with hyphens."
          ),
          ("type", "string"), ("pattern", .text(path)),
        ])
      ),
      (
        "words",
        .object([
          ("description", "Text. What YAML reads as a number or a truth value is read as its characters."),
          ("type", .list(["string", "number", "boolean"])), ("pattern", #"\S"#),
        ])
      ),
      (
        "date",
        .object([
          (
            "description",
            "A date as precise as it is known: 2025, 2025-04 or 2025-04-19; ~ for approximate, ? for uncertain."
          ),
          either(
            string("^\(date)$"),
            .object([
              ("description", "A year alone, which YAML reads as a number. Years before 1000 need quotes: \"0988\"."),
              ("type", "integer"),
              either(
                .object([("minimum", .number(1000)), ("maximum", .number(9999))]),
                .object([("minimum", .number(-9999)), ("maximum", .number(-1000))])),
            ])), examples("2025", "2025-04", "2025-04-19", "2025-04~", "2025?"),
        ])
      ),
      (
        "interval",
        .object([
          (
            "description",
            """
            A date, or two with a slash: 2021-08/2025-03. '..' is open: 2021-08/.. is ongoing. An empty end is unknown: \
            2021-08/. [..2025-04-19]/.. begins on that day or before, [2021-08..2025-02]/.. \
            between the two, 2021/[2025-05-26..] ends on that day or after.
            """
          ), either(.reference("date"), string("^\(bound)/\(bound)$")),
          examples(
            "2021-08/2025-03", "2021-08/..", "2021-08/", "../2014", "/2014", "[..2025-04-19]/..", "2021/[2025-05-26..]"),
        ])
      ),
      (
        "tone",
        .object([
          ("description", "From -10 (conflict) to 10 (cooperation)."), ("type", "number"), ("minimum", .number(-10)),
          ("maximum", .number(10)),
        ])
      ),
      ("quote", .object([("$ref", "#/$defs/words")])),
      (
        "cite",
        .object([
          (
            "anyOf",
            .list(
              text + [
                .object([
                  ("description", "Quotes by their source."), ("type", "object"), ("propertyNames", .reference("id")),
                  (
                    "additionalProperties",
                    .object([
                      either(
                        .reference("quote"), .reference("cited-rows"),
                        .object([
                          ("type", "array"),
                          ("items", .object([either(.reference("quote"), .reference("cited-rows"))])),
                        ]))
                    ])
                  ),
                ]),
                .object([
                  ("type", "array"), ("items", .object([("anyOf", .list([.reference("citation")] + text))])),
                ]),
              ])
          ),
          (
            "examples",
            .list([
              "herald", .object([("herald", "a quote from its text")]),
              .object([("herald", .list(["one quote", "another"]))]),
              .object([("icews", .object([("rows", .list(["20718170", "20718171"]))]))]),
              .list([
                .object([
                  ("source", "herald"), ("quote", "a quote from its text"), ("speaker", "Arvanian officials"),
                  ("stance", "denies"),
                ])
              ]),
            ])
          ),
        ])
      ),
      (
        "pair",
        .object([
          ("description", "Two different ids."), ("type", "array"), ("items", .reference("reference")),
          ("minItems", .number(2)), ("maxItems", .number(2)), ("uniqueItems", .flag(true)),
        ])
      ),
      (
        "phase-names",
        .object([
          either(.object([("type", "string")]), .object([("type", "array"), ("items", .object([("type", "string")]))]))
        ])
      ),
      ("parties", .object([either(list(of: "reference"), .reference("reference"))])),
      (
        "participants",
        .object([
          either(
            .reference("reference"),
            .object([
              ("type", "array"),
              ("items", .object([either(.reference("reference"), .reference("described-participant"))])),
            ]))
        ])
      ),
      ("word-set", .object([either(.reference("words"), list(of: "words"))])),
      (
        "row-ids",
        .object([
          ("description", "The ids of rows of a data set."),
          either(
            .reference("words"),
            .object([("type", "array"), ("items", .reference("words")), ("minItems", .number(1))])),
        ])
      ),
      (
        "cited-rows",
        .object([
          ("description", "Rows of a data set."), ("type", "object"),
          ("properties", .object([("rows", .reference("row-ids"))])), ("required", .list(["rows"])),
          ("additionalProperties", .flag(false)),
        ])
      ),
      (
        "amounts",
        .object([
          either(
            mapping(to: "amount"), .object([("type", "array"), ("items", mapping(to: "amount"))]))
        ])
      ),
      (
        "amount",
        .object([
          ("description", "12, about 12, over 12, under 12, at least 12, at most 12, or 10 to 12."),
          either(
            .object([("type", "number")]),
            string("^(((about|over|under|at least|at most) )?\(number)|\(number) to \(number))$")),
        ])
      ),
      (
        "kind-name",
        .object([
          ("description", .text("A built-in kind, or the id of one from 'kinds'. \(kinds).")), ("type", "string"),
          ("pattern", .text(id)),
          either(
            .object([("enum", .list(RelationKind.vocabulary.map { .text($0.id.text) }))]),
            .object([("description", "One from 'kinds'.")])),
        ])
      ),
    ]
  }
}
