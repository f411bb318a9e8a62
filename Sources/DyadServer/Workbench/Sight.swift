internal import DyadCore

/// What the page of a workbench shows: a source, a view, a date, a paper.
package struct Sight: Hashable {
  var source: String?
  var view: String?
  var on: PartialDate?
  /// Whether the sheet is for the width of a phone.
  var isNarrow: Bool

  /// The version of the source's text that the page has already.
  var textVersion: Int?

  /// The sight that a query names.
  package init(_ query: [String: String]) throws(Refusal) {
    source = query["source"].flatMap { $0.isEmpty ? nil : $0 }
    view = query["view"].flatMap { $0.isEmpty ? nil : $0 }
    isNarrow = query["paper"] == "phone"
    textVersion = query["text"].flatMap { Int($0) }
    guard let on = query["on"], !on.isEmpty else { return }
    guard let date = PartialDate(on) else {
      throw Refusal(.badRequest, "Invalid date for 'on'; expected 2025-05-26, 2025-05 or 2025.")
    }
    self.on = date
  }
}
