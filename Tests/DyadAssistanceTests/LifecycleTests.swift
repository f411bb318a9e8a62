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
