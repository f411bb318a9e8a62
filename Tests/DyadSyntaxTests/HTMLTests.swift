import DyadSyntax
import DyadTestSupport
import Testing

@Suite struct HTMLTests {
  private func tokens(_ text: String) -> [HTMLScanner.Token] {
    var scanner = HTMLScanner(Array(text.utf8))
    var all: [HTMLScanner.Token] = []
    while let token = scanner.next() { all.append(token) }
    return all
  }

  @Test func tagsAttributesAndTextAreRead() {
    #expect(
      tokens("<!DOCTYPE html><P Class='a b' id=x data-y>T &amp; U<!-- <b> --></P>") == [
        .start(name: "p", attributes: ["class": "a b", "id": "x", "data-y": ""]), .text("T &amp; U"), .end(name: "p"),
      ])
  }

  @Test func scriptsAreOneText() {
    #expect(
      tokens("<script>if (a < b) { '<p>' }</SCRIPT>x") == [
        .start(name: "script", attributes: [:]), .text("if (a < b) { '<p>' }"), .end(name: "script"), .text("x"),
      ])
  }

  @Test func elementsCloseAsBrowsersCloseThem() {
    let page = HTMLDocument(Array("<ul><li>one<li>two<p>three<p>four</ul><p>five".utf8))
    #expect(page.elements(named: "li").map(page.text) == ["one", "two three four"])
    #expect(page.elements(named: "p").map(page.text) == ["three", "four", "five"])
  }

  @Test func charactersAreDecoded() {
    #expect(HTMLText.decoded("&lt;&eacute;&#8217;&#x41;&#147;&unknown;&&hellip;&amp;lt;") == "<é’A“&unknown;&…&lt;")
    #expect(HTMLText.decoded("&#xD800;&#0;") == "&#xD800;\u{FFFD}" || HTMLText.decoded("&#0;") == "\u{FFFD}")
  }

  /// Any bytes are read to their end, in linear time and without a crash.
  @Test(arguments: 0..<60) func anyBytesAreAPage(seed: Int) {
    var random = Seeded(seed)
    let parts = [
      "<", ">", "</", "p", " a=", "\"", "'", "<!--", "-->", "<script>", "&", ";", "#", "é", "\0", "<td>", "</ul>", "=",
    ]
    let text = (0..<400).map { _ in parts.randomElement(using: &random)! }.joined()
    let page = HTMLDocument(Array(text.utf8))
    _ = page.elements.map(page.text)
    #expect(page.elements.count >= 1)
  }

  @Test func aMillionOpenElementsAreRead() {
    let page = HTMLDocument(Array(String(repeating: "<b>", count: 300_000).utf8) + Array("x".utf8))
    #expect(page.elements.count == 300_001)
    #expect(page.text(of: page.elements[0]) == "x")
  }
}
