/// One of those whom an event concerns: as what, and why.
///
///     graph.concerns.of(event).map(\.party)     // ["azerbaijan", "artsakh", "armenia"]
public struct Concern: Hashable, Sendable {
  /// The part that it has in the event.
  public enum Role: String, CaseIterable, Sendable {
    /// It acts.
    case actor
    /// Something is done to it.
    case recipient
    /// It is affected without taking part.
    case affected
  }

  /// Why the event concerns it.
  public enum Reason: Hashable, Sendable {
    /// The event names it.
    case named
    /// A named party belongs to it.
    case owner(of: Entity.ID)
    /// It governs a named party.
    case ruler(of: Entity.ID)
    /// It supports or represents a named party.
    case supporter(of: Entity.ID)
  }

  /// Whom it concerns.
  public var party: Entity.ID
  /// As what.
  public var role: Role
  /// Why.
  public var reason: Reason
  /// The tone between the actors and the party.
  public var effect: Tone
}

/// Whom each event of a graph concerns: the only rule for which pairs an event joins, and with which tone.
///
/// An event concerns those whom it names: actors, recipients, and those whom it affects. It also concerns a party to
/// which an actor or a recipient belongs at that time (home, or a relation such as `part-of` or `governs`), and a party
/// that governs, supports or represents a recipient at that time. What is done to a recipient is done to those too, in
/// the tone of the event; for those whom the event affects, its `effect` is the tone, if it has one.
///
///     let concerns = graph.concerns
///     concerns.of(event).filter { $0.role == .affected }
public struct Concerns: Sendable {
  private let graph: KnowledgeGraph
  private let known: KnownConcerns

  /// The rule for a graph.
  ///
  /// - Parameter known: the day by which a relation must be known, if one is given.
  public init(_ graph: KnowledgeGraph, known: Day? = nil) {
    (self.graph, self.known) = (graph, graph.found(known: known) { KnownConcerns(by: known) })
  }

  /// Those whom the event concerns, each once in a role: actors, recipients and affected parties, each before those to
  /// which it belongs, then the rulers and supporters of recipients.
  public func of(_ event: Event) -> [Concern] { known.concerns(of: event, in: graph) }

  /// The parties to which it belonged when the event happened, the nearest first.
  public func owners(of party: Entity.ID, in event: Event) -> [Entity.ID] {
    known.owners(of: party, on: Concerns.time(of: event), in: graph)
  }

  /// The middle of the days on which it may have happened, where both ends are known: the day of a relation that was
  /// its at the time.
  static func time(of event: Event) -> ClosedRange<Day> {
    let span = event.within.span
    guard span.lowerBound != .distantPast, span.upperBound != .distantFuture else { return span }
    let middle = span.lowerBound.advanced(by: (Int(span.upperBound.number) - Int(span.lowerBound.number)) / 2)
    return middle...middle
  }
}

extension KnowledgeGraph {
  /// Whom each of its events concerns.
  public var concerns: Concerns { Concerns(self) }
}
