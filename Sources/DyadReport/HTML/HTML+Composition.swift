internal import DyadContent
internal import DyadDrawing

extension HTML {
  /// The SVG of a picture, as a part of a page.
  ///
  /// - Parameter idPrefix: a prefix for every id, since the ids of a page are unique.
  init(_ composition: Composition, idPrefix: String) async throws(PictureError) {
    do {
      self.init(svg: try await composition.svg(Finish(idPrefix: idPrefix)))
    } catch {
      throw .graph(error)
    }
  }
}
