internal import DyadContent
internal import DyadCore
internal import DyadDrawing

/// The pictures of a page: one for each stop of its slider, all on one stage, and the timeline of a pair.
struct SiteFrames {
  let site: Site
  let focus: View.Focus
  private let stops: [Day]
  private let scope: Scope

  /// The state on a day, and the changes since another.
  struct Frame {
    let day: Day
    let since: Day?
    let plain: PagePicture
    let marked: PagePicture?
    let diff: GraphDiff
  }

  init(_ site: Site, _ focus: View.Focus) {
    (self.site, self.focus) = (site, focus)
    scope = Scope(of: site.graph, on: focus, known: site.known)
    stops = SiteStops.days(
      of: scope.ever,
      atMost: focus.parties.count == 2 && site.map.dyads.count <= 60 ? 24 : 12)
  }

  private var days: [Day] { stops.isEmpty ? [site.lastDay] : stops }

  private func frames() async throws(PictureError) -> [Frame] {
    // A picture with many parties is slow; the pages of the dyads have all dates.
    let days = focus == .everyone && site.graph.entities.count > 60 ? Array(days.suffix(1)) : days
    // Changes of an entity are shown as text only, because sites have many entities.
    var request = PictureRequest(
      focus, .film(days, known: site.known, hidesAbsent: days.count == 1, sheet: nil))
    request.blocs = blocs
    let picture = try await request.picture(of: site.graph, marking: focus.parties.count == 1 ? .plain : .both)
    guard let film = picture.film else { return [] }
    let narrow = try await narrow(film)?.frames
    return film.frames.enumerated().map { index, frame in
      let other = narrow?[index]
      let hasChanges = index > 0 && focus.parties.count != 1
      return Frame(
        day: frame.day, since: index > 0 ? days[index - 1] : nil,
        plain: PagePicture(wide: frame.plain ?? frame.composition, narrow: other.map { $0.plain ?? $0.composition }),
        marked: hasChanges ? PagePicture(wide: frame.composition, narrow: other?.composition) : nil, diff: frame.diff)
    }
  }

  /// The blocs that the dossier states, or else those that are found.
  private var blocs: View.Blocs {
    site.graph.relations.values.contains { $0.kind == "member" } ? .stated : .found
  }

  /// The frames for phones, which show the same; a network has no narrow layout.
  private func narrow(_ film: Film) async throws(PictureError) -> Film? {
    guard focus != .everyone else { return nil }
    do { return try await film.arranged(on: .phone) } catch { throw .graph(error) }
  }

  /// A frame for a date that is not in the film.
  func frame(on day: Day, since: Day?) async throws(PictureError) -> Frame {
    let diff = GraphDiff(from: scope.snapshot(on: since ?? day), to: scope.snapshot(on: day))
    return Frame(
      day: day, since: since, plain: try await pagePicture(on: day, since: nil),
      marked: since == nil ? nil : try await pagePicture(on: day, since: since), diff: diff)
  }

  private func pagePicture(on day: Day, since: Day?) async throws(PictureError) -> PagePicture {
    guard let composition = try await picture(on: day, since: since).composition else {
      preconditionFailure("the picture of a day is not a film")
    }
    return focus == .everyone ? PagePicture(wide: composition) : try await PagePicture(composition)
  }

  /// The picture of a day, or of the changes since another.
  func picture(on day: Day, since: Day?) async throws(PictureError) -> Picture {
    let kind: PictureRequest.Kind =
      since.map { .change(from: $0...$0, to: day...day, known: site.known) }
      ?? .state(Moment(on: day, known: site.known))
    return try await PictureRequest(focus, kind).picture(of: site.graph)
  }

  /// The timeline of a pair, or of the ties of an entity; `nil` for other pages, and for an entity without ties.
  func timeline() async throws(PictureError) -> Picture? { try await timeline(on: [.page]).first }

  /// The timeline on each of some papers.
  private func timeline(on papers: [Paper]) async throws(PictureError) -> [Picture] {
    let days: ClosedRange<Day>
    switch focus {
    case .between(let one, let other): days = Timeline.window(of: site.graph, between: one, other)
    case .around(let ego, _):
      days = EgoTimeline.window(of: site.graph, around: ego)
      guard !EgoTimeline(site.graph, around: ego, in: days, known: site.known).parties.isEmpty else { return [] }
    case .everyone: return []
    }
    return try await PictureRequest(focus, .timeline(days, known: site.known)).pictures(of: site.graph, on: papers)
  }

  // MARK: HTML

  /// All pictures with their controls.
  func html() async throws(PictureError) -> HTML {
    let frames = try await frames()
    var sections: [HTML] = []
    for (index, frame) in frames.enumerated() { sections.append(try await html(frame, number: "\(index + 1)")) }
    let timeline = try await timelineSection()
    return """
      <div class="pictures">
      \(Controls(site, focus, days: frames.map(\.day), hasTimeline: timeline != nil).html)
      <div id="frames">
      \(sections)
      </div>
      \(timeline)
      </div>
      """
  }

  private func timelineSection() async throws(PictureError) -> HTML? {
    // A narrow page has room for fewer lanes, and for all rows, so that it is a picture of its own.
    let versions = try await timeline(on: [.page, .phone]).compactMap(\.composition)
    guard versions.count == 2 else { return nil }
    let picture = PagePicture(wide: versions[0], narrow: versions[1], isSame: false)
    return """
      <section id="timeline">
      <h2>Timeline</h2>
      <div class="picture">
      \(try await picture.html(idPrefix: "t-"))</div>
      </section>
      """
  }

  func html(_ frame: Frame, number: String) async throws(PictureError) -> HTML {
    let date = DateWords.english.words(frame.day)
    let shown = frame.diff.to.focused(on: focus)
    let claims = Set(shown.evidence.map(\.id)).sorted().joined(separator: " ")
    let plain = try await frame.plain.html(idPrefix: "p\(number)-")
    var marked: HTML = ""
    if let picture = frame.marked {
      marked = "<div class=\"picture marked\">\n\(try await picture.html(idPrefix: "m\(number)-"))</div>"
    }
    let since = frame.since.map { " data-since=\"\($0.description)\"" as HTML }
    return """
      <section class="frame" id="on-\(frame.day.description)" data-day="\(frame.day.description)" data-words="\(date)"\(since) data-claims="\(claims)">
      <h2>As of \(date)</h2>
      <div class="picture plain">
      \(plain)</div>
      \(marked)
      \(changes(frame))
      </section>
      """
  }

  private func changes(_ frame: Frame) -> HTML {
    guard let since = frame.since else { return "" }
    let report = DiffReport([.world: frame.diff.focused(on: focus)], of: focus)
    let items = report.parts.flatMap(\.items).map { item -> HTML in
      let pair = focus.parties.count == 2 && item.dyad == focus.parties
      let head = (pair ? "" : "\(item.heading): ") + (item.when.isEmpty ? "" : "\(item.when): ")
      let mark: HTML = "<span class=\"mark \(item.mark.rawValue)\">\(Lexicon.english.phrase(item.mark.phrase))</span>"
      return "<li>\(mark) \(head)\(item.sentence)</li>"
    }
    let list: HTML = items.isEmpty ? "<p>Nothing changed.</p>" : "<ul>\n\(items)\n</ul>"
    return "<div class=\"changes\">\n<h3>Changes since \(DateWords.english.words(since))</h3>\n\(list)\n</div>"
  }
}
