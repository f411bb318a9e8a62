/// What happens to the warnings of Graphviz, such as an unknown color or port.
///
/// Errors of Graphviz are thrown under every policy.
///
///     let graph = Graph("g", nodes: [Node("a", ["color": "nosuch"])])
///     let svg = try await graph.picture(as: .svg, warnings: .report { print("warning:", $0) })
public enum WarningPolicy: Sendable {
  /// The call throws the warnings as a `GraphvizError`.
  case fail
  /// The call succeeds, and the warnings are discarded.
  case ignore
  /// The call succeeds, and the function receives each warning, before the call returns.
  case report(@Sendable (String) -> Void)
}

extension WarningPolicy {
  /// The value of an outcome, after its warnings are processed.
  func value<Value>(of outcome: Session.Outcome<Value>) throws(Graph.Failure) -> Value {
    switch self {
    case .ignore: break
    case .report(let report): outcome.warnings.forEach(report)
    case .fail:
      if !outcome.warnings.isEmpty {
        throw .graphviz(GraphvizError(stage: outcome.stage, messages: outcome.warnings))
      }
    }
    return outcome.value
  }
}
