/// A layout algorithm.
///
/// Only reproducible engines are offered. `fdp` sorts nodes by their address in memory, so its layouts differ within one
/// process.
///
///     let graph = Graph("ties", edges: [Edge("a", "b"), Edge("b", "c")])
///     for engine in Engine.allCases { print(engine, try await graph.layout(with: engine).bounds) }
public enum Engine: String, Sendable, Hashable, CaseIterable, Codable {
  /// Layers, for directed graphs.
  case dot
  /// Stress majorization ("springs").
  case neato
  /// Multiscale force-directed, for large graphs.
  case sfdp
  /// Circles.
  case circo
  /// Concentric circles around a root.
  case twopi
}

/// The format of a picture.
///
///     let graph = Graph("ties", edges: [Edge("a", "b")])
///     let png = try await graph.picture(as: .png, dpi: 144)
public enum ImageFormat: String, Sendable, Hashable, CaseIterable, Codable {
  /// SVG 1.1.
  case svg
  /// PNG.
  case png
  /// PDF with a fixed creation date, so that equal pictures have equal bytes.
  case pdf
  /// DOT with positions, as text.
  case dot
}
