/// The part of dyad that needs no Graphviz: dossiers, formats, diffs, and texts such as briefs.
///
///     import DyadData
///
///     let graph = try DossierReader.read("ties.yaml").then { KnowledgeGraph.linking($0) }.get()
///     let snapshot = graph.snapshot(at: Moment(on: Day(2025, 5, 26)!))
///     let text = SnapshotText(snapshot).dyad("pakistan", "afghanistan")
///
/// A program that imports only this module does not link Graphviz. `DyadKit` exports this module, and pictures.
/// Of `DyadSyntax` only the sinks that formats write to are public.
@_exported public import DyadContent
@_exported public import DyadCore
@_exported public import DyadFormats
@_exported public import DyadSyntax
