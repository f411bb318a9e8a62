/// A way to lay out a graph.
///
/// Only engines that give the same layout twice are here. `fdp` orders nodes by where they lie in memory, and so
/// never repeats itself within a process.
///
/// ```swift
/// let layout = try await graph.layout(with: .neato)
/// ```
public enum Engine: String, Sendable, Hashable, CaseIterable, Codable {
  /// Ranks, for graphs with a direction.
  case dot
  /// Springs.
  case neato
  /// Springs, for large graphs.
  case sfdp
  /// Circles.
  case circo
  /// Rings around a root.
  case twopi
}

/// What a picture is written as.
///
/// ```swift
/// let png = try await graph.picture(at: layout, as: .png, dpi: 144)
/// ```
public enum ImageFormat: String, Sendable, Hashable, CaseIterable, Codable {
  case svg
  case png
  /// PDF, with a fixed day of creation, so that the same picture is the same bytes.
  case pdf
  /// DOT with positions, as text.
  case dot
}
