/// A picture that a dossier names: whom it shows, as of when, and what it leaves out.
///
///     View("ties", .between("france", "britain"), moment: Moment(on: Day(1904, 5, 1)!))
public struct View: Hashable, Sendable, Identifiable {
  public typealias ID = Identifier<View>

  /// Whom a picture is about.
  public enum Focus: Hashable, Sendable {
    case everyone
    case between(Entity.ID, Entity.ID)
    case around(Entity.ID, hops: Int)

    /// Those who are named.
    public var parties: [Entity.ID] {
      switch self {
      case .everyone: []
      case .between(let one, let other): [one, other]
      case .around(let ego, _): [ego]
      }
    }
  }

  public let id: ID
  public var focus: Focus
  public var days: ClosedRange<Day>?
  /// Whether `days` is a window, whose events alone count, rather than a date.
  public var isWindow: Bool
  public var known: Day?
  public var title: String?
  public var theme: String?
  public var filter: Filter

  public init(
    _ id: ID, _ focus: Focus, days: ClosedRange<Day>? = nil, isWindow: Bool = false, known: Day? = nil,
    title: String? = nil, theme: String? = nil, filter: Filter = .none
  ) {
    (self.id, self.focus, self.days, self.isWindow) = (id, focus, days, isWindow)
    (self.known, self.title, self.theme, self.filter) = (known, title, theme, filter)
  }

  /// A view that no dossier names.
  public init(_ focus: Focus, title: String? = nil, filter: Filter = .none) {
    self.init("asked", focus, title: title, filter: filter)
  }
}
