internal import GraphvizShim

/// A stretch of work on one graph, with Graphviz's messages collected: they print nothing, and an error among them fails it.
@GraphvizActor
enum Session {
  private static let versionFault: String? = fault(
    header: String(cString: gvs_header_version()), library: String(cString: gvs_library_version()),
    hasPlugins: gvs_has_plugins())

  /// Why this library must not be used; `nil` when it may.
  nonisolated static func fault(header: String, library: String, hasPlugins: Bool) -> String? {
    if header != library {
      return
        "built with the headers of Graphviz \(header), but Graphviz \(library) is loaded: their structures differ. "
        + "Build again with the installed version."
    }
    if !hasPlugins {
      return "no layout engine is installed. On Debian: apt install graphviz libgraphviz-dev "
        + "(on newer releases also libgvplugin-neato-layout8 libgvplugin-pango8)."
    }
    return nil
  }

  /// The result of the work, or what Graphviz had to say against it.
  static func at<Result>(
    _ stage: GraphvizError.Stage, _ work: () throws(GraphvizError) -> Result?
  ) throws(GraphvizError) -> Result {
    if let fault = versionFault { throw GraphvizError(.starting, fault) }
    gvs_begin()
    defer { gvs_end() }
    let result = try work()
    guard gvs_level() < 1, let result else {
      let said = String(cString: gvs_messages()).split(whereSeparator: \.isNewline).joined(separator: "; ")
      throw GraphvizError(stage, said.isEmpty ? "it failed without saying why" : said)
    }
    return result
  }
}
