internal import DyadCore

/// The values of the cells of a row.
extension MappedTable {
  /// The text of a template for a row; `nil` where all of its columns are blank.
  mutating func words(_ value: CSVMapping.Value, _ row: [CSVTable.Cell], isDate: Bool = false) -> Node? {
    var text = ""
    var place: SourceLocation?
    var hasWords = false
    var column = ""
    for part in value.template.parts {
      switch part {
      case .words(let words): text += words
      case .column(let name):
        guard let index = columns[name] else { continue }
        let cell = row[index]
        if place == nil { (place, column) = (cell.place, name) }
        let plain = cell.text.trimmed
        guard !mapping.blanks.contains(plain) else { continue }
        hasWords = true
        guard let form = mapping.dateForms[name] else {
          text += plain
          continue
        }
        guard let date = form.date(plain) else {
          report(.badDate, "'\(plain)' is not a date in the form that 'dates' gives", name, at: cell.place)
          return nil
        }
        text += date.description
      }
    }
    let isConstant = place == nil
    let at = place ?? row[0].place
    if !isConstant { origins[at] = column }
    guard isConstant || hasWords else { return value.blank.map { Node($0, at: at) } }
    if let map = value.map {
      guard let mapped = map[text] ?? value.otherwise else {
        report(.badWord, "'\(text)' is not one of the keys of 'map'", column, at: at)
        return nil
      }
      text = mapped
    }
    return text.isEmpty ? nil : Node(text, at: at)
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
    return (names ?? [text]).map { name in
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
