internal import DyadContent
internal import DyadDrawing

/// A picture of a page, in the two widths between which its style sheet chooses.
struct PagePicture {
  let wide: Composition
  /// The version for phones; `nil` where the wide one serves all.
  let narrow: Composition?
  /// Whether both show the same, so that the description of one is that of the other.
  let isSame: Bool

  init(wide: Composition, narrow: Composition? = nil, isSame: Bool = true) {
    (self.wide, self.narrow, self.isSame) = (wide, narrow, isSame)
  }

  /// A picture with a version for phones.
  init(_ wide: Composition) async throws(PictureError) {
    do { self.init(wide: wide, narrow: try await wide.arranged(on: .phone)) } catch { throw .graph(error) }
  }

  /// The SVG of the picture, as parts of a page.
  ///
  /// - Parameter idPrefix: a prefix for every id, since the ids of a page are unique.
  func html(idPrefix: String) async throws(PictureError) -> HTML {
    do {
      let wide = HTML(svg: try await wide.svg(Finish(idPrefix: idPrefix, isPartOfPage: true)))
      guard let narrow else { return wide }
      let finish = Finish(idPrefix: "narrow-\(idPrefix)", versionOf: isSame ? idPrefix : nil, isPartOfPage: true)
      let other = HTML(svg: try await narrow.svg(finish))
      return "<div class=\"wide\">\n\(wide)</div>\n<div class=\"narrow\">\n\(other)</div>\n"
    } catch {
      throw .graph(error)
    }
  }
}

extension HTML {
  /// The SVG of a picture, as a part of a page.
  ///
  /// - Parameter idPrefix: a prefix for every id, since the ids of a page are unique.
  init(_ composition: Composition, idPrefix: String) async throws(PictureError) {
    self = try await PagePicture(wide: composition).html(idPrefix: idPrefix)
  }
}
