public import DyadContent
public import DyadCore
internal import Graphviz

extension PictureRequest {
  /// Lays out the picture, with as much of its content as fits its paper.
  ///
  /// - Parameters:
  ///   - other: the other dossier, if the request compares versions.
  ///   - notes: the numbers of sources, if a text shares them.
  ///   - marking: whether the frames of a film mark changes.
  public func picture(
    of graph: KnowledgeGraph, against other: KnowledgeGraph? = nil, numbering notes: Footnotes? = nil,
    marking: FilmContent.Marking = .marked
  ) async throws(PictureError) -> Picture {
    let subject = try subject(of: graph, against: other, numbering: notes, marking: marking)
    return try await picture(of: subject, graph, against: other)
  }

  /// The picture on each of some papers, with as much of its content as fits it.
  package func pictures(of graph: KnowledgeGraph, on papers: [Paper]) async throws(PictureError) -> [Picture] {
    let subject = try subject(of: graph, against: nil, numbering: nil, marking: .marked)
    var pictures: [Picture] = []
    for paper in papers {
      var request = self
      request.paper = paper
      pictures.append(try await request.picture(of: subject, graph, against: nil))
    }
    return pictures
  }

  private func picture(
    of subject: Subject, _ graph: KnowledgeGraph, against other: KnowledgeGraph?
  ) async throws(PictureError) -> Picture {
    var warnings = absentParties(in: graph, against: other).map(PictureWarning.absent)
    if Lexicon.named(language) == nil { warnings.append(.otherLanguage(language)) }
    do {
      let arrangement = try await arrangement(of: subject)
      let picture = Picture(request: self, arrangement: arrangement, warnings: warnings, graph: graph)
      if let composition = picture.composition { warnings += try await PictureWarning.all(of: composition) }
      return Picture(request: self, arrangement: arrangement, warnings: warnings, graph: graph)
    } catch {
      throw PictureError(error, drawing: focus)
    }
  }

  /// What is to be arranged: the request applied to a dossier, before any layout.
  private enum Subject {
    case content((Detail) -> Content)
    case course(Course)
    case sheet(FilmContent.Source, page: Int)
    case film(FilmContent.Source, hidesAbsent: Bool)
  }

  private func subject(
    of graph: KnowledgeGraph, against other: KnowledgeGraph?, numbering notes: Footnotes?,
    marking: FilmContent.Marking
  ) throws(PictureError) -> Subject {
    do {
      switch kind {
      case .state, .change, .learned, .versions:
        return .content(try comparison(of: graph, against: other, numbering: notes))
      case .timeline: return .course(try course(of: graph, numbering: notes))
      case .film(_, _, let hidesAbsent, let sheet):
        let source = try film(of: graph, marking: marking)
        return sheet.map { .sheet(source, page: $0) } ?? .film(source, hidesAbsent: hidesAbsent)
      }
    } catch {
      throw .request(error)
    }
  }

  private func arrangement(of subject: Subject) async throws(Graph.Failure) -> Picture.Arrangement {
    switch subject {
    case .content(let content):
      .page(try await Composition.fitting(paper, style: style, keeping: places, content: content))
    case .course(.pair(let timeline)):
      .page(try await Composition.fitting(paper, style: style, timeline: timeline))
    case .course(.ego(let timeline)):
      .page(try await Composition.fitting(paper, style: style, timeline: timeline))
    case .sheet(let source, let page):
      .sheet(try await FilmSheet(of: source, options: options(), style: style, paper: paper), page: page)
    case .film(let source, let hidesAbsent):
      .film(
        try await Film(
          source, options: options(), style: style, paper: paper, hidingAbsent: hidesAbsent))
    }
  }
}
