/// A named picture of a dossier: whom it shows, at which date, and what it omits.
///
///     View("ties", .between("france", "britain"), days: Day(1904, 5, 1)!...Day(1904, 5, 1)!)
public struct View: Hashable, Sendable, Identifiable {
  /// The id of a view.
  public typealias ID = Identifier<View>

  /// The entities that a picture is about.
  public enum Focus: Hashable, Sendable {
    case everyone
    case between(Entity.ID, Entity.ID)
    case around(Entity.ID, hops: Int)

    /// The entities that it names.
    public var parties: [Entity.ID] {
      switch self {
      case .everyone: []
      case .between(let one, let other): [one, other]
      case .around(let ego, _): [ego]
      }
    }
  }

  /// How a view arranges its parties.
  public enum Form: String, CaseIterable, Hashable, Sendable {
    /// As figures joined by lines.
    case sheet
    /// As the rows and columns of a table.
    case matrix
  }

  /// Which parties a network or a matrix groups as a bloc.
  public enum Blocs: String, CaseIterable, Hashable, Sendable {
    /// The members of the same organization, by relations of the kind `member`.
    case stated
    /// Parties with closer ties among each other than with the rest, as an algorithm finds them.
    case found
    /// None.
    case none
  }

  /// The id in the dossier.
  public let id: ID
  /// The entities that it is about.
  public var focus: Focus
  /// The days that it shows; `nil` for the last date in the dossier.
  public var days: ClosedRange<Day>?
  /// Whether `days` is a window, whose events alone count, rather than a date.
  public var isWindow: Bool
  /// The day as of which claims are known; `nil` for everything that is known by now.
  public var known: Day?
  /// The title, in place of the names.
  public var title: String?
  /// A sentence or two below the title.
  public var standfirst: String?
  /// Who made the picture, or whose it is.
  public var credit: String?
  /// How much it shows; `nil` for the standard.
  public var detail: DetailLevel?
  /// The name of the theme; `nil` for the light one.
  public var theme: String?
  /// The filter.
  public var filter: Filter
  /// How it arranges its parties.
  public var form: Form
  /// Which parties it groups as blocs.
  public var blocs: Blocs

  /// A view with all its properties.
  public init(
    _ id: ID, _ focus: Focus, days: ClosedRange<Day>? = nil, isWindow: Bool = false, known: Day? = nil,
    title: String? = nil, standfirst: String? = nil, credit: String? = nil, detail: DetailLevel? = nil,
    theme: String? = nil, filter: Filter = .none, form: Form = .sheet, blocs: Blocs = .stated
  ) {
    (self.id, self.focus, self.days, self.isWindow) = (id, focus, days, isWindow)
    (self.known, self.title, self.theme, self.filter) = (known, title, theme, filter)
    (self.standfirst, self.credit, self.detail) = (standfirst, credit, detail)
    (self.form, self.blocs) = (form, blocs)
  }

  /// A view without a name in a dossier.
  public init(
    _ focus: Focus, title: String? = nil, standfirst: String? = nil, credit: String? = nil,
    detail: DetailLevel? = nil, filter: Filter = .none, form: Form = .sheet, blocs: Blocs = .stated
  ) {
    self.init(
      "asked", focus, title: title, standfirst: standfirst, credit: credit, detail: detail, filter: filter,
      form: form, blocs: blocs)
  }
}
