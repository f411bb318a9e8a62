import DyadCore
import DyadEditing
import DyadTestSupport
import Foundation
import Testing

/// Every form of YAML is edited rightly or refused, and never harmed.
@Suite struct FormLaws {
  private static let sources = "sources:\n  herald: { title: The Herald }\n"
  /// Each with a state `a`, a state `b`, and an event `quay`.
  static let forms: [String] = [
    sources
      + "states: { a: { name: A }, b: { name: B } }\nevents: { quay: { on: 2014, what: Q, type: AGREE, actors: [a] } }\n",
    sources
      + "states: {a: {name: A}, b: {name: B},}\nevents: {quay: {on: 2014, what: \"Q: [x]\", type: AGREE, actors: [ a, b ]}}",
    sources
      + "states:\n    a:\n        name: A\n    b:\n        name: B\nevents:\n    quay:\n        on:   2014\n        what: >-\n            Quite a\n            quay\n        type: AGREE\n        actors:\n        - a\n        - b\n",
    sources
      + "states:\n  a: { name: A } # {\n  # between, [\n  b: # the other\n    name: 'B''s' # }\n\n  # after: all\nevents:\n  # first\n  quay: # here\n    # inside\n    on: 2014 # when\n    what: |\n      A text\twith a tab\n        # and no comment\n\n      end\n    type: AGREE\n    actors: # who\n      # one\n      - a\n# last\n",
    sources
      + "states:\n  a: &x { name: A }\n  b: !!map { name: &y B }\nevents:\n  quay: &z\n    on: !!str 2014\n    what: &w \"Q\\\n      u\"\n    type: AGREE\n    actors: &v [a]\n",
    "---\n" + sources
      + "states: { a: { name: A }, b: { name: B } }\nevents:\n  \"quay\": { 'on': \"2014\", what: Q, type: AGREE, actors: [a] }\n...\n",
    "{ sources: { herald: { title: T } }, states: { a: { name: A }, b: { name: B } },\n  events: { quay: { on: 2014, # when\n    what: Q, type: AGREE, actors: [a] } } }\n",
    "{\"sources\":{\"herald\":{\"title\":\"T\"}},\"states\":{\"a\":{\"name\":\"A\"},\"b\":{\"name\":\"B\"}},\"events\":{\"quay\":{\"on\":\"2014\",\"what\":\"Q\",\"type\":\"AGREE\",\"actors\":[\"a\"]}}}",
    sources
      + "states:\n  a:\n    name: A\n  b: {name: B}\nevents:\n  quay:\n    on: 2014\n    what: a text\n      that goes\n\n      on\n    type: AGREE\n    actors: [a,\n      b]\n    note: |+\n      kept\n\n\n",
    sources
      + "states:\n  ? a\n  : name: A\n  b: { name: B }\nevents:\n  quay: { on: 2014, what: Q, type: AGREE, actors: [a] }\n",
    sources
      + "states:\n  a: { name: A }\n  b:\n    name: B\nevents:\n  quay:\n    on: 2014\n    what: Q\n    type: AGREE\n    actors:\n    - a\n    cite:\n      - source: herald\n      -   source: herald\n          note: x\n",
    "\u{FEFF}# مقدمة\r\n"
      + (sources
      + "states:\n  a: { name: کابل }   \n  b: { name: 北京 } \nevents:\n  quay:\n    on: 2014\n    what: naïve é 🕊️\n    type: AGREE\n    actors: [a]")
      .replacing("\n", with: "\r\n"),
    sources
      + "states: { a: { name: \"A\u{2028}B\" }, b: { name: B } }\nevents:\n  quay: { on: 2014, what: Q, type: AGREE, actors: [a] }\n",
  ]

  /// An edit, and what it does to the model.
  struct Operation: Sendable {
    let name: String
    let edit: @Sendable (inout DossierEditor) throws -> Void
    let holds: @Sendable (_ before: KnowledgeGraph, _ after: KnowledgeGraph) -> Bool
  }

  static let operations: [Operation] = [
    Operation(
      name: "add event",
      edit: {
        _ = try $0.add(
          "event", ["id=new", "on=2015", "what=New: one", "type=AGREE", "actors=a,b", "cite=herald:said so"])
      },
      holds: {
        $1.events["new"]?.actors == ["a", "b"] && $1.events.filter { $0.key != "new" } == $0.events
          && $1.entities == $0.entities
      }),
    Operation(
      name: "add early event", edit: { _ = try $0.add("event", ["id=new", "on=2013", "what=New", "type=AGREE"]) },
      holds: { $1.events["new"]?.what == "New" && $1.events["quay"] == $0.events["quay"] }),
    Operation(
      name: "add state", edit: { _ = try $0.add("state", ["id=c", "name=C d"]) },
      holds: {
        $1.entities["c"]?.names[0].text == "C d" && $1.events == $0.events && $1.entities.count == $0.entities.count + 1
      }),
    Operation(
      name: "add relation",
      edit: { _ = try $0.add("relation", ["between=a,b", "kind=ties", "phases=[{\"during\": \"2010/..\"}]"]) },
      holds: { $1.relations["a-b"]?.phases.count == 1 && $1.events == $0.events && $1.entities == $0.entities }),
    Operation(
      name: "edit what", edit: { _ = try $0.edit("quay", ["what=Other: [thing] #1"]) },
      holds: { before, after in
        var event = before.events["quay"]
        event?.what = "Other: [thing] #1"
        return after.events["quay"] == event && after.entities == before.entities
      }),
    Operation(
      name: "edit actors", edit: { _ = try $0.edit("quay", ["actors=b", "recipients=a", "tone=-2.5", "key=true"]) },
      holds: {
        $1.events["quay"]?.actors == ["b"] && $1.events["quay"]?.recipients == ["a"] && $1.events["quay"]?.isKey == true
          && $1.events["quay"]?.what == $0.events["quay"]?.what
      }),
    Operation(
      name: "remove actors", edit: { _ = try $0.edit("quay", ["actors="]) },
      holds: { $1.events["quay"]?.actors == [] && $1.events["quay"]?.what == $0.events["quay"]?.what }),
    Operation(
      name: "cite", edit: { _ = try $0.edit("quay", ["cite+=herald:one", "cite+=herald:two"]) },
      holds: {
        $1.events["quay"].map { $0.evidence.citations.suffix(2).map(\.quote) == ["one", "two"] } ?? false
          && $1.entities == $0.entities
      }),
    Operation(
      name: "rename", edit: { _ = try $0.rename("a", to: "alpha") },
      holds: {
        $1.entities["alpha"]?.names == $0.entities["a"]?.names && $1.events["quay"]?.actors.first == "alpha"
          && $1.entities["a"] == nil
      }),
    Operation(
      name: "rename event", edit: { _ = try $0.rename("quay", to: "pier") },
      holds: { $1.events["pier"]?.what == $0.events["quay"]?.what && $1.events.count == 1 }),
    Operation(
      name: "remove event", edit: { _ = try $0.remove("quay") },
      holds: { $1.events.isEmpty && $1.entities == $0.entities }),
    Operation(
      name: "remove state", edit: { _ = try $0.remove("a", withReferences: true) },
      holds: { $1.entities["a"] == nil && $1.entities["b"] == $0.entities["b"] }),
    Operation(
      name: "merge", edit: { _ = try $0.merge("b", "a") },
      holds: {
        $1.entities["a"] == nil && $1.events["quay"]?.actors == ["b"] && ($1.entities["b"]?.names.count ?? 0) > 1
      }),
    Operation(
      name: "close", edit: { _ = try $0.close("b", on: PartialDate("2020")!) },
      holds: { $1.entities["b"]?.during == Interval("../2020") && $1.entities["a"] == $0.entities["a"] }),
    Operation(name: "fmt", edit: { _ = try $0.format() }, holds: { $0 == $1 }),
  ]

  @Test(arguments: forms.indices, operations.indices)
  func aFormIsEditedOrRefused(form: Int, operation: Int) throws {
    let (text, operation) = (FormLaws.forms[form], FormLaws.operations[operation])
    let editor = try DossierEditor(text: text)
    let before = try graph(editor)
    var edited = editor
    do { try operation.edit(&edited) } catch {
      guard let refusal = error as? EditError, case .form = refusal else { throw error }
      #expect(edited.text == text, "\(operation.name)")
      return
    }
    let after = edited.dossiers.then { KnowledgeGraph.linking($0) }
    #expect(after.errors == [], "\(operation.name): \(edited.text)")
    #expect(operation.holds(before, after.value), "\(operation.name):\n\(edited.text)")
    // No comment is lost that is not inside of what was removed.
    if !operation.name.hasPrefix("remove"), operation.name != "merge" {
      #expect(comments(edited.text) >= comments(text), "\(operation.name):\n\(edited.text)")
    }
  }

  private func comments(_ text: String) -> Int { text.count { $0 == "#" } }

  /// What is refused of the forms above; the rest is edited.
  @Test func fewFormsAreRefused() throws {
    var refused: [String] = []
    for (index, text) in FormLaws.forms.enumerated() {
      for operation in FormLaws.operations {
        var editor = try DossierEditor(text: text)
        do { try operation.edit(&editor) } catch { refused.append("\(index) \(operation.name)") }
      }
    }
    #expect(refused.count <= 12, "\(refused)")
  }

  @Test(arguments: [
    "states: { a: { name: A } }\n---\nstates: { b: { name: B } }\n",
    "states:\n  a: &x { name: A }\n  b: *x\n", "states: [", "a: 1\na: 2\n", "states:\n\ta: { name: A }\n",
  ])
  func whatIsNoDossierIsRefusedWithItsErrors(text: String) {
    #expect(throws: EditError.self) { try DossierEditor(text: text) }
  }

  @Test func anEmptyFileGetsItsFirstSection() throws {
    for text in ["", "\n", "# Only a comment\n", "# no line break"] {
      var editor = try DossierEditor(text: text)
      _ = try editor.add("state", ["name=A"])
      #expect(
        editor.text.hasPrefix(text) && editor.text.hasSuffix("states:\n  a:\n    name: A\n"),
        "\(editor.text.debugDescription)")
    }
  }
}
