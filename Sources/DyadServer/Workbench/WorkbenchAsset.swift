/// The page, scripts and style of the workbench: files in `Assets`, embedded when the package is built.
enum WorkbenchAsset {
  /// The modules of the page, by their names.
  private static let scripts: [String: [UInt8]] = [
    "workbench.js": PackageResources.workbench_js
  ]

  private static let tokenField = "<meta name=\"dyad-token\" content=\"\">"

  /// The page, with the token that goes with every change.
  static func page(token: String) -> [UInt8] {
    let page = String(decoding: PackageResources.workbench_html, as: UTF8.self)
    return Array(page.replacing(tokenField, with: "<meta name=\"dyad-token\" content=\"\(token)\">").utf8)
  }

  /// A script or the style.
  static func file(named name: String) -> (type: String, bytes: [UInt8])? {
    if name == "workbench.css" { return ("text/css; charset=utf-8", PackageResources.workbench_css) }
    return scripts[name].map { ("text/javascript; charset=utf-8", $0) }
  }
}
