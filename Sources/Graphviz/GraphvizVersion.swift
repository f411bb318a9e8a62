import GraphvizShim

/// What depends on the version of Graphviz and is not hidden by the shim.
package enum GraphvizVersion {
  /// Why a version cannot be used; `nil` if it can.
  package static func refusal(of version: String) -> String? {
    guard [8, 9].contains(major(of: version)) else { return nil }
    return "version \(version) ends the process on labels that it cannot parse; install Graphviz 2.42, or 10 to 16"
  }

  /// Whether the outline of an arrowhead ends where the edge does, as from version 9 on.
  static let paintsArrowsUpToTheirEnd = (major(of: Session.headerVersion) ?? 2) >= 9

  private static func major(of version: String) -> Int? { Int(version.prefix { $0 != "." }) }
}
