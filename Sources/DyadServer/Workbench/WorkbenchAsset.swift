/// The page, scripts and style of the workbench: files in `Assets`, embedded when the package is built.
enum WorkbenchAsset {
  /// The modules of the page, by their names.
  private static let scripts: [String: [UInt8]] = [
    "address.js": PackageResources.address_js,
    "announce.js": PackageResources.announce_js,
    "bindings.js": PackageResources.bindings_js,
    "claim.js": PackageResources.claim_js,
    "claims.js": PackageResources.claims_js,
    "combobox.js": PackageResources.combobox_js,
    "cursor.js": PackageResources.cursor_js,
    "dates.js": PackageResources.dates_js,
    "dialogs.js": PackageResources.dialogs_js,
    "dom.js": PackageResources.dom_js,
    "fields.js": PackageResources.fields_js,
    "form.js": PackageResources.form_js,
    "head.js": PackageResources.head_js,
    "keys.js": PackageResources.keys_js,
    "kinds.js": PackageResources.kinds_js,
    "names.js": PackageResources.names_js,
    "parties.js": PackageResources.parties_js,
    "passage.js": PackageResources.passage_js,
    "proposals.js": PackageResources.proposals_js,
    "records.js": PackageResources.records_js,
    "segments.js": PackageResources.segments_js,
    "server.js": PackageResources.server_js,
    "sheet.js": PackageResources.sheet_js,
    "store.js": PackageResources.store_js,
    "tabs.js": PackageResources.tabs_js,
    "text.js": PackageResources.text_js,
    "workbench.js": PackageResources.workbench_js,
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
