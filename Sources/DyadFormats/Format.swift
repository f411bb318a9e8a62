public import DyadCore

/// A way to write a graph down; the table of them is what the tool, the manual and the tests walk.
///
///     Format.all.first { $0.suffixes.contains("yaml") }?.read?("ties.yaml")
public struct Format: Identifiable, Sendable {
  public let id: String
  /// What it is called.
  public let name: String
  public let suffixes: [String]
  /// Reads a file, a folder, or standard input for `-`.
  public let read: (@Sendable (_ path: String) -> Checked<[Dossier]>)?

  public static let all: [Format] = [
    Format(id: "dossier", name: "Dossier (YAML)", suffixes: ["yaml", "yml"], read: { DossierReader.read($0) })
  ]
}
