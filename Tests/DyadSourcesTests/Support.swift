import DyadEditing
import DyadSources
import DyadTestSupport
import Foundation

/// What a document says about itself, by key.
func keys(_ record: SourceRecord) -> [String: String] {
  Dictionary(record.entries.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
}

/// The document of a text of that name.
func document(_ text: String, _ name: String) throws -> SourceDocument {
  try DocumentReader().read(Array(text.utf8), named: name)
}

/// A PDF with these lines and these properties.
func pdf(_ lines: [String], info: String = "") -> [UInt8] {
  let shown = lines.map { "(\($0)) Tj T*" }.joined(separator: " ")
  let content = lines.isEmpty ? "" : "BT /F1 12 Tf 72 700 Td 14 TL \(shown) ET"
  let objects = [
    "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
    "<</Length \(content.utf8.count)>>stream\n\(content)\nendstream",
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>", "<<\(info)>>",
  ]
  var text = "%PDF-1.4\n"
  var places: [Int] = []
  for (index, object) in objects.enumerated() {
    places.append(text.utf8.count)
    text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
  }
  let table = text.utf8.count
  let rows = places.map { place in
    String(repeating: "0", count: 10 - String(place).count) + "\(place) 00000 n \n"
  }
  text += "xref\n0 7\n0000000000 65535 f \n\(rows.joined())trailer<</Size 7/Root 1 0 R/Info 6 0 R>>\n"
  return Array((text + "startxref\n\(table)\n%%EOF\n").utf8)
}

let ferryPage = """
  <!DOCTYPE html><html lang="en-GB"><head>
  <meta charset="utf-8"><title>The ferry sails again | Herald</title>
  <meta property="og:title" content="The ferry sails again &amp; again"><meta property="og:site_name" content="The Herald">
  <link rel="canonical" href="https://herald.example/ferry">
  <script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
    {"@type": "Organization", "@id": "#o", "name": "The Daily Herald"},
    {"@type": "NewsArticle", "headline": "The ferry sails again", "datePublished": "2014-05-02T23:30:00+04:00",
     "author": [{"@type": "Person", "name": "Ida Marrow"}, {"name": "Odo &amp; Co"}], "publisher": {"@id": "#o"}}]}</script>
  <style>p { color: red }</style></head>
  <body class="cookies-not-set"><nav><a href="/">Home</a></nav>
  <div id="cookie-banner">We use cookies.</div>
  <main><article class="post no-sidebar"><header><h1>The ferry sails again</h1></header>
  <p>After three years, the ferry between Arvane and Belmar sails again&nbsp;&hellip; said Ida.
  <p>&ldquo;We hope so,&rdquo; she added; 3 < 4.</p><script>alert("x")</script>
  <div class="social share">Share on Chirper</div><aside>Read also: the quay</aside>
  <p>A third paragraph, long enough that the article is most of this page, and then some more words.</p></article>
  <section class="related">Other news of the day</section></main>
  <footer>Imprint</footer></body></html>
  """
