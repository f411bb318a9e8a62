internal import DyadContent
internal import DyadCore
internal import DyadSyntax

/// A request as text by key, the form in which a picture contains it: `between`, `on`, `only` …
extension PictureRequest: Codable {
  /// Decodes the fields; throws a `DecodingError` with a `RequestError` in it if a field is unknown or invalid.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    try self.init(fields: try container.decode([String: String].self))
  }

  /// Encodes the fields.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(fields)
  }

  /// All keys with values other than the default.
  package var fields: [String: String] {
    var fields = focusFields.merging(kindFields) { own, _ in own }
    fields["only"] = filter.only.isEmpty ? nil : filter.only.sorted().joined(separator: " ")
    fields["without"] = filter.without.isEmpty ? nil : filter.without.sorted().joined(separator: " ")
    fields["min-tone"] = filter.minimumTone > 0 ? String(filter.minimumTone) : nil
    fields["window"] = window == .standard ? nil : window.description
    (fields["title"], fields["standfirst"], fields["credit"]) = (title, standfirst, credit)
    fields["detail"] = detail == .standard ? nil : detail.rawValue
    fields["as"] = form == .sheet ? nil : form.rawValue
    fields["counts"] = counts?.text
    fields["blocs"] = blocs == .stated ? nil : blocs.rawValue
    fields["theme"] = theme == "light" ? nil : theme
    fields["lang"] = language == "en" ? nil : language
    fields["sources"] = showsSources ? nil : "none"
    if paper.width != Paper.page.width { fields["width"] = "\(paper.width.points)pt" }
    switch paper.height {
    case .exactly(let height): fields["height"] = "\(height.points)pt"
    case .upTo(let height): if paper.height != Paper.page.height { fields["max-height"] = "\(height.points)pt" }
    }
    fields["dpi"] = resolution == 300 ? nil : String(resolution)
    fields["stylesheet"] = stylesheet?.css
    fields["places"] = places.flatMap { try? JSONValue(encoding: $0).text() }
    return fields
  }

  private var focusFields: [String: String] {
    switch focus {
    case .everyone: [:]
    case .between(let one, let other): ["between": "\(one) \(other)"]
    case .around(let ego, let hops): ["around": ego.text, "hops": String(hops)]
    }
  }

  private var kindFields: [String: String] {
    switch kind {
    case .state(let moment): return momentFields(moment)
    case .change(let from, let to, let known):
      return ["show": "diff", "from": from.text, "to": to.text].merging(knownFields(known)) { own, _ in own }
    case .learned(let moment, let from, let to):
      var fields = momentFields(moment)
      (fields["show"], fields["known-from"], fields["known-to"]) = ("diff", from.description, to?.description)
      return fields
    case .versions(let moment): return momentFields(moment).merging(["show": "versions"]) { own, _ in own }
    case .timeline(let days, let known):
      return ["show": "timeline", "during": days.text].merging(knownFields(known)) { own, _ in own }
    case .film(let days, let known, let hidesAbsent, let sheet):
      var fields = knownFields(known)
      (fields["show"], fields["days"]) = ("film", days.map(\.description).joined(separator: " "))
      (fields["hide-absent"], fields["sheet"]) = (hidesAbsent ? "yes" : nil, sheet.map(String.init))
      return fields
    }
  }

  private func momentFields(_ moment: Moment) -> [String: String] {
    let key = moment.since == .distantPast && moment.days.lowerBound != .distantPast ? "on" : "during"
    return [key: moment.days.text].merging(knownFields(moment.known)) { own, _ in own }
  }

  private func knownFields(_ known: Day?) -> [String: String] { known.map { ["known": $0.description] } ?? [:] }
}

/// Keys that earlier versions wrote into pictures.
///
/// `even`: a timeline has even rows below an overview to scale, and no other form.
private let removedKeys: Set<String> = ["even"]

extension PictureRequest {
  /// Parses fields; throws `RequestError` for the first that is unknown, missing or invalid.
  package init(fields: [String: String]) throws(RequestError) {
    var reader = FieldReader(fields)
    let focus = try reader.focus()
    let kind = try reader.kind()
    let filter = Filter(
      only: reader.set("only"), without: reader.set("without"),
      minimumTone: try reader.value("min-tone") { Double($0).flatMap { (0...10).contains($0) ? $0 : nil } } ?? 0)
    self.init(focus, kind, filter: filter, window: try reader.value("window", Lookback.init) ?? .standard)
    (title, standfirst, credit) = (reader.text("title"), reader.text("standfirst"), reader.text("credit"))
    detail = try reader.value("detail", DetailLevel.init) ?? .standard
    form = try reader.value("as", View.Form.init) ?? .sheet
    counts = reader.text("counts").map { CountTable.ID($0) }
    blocs = try reader.value("blocs", View.Blocs.init) ?? .stated
    theme = try reader.value("theme") { PictureRequest.themes.contains($0) ? $0 : nil } ?? "light"
    language = reader.text("lang") ?? "en"
    showsSources = try reader.value("sources") { $0 == "none" ? false : nil } ?? true
    let width = try reader.value("width", Length.init)
    let (exact, most) = (try reader.value("height", Length.init), try reader.value("max-height", Length.init))
    paper = Paper(
      width: width ?? Paper.page.width,
      height: exact.map { .exactly($0) } ?? most.map { .upTo($0) } ?? Paper.page.height)
    resolution = try reader.value("dpi") { Int($0).flatMap { (36...1200).contains($0) ? $0 : nil } } ?? 300
    stylesheet = try reader.value("stylesheet") { css in
      let checked = Stylesheet.checked(css, file: "the picture")
      return checked.errors.isEmpty ? checked.value : nil
    }
    places = try reader.value("places") { text in
      let places = try? JSONValue(parsing: Array(text.utf8)).decoded(as: Places.self)
      return places.flatMap { $0.isFit ? $0 : nil }
    }
    if let key = reader.remaining { throw removedKeys.contains(key) ? .removed(key: key) : .unknown(key: key) }
  }
}

/// Reads the fields of a request, removing each.
private struct FieldReader {
  private var fields: [String: String]

  init(_ fields: [String: String]) { self.fields = fields }

  /// A key that has not been read.
  var remaining: String? { fields.keys.min() }

  mutating func text(_ key: String) -> String? { fields.removeValue(forKey: key) }

  mutating func set(_ key: String) -> Set<String> {
    Set(text(key)?.split(separator: " ").map(String.init) ?? [])
  }

  mutating func value<Value>(_ key: String, _ parse: (String) -> Value?) throws(RequestError) -> Value? {
    guard let text = text(key) else { return nil }
    guard let value = parse(text) else { throw .invalid(key: key, value: text) }
    return value
  }

  mutating func needed<Value>(_ key: String, _ parse: (String) -> Value?) throws(RequestError) -> Value {
    guard let value = try value(key, parse) else { throw .missing(key: key) }
    return value
  }

  mutating func flag(_ key: String) throws(RequestError) -> Bool {
    try value(key) { $0 == "yes" ? true : nil } ?? false
  }

  mutating func focus() throws(RequestError) -> View.Focus {
    let pair = try value("between") { text -> View.Focus? in
      let ids = text.split(separator: " ").map { Entity.ID(String($0)) }
      return ids.count == 2 && ids[0] != ids[1] ? .between(ids[0], ids[1]) : nil
    }
    let hops = try value("hops") { Int($0).flatMap { (0...9).contains($0) ? $0 : nil } }
    if let pair { return pair }
    return text("around").map { .around(Entity.ID($0), hops: hops ?? 1) } ?? .everyone
  }

  mutating func kind() throws(RequestError) -> PictureRequest.Kind {
    let known = try value("known", Day.init)
    switch text("show") ?? "state" {
    case "state": return .state(try moment(known))
    case "versions": return .versions(try moment(known))
    case "diff":
      if let from = try value("known-from", Day.init) {
        return .learned(try moment(known), from: from, to: try value("known-to", Day.init))
      }
      return .change(from: try needed("from", days), to: try needed("to", days), known: known)
    case "timeline": return .timeline(try needed("during", days), known: known)
    case "film":
      let frames = try needed("days") { text -> [Day]? in
        let days = text.split(separator: " ").map { Day(String($0)) }
        return days.isEmpty || days.contains(nil) ? nil : days.compactMap { $0 }
      }
      // Earlier versions had one page for all frames, and wrote "yes".
      let sheet = try value("sheet") { $0 == "yes" ? 1 : Int($0).flatMap { (1...2000).contains($0) ? $0 : nil } }
      return .film(frames, known: known, hidesAbsent: try flag("hide-absent"), sheet: sheet)
    case let other: throw .invalid(key: "show", value: other)
    }
  }

  private mutating func moment(_ known: Day?) throws(RequestError) -> Moment {
    if let on = try value("on", days) { return Moment(asOf: on, known: known) }
    return Moment(during: try needed("during", days), known: known)
  }

  private func days(_ text: String) -> ClosedRange<Day>? { Interval(text)?.span }
}

extension ClosedRange<Day> {
  /// The days as an interval: one date, or two with a slash; `..` is open.
  fileprivate var text: String {
    if lowerBound == upperBound { return lowerBound.description }
    let first = lowerBound == .distantPast ? ".." : lowerBound.description
    return "\(first)/\(upperBound == .distantFuture ? ".." : upperBound.description)"
  }
}
