import DyadSyntax
import DyadTestSupport
import Testing

@Suite struct XMLTests {
  /// An element whose text is at its leaves, as the writer of trees keeps it.
  private static func anyElement(_ random: inout Seeded, depth: Int = 0) -> XMLElement {
    let names = ["g", "svg", "xlink:href", "é", "data-x", "a.b"]
    var element = XMLElement(name: names.randomElement(using: &random)!)
    for name in names.shuffled(using: &random).prefix(Int.random(in: 0...3, using: &random)).sorted() {
      element[name] = anyText(&random).replacing("\n", with: "").replacing("\t", with: "")
    }
    if depth < 4, Bool.random(using: &random) {
      element.content = (0..<Int.random(in: 1...3, using: &random)).map { _ in
        .element(anyElement(&random, depth: depth + 1))
      }
    } else {
      let text = anyText(&random)
      if !text.allSatisfy(\.isWhitespace) { element.content = [.text(text)] }
    }
    return element
  }

  @Test(arguments: 0..<200) func aTreeThatIsWrittenIsReadAgain(seed: Int) throws {
    var random = Seeded(seed)
    let document = XMLTests.anyElement(&random).document
    #expect(try XMLElement(parsing: document).document == document)
    let element = try XMLElement(parsing: document)
    #expect(try XMLElement(parsing: element.compactDocument).document == document)
    #expect(element.compactDocument.count <= document.count)
  }

  @Test(arguments: 0..<200) func textAndValuesAreReadAgain(seed: Int) throws {
    var random = Seeded(seed)
    let (value, text) = (anyText(&random), anyText(&random))
    let bytes = ByteSink.collected { XMLWriter($0).element("data", [("key", value)], text: text) }
    let element = try XMLElement(parsing: bytes)
    #expect(element["key"] == value)
    #expect(element.text == text)
  }

  @Test(arguments: 0..<20) func everyPrefixOfADocumentIsAnError(seed: Int) throws {
    var random = Seeded(seed)
    let document = XMLElement(name: "root", content: [.element(XMLTests.anyElement(&random))]).document.dropLast()
    for end in document.indices {
      #expect(throws: SyntaxError.self) { try XMLElement(parsing: Array(document[..<end])) }
    }
  }

  @Test(arguments: 0..<300) func aChangedByteNeverCrashes(seed: Int) {
    var random = Seeded(seed)
    var document = XMLTests.anyElement(&random).document
    document[Int.random(in: document.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
    if let element = try? XMLElement(parsing: document) {
      #expect((try? XMLElement(parsing: element.document))?.document == element.document)
    }
  }

  @Test(arguments: [
    ("<a>&nbsp;</a>", SyntaxError.Kind.malformed, 1, 4), ("<a b='1' b='2'/>", .malformed, 1, 10),
    ("<a>\n <b></a>", .malformed, 2, 5), ("<a/><b/>", .malformed, 1, 5), ("<a b='<'/>", .malformed, 1, 7),
    ("<!DOCTYPE a><a/>", .doctype, 1, 1), ("é<a/>", .malformed, 1, 2), ("<a", .malformed, 1, 3),
  ])
  func anErrorHasItsPlace(text: String, kind: SyntaxError.Kind, line: Int, column: Int) {
    let error = #expect(throws: SyntaxError.self) {
      var parser = try XMLPullParser(Array(text.utf8), document: "d.xml")
      while try parser.next() != nil {}
    }
    #expect(error?.kind == kind)
    #expect(error?.location == TextLocation(document: "d.xml", line: line, column: column))
  }

  @Test func namesAreReportedInTheFormOfTheMode() throws {
    let bytes = Array("<x:a y:b='1'/>".utf8)
    var strict = try XMLPullParser(bytes, document: "")
    #expect(try strict.next() == .start(name: "a", attributes: ["b": "1"]))
    var qualified = try XMLPullParser(bytes, document: "", mode: .qualified)
    #expect(try qualified.next() == .start(name: "x:a", attributes: ["y:b": "1"]))
  }

  /// A parser takes a carriage return as a line feed, also in a CDATA section, and a line end in an attribute as a space.
  @Test func lineEndsAreReadAsTheyWereWritten() throws {
    let read = try XMLElement(parsing: Array("<a b='&#9;&#10;&#13;'>&#13;<![CDATA[1\r2\r\n3\r]]>\r\n</a>".utf8))
    #expect(read["b"] == "\t\n\r")
    #expect(read.text == "\r1\n2\n3\n\n")
    let again = try XMLElement(parsing: read.document)
    #expect(again["b"] == read["b"])
    #expect(again.text == read.text)
  }

  @Test func aDoctypeThatDeclaresNothingIsSkippedInATree() throws {
    let svg =
      "<?xml version='1.0'?>\n<!DOCTYPE svg PUBLIC \"-//W3C//DTD > SVG 1.1//EN\"\n 'http://x/[svg].dtd'>\n<svg>a</svg>"
    #expect(try XMLElement(parsing: Array(svg.utf8)).text == "a")
  }

  @Test(arguments: [
    "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg>&a;</svg>", "<svg><!DOCTYPE svg></svg>", "<svg/><!DOCTYPE svg>",
    "<!DOCTYPE svg [ ]><svg/>",
    "<!DOCTYPE svg", "<!ELEMENT svg ANY><svg/>", "<svg>\u{1}</svg>", "<svg a='&#0;'/>", "<svg>&#xFFFE;</svg>",
  ])
  func declarationsAndCharactersThatXMLForbidsAreErrorsInATree(text: String) {
    #expect(throws: SyntaxError.self) { try XMLElement(parsing: Array(text.utf8)) }
  }

  @Test func nestingAndAttributesAreLimited() {
    func nested(_ depth: Int) -> [UInt8] {
      Array((String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)).utf8)
    }
    #expect(throws: Never.self) { try XMLElement(parsing: nested(256)) }
    let error = #expect(throws: SyntaxError.self) { try XMLElement(parsing: nested(257)) }
    #expect(error?.kind == .nesting)
    let attributes = (0...1000).map { " a\($0)='x'" }.joined()
    #expect(throws: SyntaxError.self) { try XMLElement(parsing: Array("<a\(attributes)/>".utf8)) }
  }

  @Test func eachStyleEscapesItsCharacters() {
    let text = "&<>\"'\t\n\rx"
    #expect(XMLText.escaped(text) == "&amp;&lt;&gt;&quot;'\t\n\rx")
    #expect(XMLText.escaped(text, .html) == "&amp;&lt;&gt;&quot;&#39;\t\n\rx")
    #expect(XMLText.escaped(text, .preservingSpace) == "&amp;&lt;&gt;&quot;'&#9;&#10;&#13;x")
  }
}
