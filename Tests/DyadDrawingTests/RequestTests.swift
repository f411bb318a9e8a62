import DyadContent
import DyadCore
import DyadTestSupport
import Foundation
import Graphviz
import Testing

import DyadDrawing

/// Every picture is made by a request, which it contains as text.
@Suite struct RequestTests {
  @Test func aPartyThatDoesNotExistAtTheDateIsAWarning() async throws {
    var dossier = Dossier()
    dossier.entities = [
      Located(Entity("a", .state, name: "A")),
      Located(Entity("b", .state, name: "B", during: Interval("2020/..")!)),
    ]
    let graph = KnowledgeGraph.linking([dossier]).value
    for (day, absent) in [("2019-01-01", [Entity.ID("b")]), ("2021-01-01", [])] {
      let picture = try await PictureRequest(.between("a", "b"), .state(Moment(on: Day(day)!))).picture(of: graph)
      #expect(
        picture.warnings.compactMap { if case .absent(let party) = $0 { party } else { nil } } == absent, "\(day)")
    }
  }

  /// A request of any kind, the same for the same seed.
  private func anyRequest(_ seed: Int) -> PictureRequest {
    var random = Seeded(seed)
    func maybe<Value>(_ value: Value) -> Value? { Bool.random(using: &random) ? value : nil }
    func day() -> Day { anyDate(&random).days.lowerBound }
    func days() -> ClosedRange<Day> {
      let (one, other) = (day(), day())
      return min(one, other)...max(one, other)
    }
    let pair = View.Focus.between("arvane", "belmar")
    let focus = [pair, .around("arvane", hops: Int.random(in: 0...9, using: &random)), .everyone]
      .randomElement(using: &random)!
    let moments = [
      Moment(on: day()), Moment(asOf: days(), known: maybe(day())), Moment(during: days(), known: maybe(day())), .ever,
    ]
    let moment = moments.randomElement(using: &random)!
    let kinds: [PictureRequest.Kind] = [
      .state(moment), .change(from: days(), to: days(), known: maybe(day())),
      .learned(moment.known(by: nil), from: day(), to: maybe(day())), .versions(moment),
      .timeline(days(), known: maybe(day())),
      .film(
        [day(), day()], known: maybe(day()), hidesAbsent: Bool.random(using: &random),
        sheet: maybe(Int.random(in: 1...9, using: &random))),
    ]
    var request = PictureRequest(
      focus, kinds.randomElement(using: &random)!,
      filter: Filter(
        only: Set(maybe("state").map { [$0] } ?? []), without: ["events", "official"],
        minimumTone: maybe(2.5) ?? 0), title: maybe("Ties: \"one\" & <other>"))
    (request.standfirst, request.credit) = (maybe("In short: \"so\"."), maybe("A & B"))
    request.counts = maybe("icews")
    request.detail = DetailLevel.allCases.randomElement(using: &random)!
    request.window = maybe(Lookback("90d") ?? .standard) ?? .standard
    request.theme = PictureRequest.themes.randomElement(using: &random)!
    request.language = ["en", "ur", "tlh"].randomElement(using: &random)!
    request.showsSources = Bool.random(using: &random)
    request.paper = Paper(
      width: Length(points: 300.25),
      height: Bool.random(using: &random) ? .exactly(Length(points: 200)) : .upTo(Length(points: 400)))
    request.resolution = maybe(96) ?? 300
    request.form = maybe(.matrix) ?? .sheet
    request.blocs = View.Blocs.allCases.randomElement(using: &random)!
    request.stylesheet = maybe(Stylesheet.checked(".card { fill: red }", file: "a").value)
    return request
  }

  @Test(arguments: 0..<200) func aRequestRoundTripsThroughItsFields(seed: Int) throws {
    let request = anyRequest(seed)
    #expect(try PictureRequest(fields: request.fields) == request)
  }

  @Test(arguments: 0..<50) func aRequestRoundTripsThroughJSON(seed: Int) throws {
    let request = anyRequest(seed)
    #expect(try JSONDecoder().decode(PictureRequest.self, from: JSONEncoder().encode(request)) == request)
  }

  @Test(arguments: [
    (["on": "soon"], RequestError.invalid(key: "on", value: "soon")),
    ([:], .missing(key: "during")), (["on": "2025", "frob": "x"], .unknown(key: "frob")),
    (["on": "2025", "between": "a"], .invalid(key: "between", value: "a")),
    (["on": "2025", "theme": "pink"], .invalid(key: "theme", value: "pink")),
    (["on": "2025", "stylesheet": "@import 'x';"], .invalid(key: "stylesheet", value: "@import 'x';")),
    (["on": "2025", "as": "pie"], .invalid(key: "as", value: "pie")),
    (["on": "2025", "blocs": "yes"], .invalid(key: "blocs", value: "yes")),
    (["on": "2025", "show": "dance"], .invalid(key: "show", value: "dance")),
    (["show": "film", "days": ""], .invalid(key: "days", value: "")),
    (["show": "timeline", "during": "2020/2025", "between": "a b", "even": "yes"], .removed(key: "even")),
    (["on": "2025", "places": "{}"], .invalid(key: "places", value: "{}")),
  ])
  func invalidFieldsAreRefused(fields: [String: String], error: RequestError) {
    #expect(throws: error) { try PictureRequest(fields: fields) }
  }

  /// A picture drawn from its own recipe is the same picture, for every kind.
  @Test(arguments: [
    PictureRequest.Kind.state(Moment(on: Day(2025, 5, 26)!)),
    .change(from: Day(2025, 2, 1)!...Day(2025, 2, 1)!, to: Day(2025, 5, 26)!...Day(2025, 5, 26)!, known: nil),
    .learned(Moment(on: Day(2025, 5, 26)!), from: Day(2025, 5, 1)!, to: nil),
    .timeline(Day(2021, 1, 1)!...Day(2025, 5, 26)!, known: nil),
    .film([Day(2021, 7, 1)!, Day(2025, 5, 26)!], known: nil, hidesAbsent: false, sheet: nil),
    .film([Day(2021, 7, 1)!, Day(2025, 5, 26)!], known: nil, hidesAbsent: false, sheet: 1),
  ])
  func aPictureDrawnAgainFromItselfIsTheSame(kind: PictureRequest.Kind) async throws {
    let graph = try Samples.example()
    let first = try await PictureRequest(Samples.pair.focus, kind, title: "Once more").picture(of: graph)
      .rendering(as: .svg)
    let recipe = try #require(Recipe.read(from: first.bytes)?.recipe)
    #expect(Verdict(on: recipe, redrawn: try recipe.remade(from: graph)) == .current)
    let second = try await recipe.request.picture(of: graph).rendering(as: .svg)
    #expect(first.bytes == second.bytes)
    #expect(!first.sources.isEmpty && first.alternative.hasPrefix(first.description))
  }

  @Test func theTiesOfAPartyOverTimeAreDrawnAgainFromThemselves() async throws {
    let graph = try Samples.example("egypt-israel")
    let request = PictureRequest(
      .around("egypt", hops: 1), .timeline(Day(1970, 1, 1)!...Day(1982, 12, 31)!, known: nil),
      paper: Samples.paper(170, height: 80))
    let first = try await request.picture(of: graph).rendering(as: .svg)
    let recipe = try #require(Recipe.read(from: first.bytes)?.recipe)
    #expect(recipe.fit.rows.map { $0 > 0 } ?? false)
    #expect(Verdict(on: recipe, redrawn: try recipe.remade(from: graph)) == .current)
    #expect(try await recipe.request.picture(of: graph).rendering(as: .svg).bytes == first.bytes)
  }

  @Test func aMovedRequestIsOfTheOtherDate() throws {
    let days = Day(2025, 5, 1)!...Day(2025, 5, 31)!
    let film = PictureRequest(
      .everyone, .film([Day(2024, 1, 1)!, Day(2026, 1, 1)!], known: nil, hidesAbsent: true, sheet: 2))
    #expect(
      film.moved(to: days).kind
        == .film([Day(2024, 1, 1)!, Day(2025, 5, 31)!], known: nil, hidesAbsent: true, sheet: 2))
    let state = PictureRequest(.everyone, .state(Moment(on: Day(2024, 1, 1)!, known: Day(2024, 2, 1)!)))
    #expect(state.moved(to: days).kind == .state(Moment(asOf: days, known: Day(2024, 2, 1)!)))
  }

  @Test func versionsNeedAnotherDossier() async throws {
    let graph = try Samples.example()
    await #expect(throws: PictureError.request(.needsAnotherDossier)) {
      _ = try await PictureRequest(.everyone, .versions(.ever)).picture(of: graph)
    }
  }
}
