import DyadTestSupport
import Foundation

/// A dossier in which every text tries to be more than text, for tests of what is made of it.
enum HostileDossier {
  /// Each would set `window.ran`, ask for `/leak`, or end the element or the word that it stands in.
  static let payloads = [
    #"<script>window.ran=1</script>"#, #"<img src="/leak" onerror="window.ran=1">"#,
    #""><svg onload="window.ran=1">"#, #"' onmouseover='window.ran=1"#, #"javascript:window.ran=1"#,
    #"</title></desc><script>window.ran=1</script>"#, #"]]><script>window.ran=1</script><![CDATA["#,
    #"--><script>window.ran=1</script><!--"#, #"</style><style>@import url(/leak);</style>"#,
    #"<a href="javascript:window.ran=1">x</a>"#, #"\N \G \E \L %s %n {x} $y"#, #"<<b>bold</b>> &lt;i&gt; &#60;u&#62;"#,
    #"</script><script>window.ran=1</script>"#, #"<iframe src="/leak"></iframe>"#,
    #"<meta http-equiv=refresh content="0;/leak">"#,
    #"\"};window.ran=1;//"#, #"`${window.ran=1}`"#, #"<use href="/leak#x"/>"#, #"<base href="/leak/">"#,
    #"<foreignObject><body onload="window.ran=1"/></foreignObject>"#,
  ]

  /// Writes it into the folder: `hostile.yaml` and the text of its source.
  static func write(in folder: URL) throws {
    var next = 0
    /// The next payload, after a word that says where it is, as a string of YAML.
    func text(_ place: String) -> String {
      next += 1
      return quoted("\(place) \(payloads[next % payloads.count])")
    }
    let quotes = payloads.indices.map { "Said \($0): \(payloads[$0]) was told." }
    try Data(quotes.joined(separator: "\n\n").utf8).write(to: folder.appendingPathComponent("bad.txt"))
    func cite(_ index: Int) -> String { "cite: { bad: \(quoted(quotes[index])) }" }

    // Seven parties, so that a site has few pages; each is called by several payloads.
    let parties = (0..<7).map { index in
      let names = stride(from: index, to: payloads.count, by: 7).map { payloads[$0] }
      return
        "  p\(index): { name: \(quoted("P\(index) \(names.joined(separator: " "))")), short: \(quoted("S\(index) \(names[0])")), note: \(text("note")) }"
    }
    let relations = (1..<7).map { index in
      """
        r\(index):
          between: [p0, p\(index)]
          kind: ties
          note: \(text("note"))
          phases:
            - { during: 2014-01/2014-03, reads: \(text("reads")), tone: -4, \(cite(index)) }
            - { during: 2014-03/.., reads: \(text("reads")), tone: 4, note: \(text("note")), \(cite(index)) }
      """
    }
    let events = payloads.indices.dropFirst().map { index in
      "  e\(index): { on: 2014-02-\(10 + index % 18), what: \(text("what")), type: CONSULT, actors: [m], recipients: [p\(1 + index % 6)], note: \(text("note")), \(cite(index)) }"
    }
    let dossier = """
      dossier: \(text("dossier"))
      sources:
        bad:
          title: \(text("title"))
          author: \(text("author"))
          publisher: \(text("publisher"))
          published: 2014-05-02
          url: 'https://example.org/"onmouseover="window.ran=1'
          note: \(text("note"))
          text: bad.txt
      states:
      \(parties.joined(separator: "\n"))
      officials:
        m:
          name: \(text("official"))
          serves: p0
          offices: [{ title: \(text("office")), during: 2014-01/, \(cite(0)) }]
      relations:
      \(relations.joined(separator: "\n"))
      events:
      \(events.joined(separator: "\n"))
      views:
        pair: { between: [p0, p1], on: 2014-03-10, title: \(text("view")), standfirst: \(text("standfirst")), credit: \(text("credit")) }

      """
    try Data(dossier.utf8).write(to: folder.appendingPathComponent("hostile.yaml"))
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
