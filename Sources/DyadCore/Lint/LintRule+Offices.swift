extension LintRule {
  /// Two officials certainly hold an office that has one holder at a time.
  static let officeHeldTwice = LintRule(.officeHeldTwice) { linted in
    let exclusive = linted.holdings.filter { holding in
      linted.graph.offices[holding.value.office].map { OfficeTitle($0.title).isExclusive } ?? false
    }
    return Dictionary(grouping: exclusive, by: \.value.office).values.flatMap { holdings -> [LintFinding] in
      let inOrder = holdings.sorted {
        ($0.value.during.starts.lowerBound, $0.value.id) < ($1.value.during.starts.lowerBound, $1.value.id)
      }
      return inOrder.enumerated().compactMap { index, later in
        inOrder[..<index].lazy.compactMap { earlier in linted.doubled(earlier.value, later) }.first
      }
    }
  }

  /// A text gives an official a title that the dossier has at other times only, or for others only.
  static let officeNotHeld = LintRule(.officeNotHeld) { linted in
    let titles = Set(linted.graph.offices.values.map { OfficeTitle($0.title) })
    let officials = linted.graph.entities.values.filter { $0.kind == .official }
    let holdings = Dictionary(grouping: linted.graph.holdings.values, by: \.official)
    func holds(_ official: Entity.ID, _ title: OfficeTitle, _ event: Event) -> Bool {
      let moment = Moment(during: event.within.span)
      return holdings[official, default: []].contains { holding in
        guard let office = linted.graph.offices[holding.office] else { return false }
        return OfficeTitle(office.title).contains(title) && holding.valid.holds(at: moment) != .no
      }
    }
    return linted.events.flatMap { event -> [LintFinding] in
      let texts = [event.value.what] + event.value.evidence.citations.compactMap(\.quote)
      var reported: Set<String> = []
      return event.value.parties.compactMap { linted.graph.entities[$0] }.filter { $0.kind == .official }
        .flatMap { official in
          texts.flatMap { text -> [LintFinding] in
            TitledName.all(of: official, in: text, among: titles).compactMap { titled in
              // A family name may be that of another official.
              let bearers = officials.filter { $0.bears(titled.name) }
              guard !bearers.contains(where: { holds($0.id, titled.title, event.value) }),
                reported.insert("\(official.id) \(titled.title.text)").inserted
              else { return nil }
              return LintFinding(
                claim: event.value.id.text,
                message:
                  "'\(titled.words)', but '\(official.id)' does not hold that office on \(event.value.within)",
                place: event.place(of: "actors"))
            }
          }
        }
    }
  }
}

extension LintedDossier {
  /// A day on which both certainly hold the office; a handover may be within a day.
  fileprivate func doubled(_ earlier: Holding, _ later: Located<Holding>) -> LintFinding? {
    guard earlier.official != later.value.official, let office = graph.offices[earlier.office] else { return nil }
    let first = max(earlier.during.starts.upperBound, later.value.during.starts.upperBound)
    let last = min(earlier.during.ends.lowerBound, later.value.during.ends.lowerBound)
    guard first < last else { return nil }
    return LintFinding(
      claim: later.value.id.text,
      message:
        "'\(earlier.official)' and '\(later.value.official)' are both \(office.title) of '\(office.of)' on \(first)",
      place: later.place(of: "during"))
  }
}
