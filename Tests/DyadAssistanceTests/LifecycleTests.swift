import DyadAssistance
import DyadSyntax
import Testing

@Suite struct LifecycleTests {
  private func code(_ editor: Editor, _ method: String, _ params: JSONValue = .null) -> Int? {
    do {
      _ = try editor.request(method, params)
      return nil
    } catch { return (error as? RPCError)?.code }
  }

  @Test func requestsBeforeInitializeAndAfterShutdownAreRefused() throws {
    let editor = try Editor([:], starts: false)
    #expect(code(editor, "textDocument/hover") == -32002)
    editor.notify("textDocument/didOpen", ["textDocument": ["uri": "file:///x.yaml", "text": "events:"]])
    #expect(code(editor, "initialize", ["capabilities": [:]]) == nil)
    #expect(code(editor, "initialize", ["capabilities": [:]]) == -32600)
    #expect(code(editor, "shutdown") == nil)
    #expect(code(editor, "textDocument/hover") == -32600)
    editor.notify("exit", .null)
    #expect(editor.exitStatus == 0)
  }

  @Test func toExitWithoutShutdownIsAnError() throws {
    let editor = try Editor([:])
    #expect(editor.exitStatus == nil)
    editor.notify("exit", .null)
    #expect(editor.exitStatus == 1)
  }

  @Test func unknownMethodsAndParametersAreRefused() throws {
    let editor = try ferryEditor()
    #expect(code(editor, "textDocument/moniker") == -32601)
    #expect(code(editor, "textDocument/hover", [:]) == -32602)
    try editor.open("dossier.yaml")
    #expect(code(editor, "textDocument/hover", ["textDocument": ["uri": editor.uri("dossier.yaml")]]) == -32602)
    #expect(code(editor, "textDocument/hover", editor.at("dossier.yaml", 10000, 10000)) == nil)
    // A range that ends before it begins, beyond the text.
    let range: JSONValue = ["start": ["line": 10000, "character": 0], "end": ["line": 1, "character": 0]]
    let hints: JSONValue = ["textDocument": ["uri": editor.uri("dossier.yaml")], "range": range]
    #expect(try editor.request("textDocument/inlayHint", hints) == [])
    let version: JSONValue = .number("1e300")
    editor.notify("textDocument/didOpen", ["textDocument": ["uri": "file:///x.yaml", "text": "", "version": version]])
    editor.notify("textDocument/didChange", ["textDocument": ["uri": "file:///x.yaml", "version": version]])
    // Notifications have no answers, not even unknown ones.
    editor.notify("$/setTrace", ["value": "off"])
    editor.notify("workspace/unknown", 7)
  }

  @Test(arguments: [(["utf-8", "utf-16"], "utf-8"), (["utf-32"], "utf-32"), (["ucs-2"], "utf-16"), ([], "utf-16")])
  func theEncodingIsNegotiated(offered: [String], chosen: String) throws {
    let editor = try Editor([:], starts: false)
    let general: JSONValue = ["positionEncodings": .array(offered.map { .string($0) })]
    let answer = try editor.request("initialize", ["capabilities": ["general": general]])
    #expect(answer["capabilities"]?["positionEncoding"]?.string == chosen)
  }
}
