internal import DyadContent
public import DyadCore

/// What a picture shows and how: everything that is needed to draw it, except the graph.
///
///     let thaw = PictureRequest(.between("pakistan", "afghanistan"), .state(Moment(on: Day(2025, 5, 26)!)))
///     let svg = try await thaw.picture(of: graph).rendering(as: .svg).bytes
///
/// A picture contains its request, so that it can be verified and drawn again.
public struct PictureRequest: Hashable, Sendable {
  /// The dates and the form of a picture.
  public enum Kind: Hashable, Sendable {
    /// The state of relations at a moment.
    case state(Moment)
    /// The changes in the world between two dates, as known by a day.
    case change(from: ClosedRange<Day>, to: ClosedRange<Day>, known: Day?)
    /// The changes in what is known about a moment between two days; without the second, up to now.
    case learned(Moment, from: Day, to: Day?)
    /// The differences of another dossier, or of another version of this one.
    case versions(Moment)
    /// A relation, or the ties of a party, over time.
    case timeline(ClosedRange<Day>, known: Day?)
    /// A series of dates with fixed positions: a page for each date, or a page of a sheet of several, from 1.
    case film([Day], known: Day?, hidesAbsent: Bool, sheet: Int?)
  }

  /// The parties that the picture is about.
  public var focus: View.Focus
  /// The dates, and the form.
  public var kind: Kind
  /// The filter: what is left out.
  public var filter: Filter
  /// How old an event may be to make a line by itself, around one party or in a network.
  public var window: Lookback
  /// The headline, instead of the finding.
  public var title: String?
  /// A sentence or two below the headline.
  public var standfirst: String?
  /// A line at the foot: who made the picture.
  public var credit: String?
  /// How much of a pair or of one party it shows.
  public var detail: DetailLevel
  /// The theme: `light`, `dark`, `print`, or `auto`, which in an SVG follows the preference of its reader.
  public var theme: String
  /// The language, as a tag: `en`, `fr`, `ur`.
  public var language: String
  /// Whether the numbered sources are listed at the foot.
  public var showsSources: Bool
  /// The paper.
  public var paper: Paper
  /// The resolution of a PNG, in pixels per inch.
  public var resolution: Int
  /// CSS for an SVG.
  public var stylesheet: Stylesheet?
  /// The positions of an earlier picture, to be kept.
  public var places: Places?
  /// How the parties are arranged: joined by lines, or as a matrix.
  public var form: View.Form
  /// Which parties a network or a matrix groups as blocs.
  public var blocs: View.Blocs
  /// The table whose counts are shown and nothing else; `nil` for the claims of the dossier.
  public var counts: CountTable.ID?

  /// Creates a request; by default without a filter, in English, in light colours, on the text width of A4.
  public init(
    _ focus: View.Focus, _ kind: Kind, filter: Filter = .none, window: Lookback = .standard, title: String? = nil,
    standfirst: String? = nil, credit: String? = nil, detail: DetailLevel = .standard, theme: String = "light",
    language: String = "en", showsSources: Bool = true, paper: Paper = .page, resolution: Int = 300,
    stylesheet: Stylesheet? = nil, places: Places? = nil, form: View.Form = .sheet, blocs: View.Blocs = .stated
  ) {
    (self.focus, self.kind, self.filter, self.window, self.title) = (focus, kind, filter, window, title)
    (self.standfirst, self.credit, self.detail) = (standfirst, credit, detail)
    (self.theme, self.language, self.showsSources) = (theme, language, showsSources)
    (self.paper, self.resolution, self.stylesheet, self.places) = (paper, resolution, stylesheet, places)
    (self.form, self.blocs) = (form, blocs)
  }

  /// The names of all themes, `auto` last.
  public static let themes = Theme.all.map(\.id) + ["auto"]

  /// The view of the content.
  var view: View {
    View(focus, title: title, standfirst: standfirst, credit: credit, filter: filter, form: form, blocs: blocs)
  }

  /// The colours.
  var style: Style {
    theme == "auto" ? Style(theme: .light, darkTheme: .dark) : Style(theme: Theme.named(theme) ?? .light)
  }

  /// The options of the content at a level of detail.
  func options(_ detail: Detail = .full) -> ContentOptions {
    ContentOptions(
      lexicon: Lexicon.named(language) ?? Lexicon.english.naming(in: language), showsSources: showsSources,
      level: self.detail, detail: detail, window: window)
  }

  /// The same request at another date; of several dates the last one moves, and a film ends there.
  ///
  /// - Parameter days: the days of the date.
  public func moved(to days: ClosedRange<Day>) -> PictureRequest {
    var request = self
    switch kind {
    case .state(let moment): request.kind = .state(Moment(asOf: days, known: moment.known))
    case .change(let from, _, let known): request.kind = .change(from: from, to: days, known: known)
    case .learned(let moment, let from, let to):
      request.kind = .learned(Moment(asOf: days, known: moment.known), from: from, to: to)
    case .versions(let moment): request.kind = .versions(Moment(asOf: days, known: moment.known))
    case .timeline(let window, let known):
      request.kind = .timeline(min(window.lowerBound, days.upperBound)...days.upperBound, known: known)
    case .film(let frames, let known, let hidesAbsent, let sheet):
      let last = days.upperBound
      request.kind = .film(
        frames.filter { $0 < last } + [last], known: known, hidesAbsent: hidesAbsent, sheet: sheet)
    }
    return request
  }
}

/// An error in a request.
///
///     do {
///       _ = try picture.recipe.remade(from: graph)
///     } catch .unknown(let key) {
///       print("written by another version of dyad:", key)
///     } catch {
///       print(error)  // invalid value 'soon' for 'on'
///     }
public enum RequestError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A key has a value that is not allowed.
  case invalid(key: String, value: String)
  /// A required key is missing.
  case missing(key: String)
  /// A key is unknown.
  case unknown(key: String)
  /// A key of an earlier version has no meaning any more.
  case removed(key: String)
  /// The request compares two dossiers, and only one is given.
  case needsAnotherDossier

  /// The error, in lower case and without a full stop.
  public var description: String {
    switch self {
    case .invalid(let key, let value): "invalid value '\(value)' for '\(key)'"
    case .missing(let key): "'\(key)' is required"
    case .unknown(let key): "unknown key '\(key)'"
    case .removed(let key):
      "'\(key)' is an option of an earlier version that no longer exists; draw the picture anew"
    case .needsAnotherDossier: "the picture compares two dossiers, and only one is given"
    }
  }
}
