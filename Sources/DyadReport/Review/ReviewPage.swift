public import DyadContent
internal import DyadCore

/// A review as a page: each claim on the left, its quotes with the sentences around them on the right.
///
///     let page = ReviewPage(ReviewSheet(of: graph)).html
///
/// The page is one file without scripts. The boxes can be ticked on paper and on the screen; only
/// `dyad check --review --accept` stores a review.
public struct ReviewPage: Sendable {
  private let sheet: ReviewSheet

  /// The page of a review.
  public init(_ sheet: ReviewSheet) { self.sheet = sheet }

  /// The page as HTML.
  public var html: String {
    let parts = sheet.parts.enumerated().map { index, part in ReviewPage.section(part, number: index + 1) }
    let omission = sheet.isOpenOnly ? " Only claims that are not reviewed are listed." : ""
    let main: HTML = """
      <h1>Review: \(sheet.title)</h1>
      <p>\(sheet.counts).\(omission)</p>
      <p>\(ReviewSheet.instruction)</p>
      \(parts)
      """
    return HTML.document(title: "Review: \(sheet.title)", style: HTML(markup: WebAsset.reviewStyle), main: main).text
  }

  private static func section(_ part: ReviewSheet.Part, number: Int) -> HTML {
    let imprint = part.source.map { source in
      "<p class=\"imprint\">\(ReviewSheet.imprint(of: source) { $0 })</p>\n" as HTML
    }
    let articles = part.items.enumerated().map { index, item in
      article(item, number: index + 1, id: "claim-\(number)-\(index + 1)", part.source)
    }
    return """
      <section aria-labelledby="source-\(number)">
      <h2 id="source-\(number)">\(part.source?.title ?? "Claims without a source")</h2>
      \(imprint)\(articles)
      </section>
      """
  }

  private static func article(_ item: ReviewItem, number: Int, id: String, _ source: Source?) -> HTML {
    let facts = item.facts.map { "<dt>\($0.name)</dt><dd>\($0.words)</dd>" as HTML }
    let language = source?.language.map { " lang=\"\($0)\"" as HTML }
    let quotes = item.quotes.map { html($0, language) }
    let elsewhere = item.elsewhere.map { "<p class=\"details\">Also cited: \($0)</p>" as HTML }
    let beyond: HTML =
      item.beyond.isEmpty
      ? "" : "<p><strong>Beyond the quote:</strong></p>\n<ul>\n\(item.beyond.map { "<li>\($0)</li>" as HTML })\n</ul>"
    return """
      <article aria-labelledby="\(id)">
      <h3 id="\(id)">\(number). \(item.sentence)</h3>
      <div>
      <p>\(state(of: item)) <code>\(item.id)</code></p>
      <dl>\(facts)</dl>
      \(beyond)
      </div>
      <div>
      \(quotes + elsewhere)
      </div>
      </article>
      """
  }

  /// A box to tick, or who reviewed the claim.
  private static func state(of item: ReviewItem) -> HTML {
    switch item.state {
    case .open: "<label class=\"state\"><input type=\"checkbox\">not reviewed</label>"
    case .changed: "<label class=\"state changed\"><input type=\"checkbox\">\(item.state.words)</label>"
    case .reviewed: "<span class=\"state\">✓ \(item.state.words)</span>"
    }
  }

  private static func html(_ quote: ReviewItem.Quote, _ language: HTML?) -> HTML {
    let passages = quote.passages.map { passage -> HTML in
      let words = passage.pieces.map { $0.isQuoted ? "<mark>\($0.text)</mark>" : "\($0.text)" as HTML }
      return "<blockquote\(language)><p>\(words.joined())</p></blockquote>"
    }
    let details: HTML =
      quote.details.isEmpty ? "" : "\n<p class=\"details\">\(quote.details.joined(separator: "; "))</p>"
    let problem = quote.problem.map { "\n<p class=\"problem\">\($0)</p>" as HTML }
    return "\(passages)\(details)\(problem)"
  }
}
