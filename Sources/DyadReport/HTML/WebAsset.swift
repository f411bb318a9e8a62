/// The scripts and styles of pages: files in `Assets`, embedded when the package is built.
///
/// An installed tool needs no files beside it, and a page in a folder works without a server.
package enum WebAsset {
  /// The CSS of a site.
  package static let siteStyle = text(PackageResources.site_css)
  /// The script of a site, with its slider.
  package static let siteScript = slider + "\n\n" + text(PackageResources.site_js)
  /// The CSS of the page of a film.
  package static let filmStyle = text(PackageResources.film_css)
  /// The script of the page of a film, with its slider.
  package static let filmScript = slider + "\n\n" + text(PackageResources.film_js)

  /// The CSS of the page of a review.
  package static let reviewStyle = text(PackageResources.review_css)

  private static let slider = text(PackageResources.slider_js)

  /// The text of a file without its last line break.
  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes.dropLast(), as: UTF8.self) }
}
