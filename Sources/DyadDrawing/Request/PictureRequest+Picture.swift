public import DyadContent
public import DyadCore
public import Graphviz

extension PictureRequest {
  /// Lays out the picture, with as much of its content as fits its paper.
  ///
  /// Throws `RequestError` if the request does not suit the graph, and `Graph.Failure` if Graphviz fails.
  ///
  /// - Parameters:
  ///   - other: the other dossier, if the request compares versions.
  ///   - notes: the numbers of sources, if a text shares them.
  ///   - marking: whether the frames of a film mark changes.
  public func picture(
    of graph: KnowledgeGraph, against other: KnowledgeGraph? = nil, numbering notes: Footnotes? = nil,
    marking: FilmContent.Marking = .marked
  ) async throws -> Picture {
    let arrangement = try await arrangement(of: graph, against: other, numbering: notes, marking: marking)
    var warnings = absentParties(in: graph, against: other).map(PictureWarning.absent)
    if Lexicon.named(language) == nil { warnings.append(.otherLanguage(language)) }
    if case .page(let composition) = arrangement { warnings += try await PictureWarning.all(of: composition) }
    return Picture(request: self, arrangement: arrangement, warnings: warnings, graph: graph)
  }

  private func arrangement(
    of graph: KnowledgeGraph, against other: KnowledgeGraph?, numbering notes: Footnotes?,
    marking: FilmContent.Marking
  ) async throws -> Picture.Arrangement {
    switch kind {
    case .state, .change, .learned, .versions:
      let content = try comparison(of: graph, against: other, numbering: notes)
      return .page(try await Composition.fitting(paper, style: style, keeping: places, content: content))
    case .timeline:
      return .page(
        try await Composition.fitting(paper, style: style, timeline: try timeline(of: graph, numbering: notes)))
    case .film(_, _, let hidesAbsent, let isSheet):
      let source = try film(of: graph, marking: marking)
      if isSheet {
        return .page(try await Film.sheet(of: source, options: options(), style: style, paper: paper))
      }
      return .film(
        try await Film(
          source, options: options(), style: style, paper: paper, hidingAbsent: hidesAbsent, fittingBodies: false))
    }
  }
}
