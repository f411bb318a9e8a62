import DyadCore
import DyadFormats
import DyadTestSupport
import Foundation
import Testing

/// To read what has changed is to read all.
@Suite struct IncrementalReaderLaws {
  private static let inserted = [
    "\n", "  ", "x", ":", "- ", "\"", "{", "]", "#", "\t", "events:\n", "  quay:\n", "    on: 2014\n", "  - a\n", "|\n",
    "پ", "'", "---\n", "&a ", "*a",
  ]

  /// Findings and records of both readers, unless the text has a syntax error.
  private func compare(_ reader: inout IncrementalReader, _ text: String) -> Bool {
    let whole = DossierReader.read(text: text, file: "d.yaml")
    let parts = reader.read(text)
    guard !whole.diagnostics.contains(where: { [.badYAML, .alias, .controlCharacter, .unreadable].contains($0.code) })
    else {
      #expect(!parts.errors.isEmpty, "\(text)")
      return false
    }
    let (one, other) = (whole.then { KnowledgeGraph.linking([$0]) }, parts.then { KnowledgeGraph.linking($0) })
    #expect(Set(one.diagnostics) == Set(other.diagnostics), "\(text)")
    #expect(one.value == other.value)
    return true
  }

  @Test(arguments: 0..<6) func readingWhatHasChangedGivesTheSame(seed: Int) {
    var random = Seeded(seed)
    let dossier = String(decoding: Format.named("dossier")?.bytes(of: everything(seed: seed)) ?? [], as: UTF8.self)
    var reader = IncrementalReader(file: "d.yaml", texts: TextMemory(besides: "."))
    #expect(compare(&reader, dossier))
    #expect((reader.parts?.count ?? 0) > 10)
    var valid = 0
    for _ in 0..<60 {
      var text = Array(dossier.unicodeScalars)
      for _ in 0..<Int.random(in: 1...2, using: &random) {
        let place = Int.random(in: 0...text.count, using: &random)
        if Bool.random(using: &random) {
          text.insert(contentsOf: Array((Self.inserted.randomElement(using: &random) ?? "").unicodeScalars), at: place)
        } else {
          text.removeSubrange(place..<min(text.count, place + Int.random(in: 1...20, using: &random)))
        }
      }
      var edited = String.UnicodeScalarView()
      edited.append(contentsOf: text)
      if compare(&reader, String(edited)) { valid += 1 }
    }
    #expect(valid > 10)
  }

  @Test func onlyThePartThatChangedIsParsed() {
    let dossier = String(decoding: Format.named("dossier")?.bytes(of: everything(seed: 1)) ?? [], as: UTF8.self)
    var reader = IncrementalReader(file: "d.yaml", texts: TextMemory(besides: "."))
    _ = reader.read(dossier)
    _ = reader.read(dossier)
    #expect(reader.parsed == 0)
    _ = reader.read(dossier.replacing("events:\n", with: "events:\n  new:\n    on: 2014\n\n"))
    #expect(reader.parsed == 1)
  }

  @Test(arguments: [
    "states:\n  a: { name: \"A\nstates:\n  b: x\" }\n", "states:\n  a: {\n  name: A\n  }\n",
    "states:\n  a:\n    name: >-\n      A\n      b: c\n",
    "states:\n  a: { name: A }\n  a: { name: B }\n", "states:\n  a: { name: A }\nstates:\n  b: { name: B }\n",
    "states: {}\nevents:\n",
    "states:\r\n  a: { name: A, shrt: B }\r\n  b:\r\n    nme: B\r\n", "\"states\":\n  a: { name: A }\n",
    "states:\n- a\n", "dossier: x\n\nsource: s\nstates:\n  a:\n    cow: [1]\n    name: A\n    cite: words\n",
    "dossier: x\n\nsource: s\nevents:\n  a:\n    on: yes\n    cite: words\n", "# nothing\n",
    "---\nstates:\n  a: { name: A }\n",
    "states:\n  a: { name: A }\n b: { name: B }\n",
    "source: s\nstates:\n  a: { name: A, cite: some words }\nsources:\n  s: { title: S, content: some words }\n",
  ])
  func unusualLayoutsAreReadAlike(text: String) {
    var reader = IncrementalReader(file: "d.yaml", texts: TextMemory(besides: "."))
    _ = compare(&reader, "states:\n  a: { name: A }\n")
    _ = compare(&reader, text)
  }

  @Test func aRecordWithASyntaxErrorKeepsItsLastVersion() {
    var reader = IncrementalReader(file: "d.yaml", texts: TextMemory(besides: "."))
    let text = "states:\n  a: { name: A }\n  b: { name: B, of: a }\n"
    _ = reader.read(text)
    let broken = reader.read(text.replacing("name: A }", with: "name: \"A }"))
    #expect(broken.diagnostics.map(\.code) == [.badYAML])
    #expect(broken.value.flatMap(\.entities).map(\.value.id.text).sorted() == ["a", "b"])
    #expect(reader.isBroken(at: SourceLocation(file: "d.yaml", line: 2, column: 3)))
    #expect(!reader.isBroken(at: SourceLocation(file: "d.yaml", line: 3, column: 3)))
  }
}
