/// All of dyad in one import: dossiers, formats, text, pictures, briefs and sites.
///
///     import DyadKit
///
///     let graph = try DossierReader.read("ties.yaml").then { KnowledgeGraph.linking($0) }.get()
///     let request = PictureRequest(.everyone, .state(Moment(on: Day(2025, 5, 26)!)))
///     let svg = try await request.picture(of: graph).rendering(as: .svg).bytes
///
/// Of Graphviz it exports the types that pictures use. Import `Graphviz` as well to draw graphs of your own, and
/// `DyadData` instead of this module where Graphviz is not installed.
@_exported public import DyadData
@_exported public import DyadDrawing
@_exported public import DyadReport
@_exported public import struct Graphviz.Graph
@_exported public import struct Graphviz.GraphvizError
@_exported public import enum Graphviz.ImageFormat
@_exported public import struct Graphviz.InvalidRequest
