/// How much a claim or a party matters to a view, as a sum of stated parts.
///
/// Salience decides what a view shows and what it trims first; it never decides the order in which rows are printed.
/// What the author marks as a key event comes first, then what a diff changes, then the highest score.
///
///     let ranking = SalienceRanking(diff, of: view, shownIn: content)
///     ranking.entries[0].salience.parts[.magnitude]     // 10
public struct Salience: Hashable, Comparable, Sendable {
  /// What a score is made of.
  public enum Part: String, CaseIterable, Sendable {
    /// The author marks the event with `key: true`.
    case key
    /// The claim differs between the two sides of a diff.
    case change
    /// The distance of the tone from neutral.
    case magnitude
    /// The number of people that the event counts.
    case people
    /// The closeness of the event to the beginning or end of a phase between those whom it concerns.
    case turn
    /// Whether the event joins the parties that the view is about.
    case bond
    /// The number of sources.
    case sources
    /// How recent it is.
    case recency
  }

  /// The value of each part, in the order of the cases.
  private var values = SIMD8<Double>.zero

  /// The value of each part other than 0.
  public var parts: [Part: Double] {
    Dictionary(uniqueKeysWithValues: Part.allCases.map { ($0, values[$0.place]) }.filter { $0.1 != 0 })
  }

  /// The sum of the parts.
  public var score: Double { values.indices.reduce(0) { $0 + values[$1] } }

  init(_ parts: KeyValuePairs<Part, Double> = [:]) {
    for (part, value) in parts { values[part.place] = value }
  }

  /// That of so many events that a data set counts.
  init(counted number: Int) {
    self.init([.people: decimalLogarithm(Double(1 + number)) * Weights.people])
  }

  /// By key, then change, then score; the least comes first.
  public static func < (left: Salience, right: Salience) -> Bool {
    (left.has(.key), left.has(.change), left.score) < (right.has(.key), right.has(.change), right.score)
  }

  /// Whether one of two things comes first in a ranking: the more salient one, or else that with the lesser key.
  static func ranks<Key: Comparable>(_ one: (Salience, Key), before other: (Salience, Key)) -> Bool {
    if one.0 < other.0 || other.0 < one.0 { return other.0 < one.0 }
    return one.1 < other.1
  }

  /// Whether the author or a diff marks it.
  var isMarked: Bool { has(.key) + has(.change) > 0 }

  private func has(_ part: Part) -> Int { values[part.place] > 0 ? 1 : 0 }

  /// The salience of a whole: that of its parts, added.
  static func + (left: Salience, right: Salience) -> Salience {
    var whole = left
    whole.values += right.values
    return whole
  }
}

extension Salience.Part {
  fileprivate var place: Int {
    switch self {
    case .key: 0
    case .change: 1
    case .magnitude: 2
    case .people: 3
    case .turn: 4
    case .bond: 5
    case .sources: 6
    case .recency: 7
    }
  }
}

extension Salience {
  /// The weights of salience: the most that each part adds to the score of one event.
  ///
  ///     Salience.Weights.magnitude     // 10: an event with tone -10 or +10
  public enum Weights {
    /// A key event: more than all other parts together.
    public static let key = 100.0
    /// A claim that a diff adds, removes or changes: more than the parts below together.
    public static let change = 40.0
    /// A tone of −10 or +10; half of it for −5 or +5.
    public static let magnitude = 10.0
    /// 10,000 people or more; a quarter of it for each power of ten.
    public static let people = 5.0
    /// The day on which a phase begins or ends; nothing from `turnDays` days away.
    public static let turn = 5.0
    /// The number of days before and after the change of a phase that count as close to it.
    public static let turnDays = 60.0
    /// An event between the two parties of a view; 2 for one between a party of the view and a shown third party.
    public static let bond = 5.0
    /// Three sources or more; a third of it for each.
    public static let sources = 3.0
    /// The date of the view; half of it a year earlier, a quarter two years earlier.
    public static let recency = 6.0
    /// How many events a phase weighs: a state of affairs lasts, an event does not.
    public static let phase = 2.0
  }
}
