package import DyadCore

/// An event as it is read: what rows share are numbers of `EventParts`, and the other texts are bytes, valid until the next row
/// is read.
///
/// Reading, counting and storing take this form, because most of the time goes into texts that many rows repeat.
///
///     try files.forEachRow { row, parts, origin in parts.event(row) }
package struct EventRow {
  /// The id in the data set, as UTF-8 like all texts.
  package var id: UnsafeRawBufferPointer
  package var days: ClosedRange<Day>
  /// The numbers of the parties, of the action and of the place.
  package var actor, recipient, action: Int
  package var place: Int?
  package var reports: ReportCount
  package var deaths: DeathCount?
  /// The same bytes as `reference`, where both are the address.
  package var story: UnsafeRawBufferPointer?
  package var reference: UnsafeRawBufferPointer?
  package var version: UnsafeRawBufferPointer?

  /// The parties, the action and the place are given by the numbers of their parts.
  package init(
    id: UnsafeRawBufferPointer, days: ClosedRange<Day>, actor: Int, recipient: Int, action: Int, place: Int? = nil,
    reports: ReportCount, deaths: DeathCount? = nil, story: UnsafeRawBufferPointer? = nil,
    reference: UnsafeRawBufferPointer? = nil, version: UnsafeRawBufferPointer? = nil
  ) {
    (self.id, self.days, self.actor, self.recipient, self.action) = (id, days, actor, recipient, action)
    (self.place, self.reports, self.deaths) = (place, reports, deaths)
    (self.story, self.reference, self.version) = (story, reference, version)
  }

  /// Whether the story is the address.
  package var isStoryReference: Bool {
    guard let story, let reference else { return story == nil && reference == nil }
    return story.baseAddress == reference.baseAddress && story.count == reference.count
      || story.elementsEqual(reference)
  }
}

/// The parties, actions and places of the events of a run, each once, by number.
package struct EventParts: Sendable {
  /// Distinguishes the numbers of one run from those of another.
  package let run = Run()
  package private(set) var parties: [CodedParty] = []
  package private(set) var actions: [CodedAction] = []
  package private(set) var places: [CodedPlace] = []
  private var partyNumbers: [CodedParty: Int] = [:]
  private var actionNumbers: [CodedAction: Int] = [:]
  private var placeNumbers: [CodedPlace: Int] = [:]

  package init() {}

  package final class Run: Sendable {}

  package mutating func number(of party: CodedParty) -> Int {
    if let known = partyNumbers[party] { return known }
    partyNumbers[party] = parties.count
    parties.append(party)
    return parties.count - 1
  }

  package mutating func number(of action: CodedAction) -> Int {
    if let known = actionNumbers[action] { return known }
    actionNumbers[action] = actions.count
    actions.append(action)
    return actions.count - 1
  }

  package mutating func number(of place: CodedPlace) -> Int {
    if let known = placeNumbers[place] { return known }
    placeNumbers[place] = places.count
    places.append(place)
    return places.count - 1
  }

  /// The event of a row, which stays valid.
  package func event(_ row: EventRow) -> CodedEvent {
    func text(_ bytes: UnsafeRawBufferPointer) -> String { String(decoding: bytes, as: UTF8.self) }
    let reference = row.reference.map(text)
    return CodedEvent(
      id: text(row.id), within: row.days, actor: parties[row.actor], recipient: parties[row.recipient],
      action: actions[row.action], reports: row.reports, deaths: row.deaths, place: row.place.map { places[$0] },
      story: row.isStoryReference ? reference : row.story.map(text), reference: reference,
      version: row.version.map(text))
  }

  /// The row of an event; its bytes are kept in the texts.
  package mutating func row(_ event: CodedEvent, in texts: RowTexts) -> EventRow {
    var row = EventRow(event, in: texts)
    (row.actor, row.recipient) = (number(of: event.actor), number(of: event.recipient))
    (row.action, row.place) = (number(of: event.action), event.place.map { number(of: $0) })
    return row
  }
}

extension EventRow {
  /// The texts and counts of an event, without the numbers of its parts.
  init(_ event: CodedEvent, in texts: RowTexts) {
    self.init(
      id: texts.bytes(of: event.id), days: event.days, actor: 0, recipient: 0, action: 0, reports: event.reports,
      deaths: event.deaths, story: event.story.map(texts.bytes), reference: event.reference.map(texts.bytes),
      version: event.version.map(texts.bytes))
  }
}

/// The texts of rows that are not bytes of their files: those with doubled quotes, and those that readers make.
package final class RowTexts {
  private var pieces: [UnsafeMutableRawBufferPointer] = []

  package init() {}

  deinit { removeAll() }

  /// The text as UTF-8, valid until `removeAll`.
  package func bytes(of text: String) -> UnsafeRawBufferPointer {
    var text = text
    return text.withUTF8 { utf8 in
      let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: utf8.count, alignment: 1)
      piece.copyMemory(from: UnsafeRawBufferPointer(utf8))
      pieces.append(piece)
      return UnsafeRawBufferPointer(piece)
    }
  }

  package func removeAll() {
    guard !pieces.isEmpty else { return }
    for piece in pieces { piece.deallocate() }
    pieces.removeAll(keepingCapacity: true)
  }
}
