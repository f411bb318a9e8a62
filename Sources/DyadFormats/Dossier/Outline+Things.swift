internal import DyadCore

extension Outline {
  static func members(of source: Source) -> Members {
    var list = MemberList()
    list.add("title", source.title)
    list.add("publisher", source.publisher)
    list.add("author", source.author)
    list.add("published", source.published?.description)
    list.add("url", source.url)
    list.add("language", source.language)
    list.add("note", source.note)
    list.add("text", source.path)
    list.add("content", source.text?.text)
    return list.members
  }

  static func members(of entity: Entity, in contents: Contents) -> Members {
    var list = MemberList()
    list.add("name", entity.names[0].text)
    list.add("short", entity.short)
    list.add("names", rows: entity.names.dropFirst().map(members))
    list.add("type", entity.type)
    list.add(entity.kind == .official ? "serves" : "of", entity.home?.text)
    for register in DossierWalk.registers { list.add(register, entity.codes[register]) }
    let others = entity.codes.filter { !DossierWalk.registers.contains($0.key) }.sorted { $0.key < $1.key }
    if !others.isEmpty { list.add("codes", .mapping(others.map { ($0.key, .words($0.value)) })) }
    list.add("during", entity.during)
    if entity.kind == .official { list.add("offices", rows: offices(of: entity, in: contents)) }
    list.add(entity.evidence)
    list.add("note", entity.note)
    list.add("was", entity.was?.text)
    return list.members
  }

  private static func members(of name: Name) -> Members {
    var list = MemberList()
    list.add("text", name.text)
    list.add("language", name.language)
    list.add("during", name.during)
    return list.members
  }

  /// The offices that an official holds, in the course of time.
  private static func offices(of official: Entity, in contents: Contents) -> [Members] {
    contents.listed[official.id, default: []].map { holding in
      var list = MemberList()
      if let office = contents.graph.offices[holding.office], contents.madeByTitle.contains(office.id) {
        list.add("title", office.title)
        if office.of != official.home { list.add("of", office.of.text) }
      } else {
        list.add("office", holding.office.text)
      }
      list.add("during", holding.during)
      list.add(holding.evidence)
      list.add("note", holding.note)
      return list.members
    }
  }

  static func members(of office: Office) -> Members {
    var list = MemberList()
    list.add("title", office.title)
    list.add("of", office.of.text)
    list.add("during", office.during)
    list.add(office.evidence)
    list.add("note", office.note)
    return list.members
  }

  static func members(of holding: Holding) -> Members {
    var list = MemberList()
    list.add("official", holding.official.text)
    list.add("office", holding.office.text)
    list.add("during", holding.during)
    list.add(holding.evidence)
    list.add("note", holding.note)
    return list.members
  }

  static func members(of kind: RelationKind) -> Members {
    var list = MemberList()
    list.add("sentence", kind.sentence)
    list.add("tone", kind.tone.value)
    list.add("directed", flag: kind.isDirected)
    list.add("affiliation", flag: kind.isAffiliation)
    return list.members
  }

  static func members(of relation: Relation) -> Members {
    var list = MemberList()
    if relation.isDirected {
      list.add("from", relation.from.text)
      list.add("to", relation.to.text)
    } else {
      list.add("between", list: [relation.from.text, relation.to.text])
    }
    list.add("kind", relation.kind.text)
    list.add("note", relation.note)
    list.add("was", relation.was?.text)
    let ids = DossierWalk.phaseIds(of: relation.id.text, relation.phases.map(\.during))
    list.add(
      "phases",
      rows: zip(relation.phases, ids).map { phase, id in
        (phase.id.text == id ? [] : [("id", .words(phase.id.text))]) + members(of: phase)
      })
    return list.members
  }

  static func members(of phase: Phase) -> Members {
    var list = MemberList()
    list.add("during", phase.during.description)
    list.add("reads", phase.reads)
    list.add("tone", phase.tone?.value)
    list.add(phase.evidence)
    list.add("note", phase.note)
    return list.members
  }

  static func members(of event: Event) -> Members {
    var list = MemberList()
    list.add("on", event.within.description)
    list.add("what", event.what)
    list.add("type", event.type.rawValue)
    list.add("mode", event.mode)
    list.add("actors", list: event.actors.map(\.text))
    list.add("recipients", list: event.recipients.map(\.text))
    list.add("place", event.place)
    list.add("numbers", numbers(event.numbers))
    list.add("tone", event.ownTone?.value)
    list.add(event.evidence)
    list.add("note", event.note)
    list.add("was", event.was?.text)
    return list.members
  }

  static func members(of view: View) -> Members {
    var list = MemberList()
    switch view.focus {
    case .everyone: break
    case .between(let one, let other): list.add("between", list: [one.text, other.text])
    case .around(let ego, let hops):
      list.add("around", ego.text)
      if hops != 1 { list.add("hops", Double(hops)) }
    }
    if let days = view.days {
      list.add(view.isWindow ? "during" : "on", view.isWindow ? text(of: days) : date(of: days) ?? text(of: days))
    }
    list.add("known", view.known?.description)
    list.add("title", view.title)
    list.add("theme", view.theme)
    list.add("only", list: view.filter.only.sorted())
    list.add("without", list: view.filter.without.sorted())
    if view.filter.minimumTone != 0 { list.add("min-tone", view.filter.minimumTone) }
    return list.members
  }

  // MARK: Parts

  /// The shortest form that keeps the order, also where keys are sorted.
  static func citations(_ citations: [Citation]) -> Outline? {
    if citations.isEmpty { return nil }
    if citations.count == 1, citations[0] == Citation(of: citations[0].source) {
      return .words(citations[0].source.text)
    }
    let isPlain = citations.allSatisfy { $0.quote != nil && $0 == Citation(of: $0.source, quote: $0.quote) }
    let isInOrder = zip(citations, citations.dropFirst()).allSatisfy { $0.source <= $1.source }
    guard isPlain, isInOrder else { return .list(citations.map { .mapping(members(of: $0)) }) }
    let sources = Dictionary(grouping: citations, by: \.source).sorted { $0.key < $1.key }
    return .mapping(
      sources.map { source, quotes in
        let words = quotes.map { Outline.words($0.quote!) }
        return (source.text, words.count == 1 ? words[0] : .list(words))
      })
  }

  static func members(of citation: Citation) -> Members {
    var list = MemberList()
    list.add("source", citation.source.text)
    list.add("quote", citation.quote)
    list.add("speaker", citation.speaker)
    list.add("stance", citation.stance == .asserts ? nil : citation.stance.rawValue)
    list.add("note", citation.note)
    return list.members
  }

  /// A mapping, or, where the order of its keys says something, a list of them.
  private static func numbers(_ numbers: [Quantity]) -> Outline? {
    if numbers.isEmpty { return nil }
    let members: Members = numbers.map { ($0.subject, .words($0.amount)) }
    let isInOrder = zip(numbers, numbers.dropFirst()).allSatisfy { $0.subject < $1.subject }
    return isInOrder ? .mapping(members) : .list(members.map { .mapping([$0]) })
  }

  static func text(of days: ClosedRange<Day>) -> String {
    let (first, last) = (days.lowerBound, days.upperBound)
    return (first == .distantPast ? ".." : first.description) + "/" + (last == .distantFuture ? ".." : last.description)
  }

  /// The date that means those days.
  private static func date(of days: ClosedRange<Day>) -> String? {
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
    return dates.compactMap { $0 }.first { $0.days == days }?.description
  }
}
