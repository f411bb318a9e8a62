import DyadSources
import DyadTestSupport
import Foundation
import Testing

@Suite(.checked(by: .pandoc)) struct DocumentTests {
  @Test func aPageSaysWhatItIs() throws {
    let found = keys(try document(ferryPage, "ferry.html").record)
    #expect(
      found == [
        "title": "The ferry sails again", "kind": "press", "publisher": "The Daily Herald",
        "author": "Ida Marrow, Odo & Co", "published": "2014-05-02", "url": "https://herald.example/ferry",
        "language": "en-GB",
      ])
  }

  @Test func onlyTheArticleOfAPageIsItsText() throws {
    let text = try document(ferryPage, "ferry.html").text
    for part in ["sails again", "… said Ida", "“We hope so,”", "3 < 4", "A third paragraph"] {
      #expect(text.contains(part), "\(part)")
    }
    for part in ["alert", "Home", "cookies", "Chirper", "Read also", "Other news", "Imprint", "color"] {
      #expect(!text.contains(part), "\(part)")
    }
  }

  @Test func aPageWithoutAnArticleIsItsBody() throws {
    let page = "<title>Note</title><nav>Home</nav><p>The <b>ferry</b> sails.<p>It is blue."
    let found = try document(page, "note.htm")
    #expect(found.text == "The ferry sails.\n\nIt is blue.\n")
    #expect(keys(found.record) == ["title": "Note"])
  }

  @Test func aListOfArticlesIsReadWhole() throws {
    let cards = (1...9).map { "<article><p>Card \($0) with some words of its own</p></article>" }.joined()
    let text = try document("<body><main>\(cards)</main></body>", "cards.html").text
    #expect((1...9).allSatisfy { text.contains("Card \($0)") })
  }

  @Test func brokenMarkupIsReadAsFarAsItGoes() throws {
    let deep = String(repeating: "<div>", count: 20_000)
    for page in [
      "<p>ferry <", "<p>ferry <!-- ", "<p>ferry</p><script>", "<p a='ferry>ferry", "\(deep)ferry", "</p></p>ferry<=",
    ] {
      let text = (try? document("<html>\(page)", "broken.html").text) ?? ""
      #expect(text.contains("ferry") || page.contains("a='"), "\(page.prefix(30))")
    }
  }

  @Test func markdownSaysWhatItsFrontMatterSays() throws {
    let text = """
      ---
      title: "The *ferry*"
      author: [Ida Marrow, {name: Odo}]
      date: 2 May 2014
      lang: en
      ---

      # Another heading

      The ferry *sails*.
      <script>alert("x")</script>
      """
    let found = try document(text, "ferry.md")
    #expect(
      keys(found.record) == [
        "title": "The *ferry*", "author": "Ida Marrow, Odo", "published": "2014-05-02", "language": "en",
      ])
    #expect(found.text.contains("The ferry sails."))
    #expect(!found.text.contains("alert"))
    #expect(!found.text.contains("lang"))
  }

  @Test func plainTextIsItself() throws {
    let found = try document("The ferry sails again\n\nOn Monday.\n", "ferry.txt")
    #expect(found.text == "The ferry sails again\n\nOn Monday.\n")
    #expect(found.isPlain)
    #expect(keys(found.record) == ["title": "The ferry sails again"])
    let windows = try document("One\r\nTwo\u{7}\r\n", "ferry.txt")
    #expect(windows.text == "One\nTwo\n")
    #expect(!windows.isPlain)
  }

  @Test(.checked(by: .poppler)) func aPDFSaysWhatItsInfoSays() throws {
    let bytes = pdf(
      ["The inter-", "national ferry sails."],
      info: "/Title(The ferry)/Author(Ida Marrow)/CreationDate(D:20140502093000Z)")
    let found = try DocumentReader().read(bytes, named: "a b'\"c.pdf")
    #expect(found.text.contains("The international ferry sails."))
    #expect(keys(found.record) == ["title": "The ferry", "author": "Ida Marrow", "published": "2014-05-02"])
  }

  @Test(.checked(by: .poppler)) func aPDFWithNothingButPicturesIsRefused() {
    #expect { try DocumentReader().read(pdf([]), named: "scan.pdf") } throws: { "\($0)".contains("ocrmypdf") }
  }

  @Test func officeDocumentsAndBooksSayWhatTheirPropertiesSay() throws {
    let text =
      "---\ntitle: The ferry\nauthor: Ida Marrow\ndate: 2014-05-02\nlang: en-GB\npublisher: Harbour Press\n---\n\nThe ferry *sails*.\n"
    for (format, expected) in [
      ("docx", ["title": "The ferry", "author": "Ida Marrow"]),
      ("odt", ["title": "The ferry", "author": "Ida Marrow"]),
      (
        "epub",
        [
          "title": "The ferry", "author": "Ida Marrow", "published": "2014-05-02", "publisher": "Harbour Press",
          "kind": "book",
        ]
      ),
    ] {
      try inTemporaryFolder { folder in
        let file = folder.appendingPathComponent("ferry.\(format)")
        let outcome = try Command.run(
          "pandoc", ["-f", "markdown", "-o", file.path], in: folder, input: Data(text.utf8))
        #expect(outcome.status == 0, "\(outcome.messages)")
        let found = try DocumentReader().read(Array(Data(contentsOf: file)), named: file.path)
        #expect(found.format.rawValue == format)
        #expect(found.text.contains("The ferry sails."), "\(format)")
        let keys = keys(found.record)
        for (key, value) in expected { #expect(keys[key] == value, "\(format), \(key)") }
      }
    }
  }

  @Test(arguments: [
    ("", "it is empty"), ("   \n", "it has no text"), ("a\0b", "it contains a NUL"),
  ])
  func whatIsNoTextIsRefused(text: String, reason: String) {
    #expect { try document(text, "bad.txt") } throws: { "\($0)".contains(reason) }
  }

  @Test func aTextThatIsTooLongIsRefused() {
    let text = String(repeating: "The ferry sails again. ", count: 900_000)
    #expect { try document(text, "long.txt") } throws: { "\($0)".contains("at most 16 MB") }
  }

  @Test func anUnknownFormatIsNamed() {
    #expect { try document("x", "ferry.xyz") } throws: { "\($0)".contains("known: .txt") }
    let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1]
    #expect { try DocumentReader().read(old, named: "ferry.doc") } throws: { "\($0)".contains("save it as DOCX") }
  }
}
