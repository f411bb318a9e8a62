internal import DyadCore
internal import DyadEventStore
internal import DyadEvents
internal import DyadFormats

/// The stores of events that the tables of counts of a dossier name, each opened once.
final class CountStores {
  /// Why a store cannot be read.
  struct Refusal: Error { let reason: String }

  private let dossier: String
  /// The store in place of those that the tables name.
  let given: EventStore?
  private var opened: [String: Result<EventStore, Refusal>] = [:]

  /// - Parameters:
  ///   - dossier: the file or folder, beside which the stores are.
  ///   - path: a store in place of those that the tables name.
  init(of dossier: String, given path: String?) throws {
    self.dossier = dossier
    given = try path.map { try EventStore(at: $0, for: .reading) }
  }

  /// The store of the table; `nil` where the table names none.
  func store(of table: CountTable) -> Result<EventStore, Refusal>? {
    if let given { return .success(given) }
    guard let path = table.store else { return nil }
    if let known = opened[path] { return known }
    let store = open(path)
    opened[path] = store
    return store
  }

  private func open(_ path: String) -> Result<EventStore, Refusal> {
    guard let place = DossierReader.place(of: path, besides: dossier) else {
      return .failure(Refusal(reason: "'\(path)' is outside the dossier's folder and repository"))
    }
    do throws(EventStoreError) {
      return .success(try EventStore(at: place, for: .reading))
    } catch {
      switch error {
      case .missing: return .failure(Refusal(reason: "'\(path)' does not exist"))
      default: return .failure(Refusal(reason: "\(error)"))
      }
    }
  }
}

extension EventStore {
  /// What is counted again of two parties of a table, in both directions.
  func reduction(
    of one: String, _ other: String, as contents: CountTable.Contents, during days: ClosedRange<Day>? = nil,
    keepsRows: Bool = false
  ) throws -> Reduction {
    var reduction = Reduction(
      by: contents.period, rule: CountingRule(rawValue: contents.rule) ?? .none, keepsRows: keepsRows)
    var query = EventQuery(between: one, and: other)
    (query.dataSet, query.days) = (contents.dataSet, days)
    try forEach(query, sorted: false) { stored in
      reduction.add(stored.event)
      return true
    }
    return reduction
  }
}
