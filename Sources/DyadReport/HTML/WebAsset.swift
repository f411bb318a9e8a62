/// The scripts and styles of pages: files in `Assets`, embedded when the package is built.
///
/// An installed tool needs no files beside it, and a page in a folder works without a server.
package enum WebAsset {
  package static let siteStyle = text(PackageResources.site_css)
  package static let siteScript = slider + "\n\n" + text(PackageResources.site_js)
  package static let filmStyle = text(PackageResources.film_css)
  package static let filmScript = slider + "\n\n" + text(PackageResources.film_js)

  private static let slider = text(PackageResources.slider_js)

  /// The text of a file without its last line end.
  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes.dropLast(), as: UTF8.self) }
}
