internal import DyadCore

/// The values of the cells of a row.
extension MappedTable {
  /// The text of a cell in the forms of dates and numbers of a dossier, empty if it is blank; `nil` if it has another form.
  mutating func text(of column: String, _ row: [CSVTable.Cell]) -> String? {
    guard let index = columns[column] else { return "" }
    let plain = row[index].text.trimmed
    guard !mapping.blanks.contains(plain) else { return "" }
    if let form = mapping.dateForms[column] {
      if let date = form.date(plain) { return date.description }
      report(.badDate, "'\(plain)' is not a date in the form that 'dates' gives", column, at: row[index].place)
      return nil
    }
    if let form = mapping.numberForms[column] {
      if let number = form.number(plain) { return number }
      report(.badNumber, "'\(plain)' is not a number in the form that 'numbers' gives", column, at: row[index].place)
      return nil
    }
    return plain
  }

  /// The text of a template for a row, empty where all of its columns are blank; `nil` if a cell cannot be read.
  private mutating func fill(
    _ template: CSVMapping.Template, _ row: [CSVTable.Cell]
  ) -> (text: String, place: SourceLocation, column: String?)? {
    var text = ""
    var (hasWords, origin): (Bool, (SourceLocation, String)?) = (false, nil)
    for part in template.parts {
      switch part {
      case .words(let words): text += words
      case .column(let name):
        guard let index = columns[name] else { continue }
        if origin == nil { origin = (row[index].place, name) }
        guard let cell = self.text(of: name, row) else { return nil }
        hasWords = hasWords || !cell.isEmpty
        text += cell
      }
    }
    guard let origin else { return (text, row[0].place, nil) }
    return (hasWords ? text : "", origin.0, origin.1)
  }

  /// The text of a value for a row; `nil` where all of its columns are blank.
  mutating func words(_ value: CSVMapping.Value, _ row: [CSVTable.Cell]) -> Node? {
    guard let (filled, place, column) = fill(value.template, row) else { return nil }
    if let column { origins[place] = column }
    guard !filled.isEmpty else { return value.blank.map { Node($0.scalar ?? "", at: place) } }
    guard let text = replaced(filled, value, row, column ?? "", place), !text.isEmpty else { return nil }
    // Each of a list has the prefix: see `party`.
    return Node(value.separator == nil ? (value.prefix ?? "") + text : text, at: place)
  }

  /// The text that a value has for one of its template; `nil` if neither its look-up table nor its map has it.
  private mutating func replaced(
    _ text: String, _ value: CSVMapping.Value, _ row: [CSVTable.Cell], _ column: String, _ place: SourceLocation
  ) -> String? {
    var text = text
    if let lookup = value.lookup {
      guard let day = day(of: lookup, row) else { return nil }
      guard let found = lookup.table.text(text, lookup.column, day) else {
        if let otherwise = value.otherwise { return otherwise.scalar }
        let table = "'\(lookup.column)' in the look-up table '\(lookup.table.name)'"
        report(.badWord, "'\(text)' has no \(table)", column, at: place)
        return nil
      }
      text = found
    }
    guard let map = value.map else { return text }
    if let mapped = map[text] ?? value.otherwise { return mapped.scalar }
    report(.badWord, "'\(text)' is not one of the keys of 'map'", column, at: place)
    return nil
  }

  /// The last day of the date as of which a code is looked up: of all time, where the mapping gives none.
  private mutating func day(of lookup: CSVMapping.Lookup, _ row: [CSVTable.Cell]) -> Day? {
    guard let template = lookup.day else { return .distantFuture }
    guard let (text, place, column) = fill(template, row) else { return nil }
    if let date = PartialDate(text) { return date.days.upperBound }
    if text.isEmpty { return .distantFuture }
    report(.badDate, "'\(text)' is not a date as of which a code can be looked up", column ?? "", at: place)
    return nil
  }

  mutating func date(_ dates: CSVMapping.Dates, _ row: [CSVTable.Cell]) -> Node? {
    switch dates {
    case .value(let value): return words(value, row)
    case .parts(let year, let month, let day):
      guard let year = words(year, row), let digits = year.scalar else { return nil }
      guard digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return year }
      var text = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      for part in [month, day] {
        // Without a month or a day, the date is less precise.
        guard let part, let node = words(part, row), let number = Int(node.scalar ?? ""), number > 0 else { break }
        text += number < 10 ? "-0\(number)" : "-\(number)"
      }
      return Node(text, at: year.place)
    case .interval(let from, let to):
      let (start, end) = (date(from, row), date(to, row))
      guard let place = start?.place ?? end?.place else { return nil }
      return Node("\(start?.scalar ?? "")/\(end?.scalar ?? "")", at: place)
    }
  }

  /// The id of the entity with that name, which is new on first use.
  mutating func party(_ value: CSVMapping.Value, _ row: [CSVTable.Cell], _ standard: String) -> [Node] {
    guard let node = words(value, row), let text = node.scalar else { return [] }
    let names = value.separator.map { separator in
      text.split(separator: separator).map { String($0).trimmed }.filter { !$0.isEmpty }
    }
    return (names?.map { (value.prefix ?? "") + $0 } ?? [text]).map { name in
      Node(entity(name, value.kind ?? standard, at: node.place), at: node.place)
    }
  }

  mutating func entity(_ name: String, _ kind: String, at place: SourceLocation, id: String? = nil) -> String {
    let id = id ?? ids.id(for: "entity \(name)", named: name)
    if entities[id] == nil {
      let section = (Entity.Kind(rawValue: kind) ?? .organization).section
      entities[id] = (section, [(Node("name", at: place), Node(name, at: place))], place)
      entityOrder.append(id)
    }
    return id
  }
}
