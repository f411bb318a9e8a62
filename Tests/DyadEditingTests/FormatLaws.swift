import DyadCore
import DyadEditing
import DyadFormats
import DyadTestSupport
import Testing

/// The canonical layout changes white space only, and once.
@Suite struct FormatLaws {
  private func formatted(_ text: String) throws -> String {
    try DossierEditor(text: text).edited { _ = try $0.format() }.text
  }

  private func ink(_ text: String) -> [UInt8] { text.utf8.filter { ![0x20, 0x09, 0x0A, 0x0D].contains($0) } }

  @Test(arguments: 0..<12, Layout.allCases)
  func aFormattedTextIsTheSameGraphAndStaysAsItIs(seed: Int, layout: Layout) throws {
    let text = layout.applied(to: anyText(seed: seed))
    let once = try formatted(text)
    #expect(try formatted(once) == once)
    #expect(ink(once) == ink(text))
    #expect(try graph(DossierEditor(text: once)) == graph(DossierEditor(text: text)))
  }

  @Test(arguments: FormLaws.forms) func everyFormIsFormattedOnce(form: String) throws {
    guard let once = try? formatted(form) else { return }
    #expect(try formatted(once) == once)
    #expect(ink(once) == ink(form))
  }

  /// A value that is not there has the place of the bracket, which is not the end of its key.
  @Test(arguments: [
    ("a: {b: 1, c}\n", "a: { b: 1, c }\n"), ("a: { c   }\n", "a: { c }\n"), ("a: {c: }\n", "a: { c: }\n"),
    ("a: { name:. A,\nnote:/ \"x\" }\n", "a: { name:. A,\nnote:/ \"x\" }\n"),
  ])
  func aKeyWithoutAValueIsFormattedOnce(text: String, layout: String) throws {
    #expect(try formatted(text) == layout)
    #expect(try formatted(layout) == layout)
  }

  /// Line breaks of YAML, of which fmt makes line feeds.
  @Test(arguments: ["\r", "\r\n", "\n"]) func everyLineBreakIsFormattedOnce(lineBreak: String) throws {
    let text = ["states:", "  a: { name: A }", "title: B", ""].joined(separator: lineBreak)
    #expect(try formatted(text) == "states:\n  a: { name: A }\n\ntitle: B\n")
    #expect(try formatted("dossier:   A\rtitle: B\r") == "dossier: A\n\ntitle: B\n")
  }

  /// A key behind a tag or an anchor is not where its mapping begins.
  @Test(arguments: ["!", "!!str", "&key"]) func aKeyBehindAMarkIsNotFormatted(mark: String) {
    let text = "states:\n    \(mark) a: { name: A,\n           note: x }\n"
    #expect(throws: EditError.self) { try formatted(text) }
  }

  @Test(arguments: exampleFiles) func theExamplesAreFormattedOnce(file: String) throws {
    var editor = try DossierEditor(reading: file)
    let before = editor.text
    _ = try editor.format()
    let once = editor.text
    #expect(try formatted(once) == once && ink(once) == ink(before))
  }

  @Test func theLayoutIsThatOfTheManual() throws {
    let text = """
      # Head

      dossier:   Ferry
      states:
          # first
          a:   {name: A ,short : B}   # a
          b:
              name: >
                  Two
                  lines
              names:
              -   text:  C
                  language: en
              -   {  text: D  }


          # last
      # events
      events: {}

      """
    #expect(
      try formatted(text) == """
        # Head

        dossier: Ferry

        states:
          # first
          a: { name: A, short: B }   # a
          b:
            name: >
                Two
                lines
            names:
              - text: C
                language: en
              - { text: D }

          # last
        # events
        events: {}

        """)
  }
}
