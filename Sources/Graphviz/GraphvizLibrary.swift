import GraphvizShim

/// The installed Graphviz.
///
///     print(GraphvizLibrary.version)
public enum GraphvizLibrary {
  /// The version of Graphviz, as it names itself: "2.43.0" for the 2.42.2 of Debian 12.
  ///
  /// The library that is loaded has the same version as the headers, or every call fails.
  public static var version: String { Session.headerVersion }

  /// From now on, turns text that Graphviz and its libraries print to standard error into warnings.
  ///
  /// By default such text, for example "Fontconfig warning" or "triangulation failed", appears on the standard error of
  /// the process. Output of other threads is never captured: layouts and renderings run on a thread with a descriptor
  /// table of its own, which Linux offers since version 5.9. If Graphviz itself ends the process, its last message is
  /// lost.
  ///
  ///     let isCaptured = await GraphvizLibrary.captureStandardError()
  ///
  /// - Returns: false if the system does not support it; such text then appears on standard error as before.
  @discardableResult
  public static func captureStandardError() async -> Bool { await Session.captureStandardError() }
}
