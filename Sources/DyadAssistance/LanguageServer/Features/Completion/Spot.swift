internal import DyadCore
internal import DyadEditing

/// What a dossier may have at a cursor, by the schemas of its records.
enum Spot {
  /// A section, or another key of a file.
  case sections
  /// The id of a new record of a section.
  case newId(RecordForm)
  case keys(RecordForm)
  case value(RecordForm.Key, RecordForm)
  /// The key of a citation in its short form.
  case citedSource
  /// A quote; `nil` for the source that the file names once.
  case quote(Source.ID?)
  /// A source in place of citations, a quote from the source that the file names, or the key of a short form.
  case citation
  case rule
  case claim
  case nothing
}

extension Spot {
  private enum Context {
    case root, accept
    case section(RecordForm)
    case record(RecordForm)
    case value(RecordForm.Key, RecordForm)
    case quote(Source.ID)
    case nothing
  }

  /// The spot of the cursor.
  init(_ cursor: YAMLCursor) {
    var context = Context.root
    var inAccept = 0
    for step in cursor.path {
      if case .accept = context { inAccept += 1 }
      context = Spot.next(context, step)
    }
    self = Spot.of(context, cursor, isClaim: inAccept > 0)
  }

  private static func next(_ context: Context, _ step: YAMLCursor.Step) -> Context {
    switch (context, step) {
    case (.root, .key("accept")): return .accept
    case (.root, .key("source")):
      return Citation.schema.form["source"].map { .value($0, Citation.schema.form) } ?? .nothing
    case (.root, .key(let name)):
      return RecordForm.all.first { $0.section == name }.map { .section($0) } ?? .nothing
    case (.section(let form), .key): return .record(form)
    case (.record(let form), .key(let name)): return form[name].map { .value($0, form) } ?? .nothing
    case (.value(let key, let form), .item):
      // Rows of a list; scalars in it are values of the same key.
      if case .records(let part) = key.type { return .record(part) }
      return .value(key, form)
    case (.value(let key, _), .key(let name)):
      switch key.type {
      case .citations(let part): return part[name].map { .value($0, part) } ?? .quote(Source.ID(name))
      case .participants(let part), .records(let part): return part[name].map { .value($0, part) } ?? .nothing
      default: return .nothing
      }
    case (.quote(let source), .item): return .quote(source)
    case (.accept, _): return .accept
    default: return .nothing
    }
  }

  private static func of(_ context: Context, _ cursor: YAMLCursor, isClaim: Bool) -> Spot {
    let isKey = if case .key = cursor.role { true } else { false }
    switch context {
    case .root: return .sections
    case .accept: return isClaim && !isKey ? .claim : .rule
    case .section(let form):
      if !isKey, case .value = cursor.role { return .nothing }
      return form.name == Review.schema.form.name ? .claim : .newId(form)
    case .record(let form): return .keys(form)
    case .value(let key, let form): return of(key, form, cursor, isKey: isKey)
    case .quote(let source): return isKey ? .nothing : .quote(source)
    case .nothing: return .nothing
    }
  }

  private static func of(_ key: RecordForm.Key, _ form: RecordForm, _ cursor: YAMLCursor, isKey: Bool) -> Spot {
    switch key.type {
    case .citations(let part):
      let isLong = cursor.path.last == .item && (isKey || !cursor.siblings.isEmpty && cursor.quoting == .none)
      if isKey { return isLong ? .keys(part) : .citedSource }
      return .citation
    case .participants(let part): return isKey ? .keys(part) : .value(key, form)
    case .records(let part): return isKey || cursor.path.last == .item ? .keys(part) : .nothing
    case .quote:
      let source = cursor.siblings.first { $0.key == "source" }?.value.map { Source.ID($0) }
      return .quote(source)
    default: return isKey ? .nothing : .value(key, form)
    }
  }
}
