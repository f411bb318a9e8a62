import DyadEditing
import Testing

@Suite struct CursorTests {
  /// The path, the role and the word at the mark `|`, as one text.
  private func at(_ text: String) -> String {
    let parts = text.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
    guard let cursor = YAMLCursor(in: Array(parts.joined().utf8), at: parts[0].utf8.count) else { return "nothing" }
    let path = cursor.path.map { step in
      switch step {
      case .key(let key): key
      case .item: "-"
      }
    }
    let word = String(decoding: Array(parts.joined().utf8)[cursor.word], as: UTF8.self)
    return "\(path.joined(separator: "/")) \(cursor.role) '\(word)'"
  }

  @Test(arguments: [
    ("|", " key ''"), ("ev|", " key 'ev'"), ("events:\n  |", "events start ''"),
    ("events:\n  q|uay:\n    on: 1", "events key 'quay'"),
    ("events:\n  quay:\n    |", "events/quay start ''"), ("events:\n  quay:\n    on: 1\n    |", "events/quay key ''"),
    ("events:\n  quay:\n    on: |", "events/quay/on value ''"),
    ("events:\n  quay:\n    on: 20|14 # c", "events/quay/on start '2014'"),
    ("events:\n  quay:\n    actors: [a, b|", "events/quay/actors/- start 'b'"),
    ("events:\n  quay:\n    actors: [a, |]", "events/quay/actors/- value ''"),
    ("events:\n  quay:\n    cite: { h: \"so|me, words\" }", "events/quay/cite/h value 'some, words'"),
    ("events:\n  quay:\n    cite: { h: \"so|me\n    on: 2014\n", "events/quay/cite/h value 'some'"),
    ("events:\n  quay: { on: 1, ty|", "events/quay key 'ty'"), ("events:\n  quay: { on: 1, | }", "events/quay key ''"),
    ("events:\n  quay: { on: 1, ty| }", "events/quay key 'ty'"),
    ("relations:\n  r:\n    phases:\n      - dur|", "relations/r/phases/- start 'dur'"),
    ("relations:\n  r:\n    phases:\n      - during: 1\n        |", "relations/r/phases/- key ''"),
    ("relations:\n  r:\n    phases:\n    - during: 1\n    - |", "relations/r/phases/- start ''"),
    ("relations:\n  r:\n    phases:\n    - during: 1\n    kind: |", "relations/r/kind value ''"),
    ("sources:\n  s:\n    note: >-\n      some: |text\n    url: x", "sources/s/note value '      some: text'"),
    ("# com|ment", "nothing"), ("events:\n  quay:\n    what: a\n\n|", " key ''"),
    ("events:\n  quay:\n    \"o|n\": 1", "events/quay key 'on'"),
    ("events:\n  q:\n    actors: [a\n    ty|pe: AID", "events/q key 'type'"),
    ("events:\n  q: { what: پاکستان, type: A|", "events/q/type value 'A'"),
  ])
  func whatIsWrittenIsKnown(text: String, found: String) { #expect(at(text) == found) }

  @Test func theOtherKeysOfTheMappingAreKnown() {
    let text = Array("events:\n  q:\n    on: 2014\n    \n    cite:\n      h: x\n    type: AID\n".utf8)
    let cursor = YAMLCursor(in: text, at: 30)
    #expect(cursor?.siblings.map(\.key) == ["on", "cite", "type"])
    #expect(cursor?.siblings.first?.value == "2014")
  }

  /// An editor asks at any place of any text.
  @Test func everyPlaceOfABrokenTextIsRead() {
    let text = Array("a: [b, {c: \"d\n  - e: 'f\n   g: |\n  h\n}]\n: ? - : -\n\"k: {".utf8)
    for end in 0...text.count {
      for place in 0...end { _ = YAMLCursor(in: Array(text[..<end]), at: place) }
    }
  }
}
