// The keys of a table of counts.

extension CountTable {
  /// The keys of a table of counts.
  public static let schema = RecordSchema<CountTable>(
    "count-table", section: "counts", noun: "a table of counts",
    "A table of what a data set counts between parties, by period, as dyad events reduce writes it.",
    blank: { CountTable(ID($0), of: "") },
    [
      .essential("source", \.source, as: .reference(.source), "The data set, as a source."),
      .optional(
        "table", \.path, "The file with the table, beside the dossier or inside its git repository."),
      .optional(
        "content", \.content, as: .verbatim, comparison: .never,
        "The table itself, if no file beside the dossier contains it; 'table' is then only the name of the file."),
      .optional(
        "store", \.store,
        "The store with the events behind the counts, beside the dossier; check counts them again."),
      .optional(
        "rule", \.rule, as: .choice(["none", "story", "day", "mirror"]),
        "The rule by which the table must be counted."),
      .ends,
      .note(\.note),
    ])

  fileprivate var content: String? {
    get { contents?.text }
    // The text of a table is read by the reader of the dossier.
    set {}
  }
}

extension RecordField<CountTable> {
  fileprivate static var ends: Self {
    Self(
      "ends", .entitiesByCode,
      """
      The ids of entities by codes of the table, such as USA: united-states, for entities whose iso3, cow or other codes \
      do not say it.
      """,
      get: { table in
        let ends = table.pointee.ends.sorted { $0.key < $1.key }.map { Field($0.key, .party($0.value)) }
        return ends.isEmpty ? nil : .mapping(ends)
      },
      set: { table, value in
        guard case .mapping(let ends) = value else { return }
        for end in ends { table.ends[end.name] = Entity.ID(end.value.description) }
      })
  }
}

extension CountTable: Recorded {
  /// The keys of this record.
  public var keys: RecordSchema<CountTable> { CountTable.schema }
}

extension CountTable: Itemized {}
