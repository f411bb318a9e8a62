/// A value parsed from a text, with every diagnostic.
///
///     let graph = try read(text).then { KnowledgeGraph.linking([$0]) }.get()     // throws all findings together
public struct Checked<Value> {
  /// The valid part.
  public var value: Value
  /// Every finding, in the order in which it was found.
  public var diagnostics: [Diagnostic]

  /// A value with its findings.
  public init(_ value: Value, _ diagnostics: [Diagnostic] = []) {
    (self.value, self.diagnostics) = (value, diagnostics)
  }

  /// The findings that are errors.
  public var errors: [Diagnostic] { diagnostics.filter { $0.severity == .error } }

  /// The value, unless there are errors: then all findings, sorted by place.
  public func get() throws(Rejection) -> Value {
    guard errors.isEmpty else { throw Rejection(diagnostics) }
    return value
  }

  /// The next step, with the findings of both.
  public func then<Next>(_ next: (Value) -> Checked<Next>) -> Checked<Next> {
    let result = next(value)
    return Checked<Next>(result.value, diagnostics + result.diagnostics)
  }
}

extension Checked: Sendable where Value: Sendable {}

/// The rejection of a text, with every finding, sorted by place.
///
///     do {
///       let dossier = try DossierReader.read(text: text, file: "ties.yaml").get()
///       print(dossier.entities.count)
///     } catch {
///       error.diagnostics.forEach { print($0) }
///     }
public struct Rejection: Error, Hashable, Sendable, CustomStringConvertible {
  /// Every finding, sorted by place.
  public let diagnostics: [Diagnostic]

  /// A rejection for these findings.
  public init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics.sortedByPlace() }

  /// The findings as compilers write them, one after the other.
  public var description: String { diagnostics.map(\.description).joined(separator: "\n") }
}

extension Sequence<Diagnostic> {
  /// By file, line and column; those without a place first.
  public func sortedByPlace() -> [Diagnostic] {
    sorted { left, right in
      switch (left.place, right.place) {
      case (let one?, let other?) where one != other: one < other
      case (nil, _?): true
      case (_?, nil): false
      default: (left.code.id, left.message) < (right.code.id, right.message)
      }
    }
  }
}
