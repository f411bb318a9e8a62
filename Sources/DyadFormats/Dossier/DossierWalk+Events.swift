internal import DyadCore

extension DossierWalk {
  func event(_ id: String, _ fields: Fields) {
    let within = fields.interval("on")
    if fields.node("on") == nil { reading.find(.missingKey, "an event needs 'on'", at: fields.node) }
    let what = fields.needed("what", of: "an event")
    let type = fields.word("type", among: EventType.allCases.map(\.rawValue)).flatMap(EventType.init)
    if fields.node("type") == nil { reading.find(.missingKey, "an event needs 'type'", at: fields.node) }
    let mode = fields.words("mode")
    let (actors, recipients) = (fields.ids("actors"), fields.ids("recipients"))
    let (place, tone) = (fields.words("place"), fields.tone("tone"))
    let (numbers, evidence) = (numbers(fields), evidence(fields))
    let (note, was) = (fields.words("note"), fields.words("was"))
    // What is missing is told; the rest stands, so that its ids and quotes are looked up all the same.
    let event = Event(
      Event.ID(id), within: within ?? .unknown, what: what ?? id, type: type ?? .consult, mode: mode,
      actors: actors.map { Entity.ID($0) },
      recipients: recipients.map { Entity.ID($0) }, place: place, numbers: numbers, tone: tone, evidence: evidence,
      note: note, was: was.map { Event.ID($0) })
    dossier.events.append(located(event, fields))
  }

  private func numbers(_ fields: Fields) -> [Quantity] {
    guard let node = fields.node("numbers") else { return [] }
    // A list of such mappings, too, where their order says something or a subject comes twice.
    return (node.sequence ?? [node]).flatMap(amounts)
  }

  private func amounts(_ node: Node) -> [Quantity] {
    guard let amounts = Fields(node, "'numbers'", reading) else { return [] }
    return amounts.entries.compactMap { subject, _, value in
      guard let words = reading.words(value, "a number") else { return nil }
      guard let quantity = Quantity(subject, words) else {
        reading.find(.badQuantity, "'\(words)' is no amount", at: value)
        return nil
      }
      return quantity
    }
  }

  func view(_ id: String, _ fields: Fields) {
    let focus = focus(fields)
    let days = fields.interval("on")?.span
    let window = fields.interval("during").map(\.span)
    if days != nil, window != nil {
      reading.find(.unknownKey, "a view has 'on' or 'during', not both", at: fields.node)
    }
    let view = View(
      View.ID(id), focus, days: days ?? window, isWindow: window != nil, known: day(fields, "known")?.upperBound,
      title: fields.words("title"), theme: fields.word("theme", among: ["light", "dark", "print", "auto"]),
      filter: filter(fields))
    dossier.views.append(located(view, fields))
  }

  private func filter(_ fields: Fields) -> Filter {
    Filter(
      only: Set(filterWords("only", fields)), without: Set(filterWords("without", fields)),
      minimumTone: fields.number("min-tone", in: 0...10) ?? 0)
  }

  private func filterWords(_ key: String, _ fields: Fields) -> [String] {
    let words = fields.ids(key)
    for (index, word) in words.enumerated() {
      reading.places["filter/\(word.lowercased())"] = reading.places["\(key)/\(index)"]
    }
    return words
  }

  private func day(_ fields: Fields, _ key: String) -> ClosedRange<Day>? { fields.date(key).map(\.days) }

  private func focus(_ fields: Fields) -> View.Focus {
    let hops = fields.word("hops", among: (0...9).map(String.init)).flatMap { Int($0) }
    let around = fields.id("around", as: "parties/0")
    if let node = fields.node("hops"), around == nil {
      reading.find(.unknownKey, "'hops' goes with 'around'", at: node)
    }
    if let node = fields.node("between"), around != nil {
      reading.find(.unknownKey, "a view has 'between' or 'around', not both", at: node)
    }
    guard let node = fields.node("between") else {
      return around.map { .around(Entity.ID($0), hops: hops ?? 1) } ?? .everyone
    }
    let list = node.sequence ?? []
    let ids = list.enumerated().compactMap { index, item in
      reading.places["parties/\(index)"] = reading.place(of: item)
      return reading.words(item, "an id").map { Entity.ID($0) }
    }
    guard ids.count == 2, ids[0] != ids[1] else {
      reading.find(.wrongShape, "'between' should be a list of two different ids", at: node)
      return .everyone
    }
    return .between(ids[0], ids[1])
  }
}
