import DyadAssistance
import DyadSyntax
import Testing

@Suite struct ContextServerTests {
  private struct Broken: Error, CustomStringConvertible { let description = "it broke" }

  private func server() -> ContextServer {
    let echo = ContextTool(
      "echo", "Echo", "Repeats words.",
      [
        ToolParameter("words", .texts(1...2), isRequired: true, "The words."),
        ToolParameter("times", .integer(1...3), "How often."),
        ToolParameter("form", .choice(["text", "image"]), "The form."),
        ToolParameter("fails", .flag, "Whether it fails."), ToolParameter("records", .objects, "Some records."),
      ]
    ) { arguments in
      if arguments.flag("fails") { throw Broken() }
      if arguments.text("form") == "image" { return [.image([1, 2, 3], type: "image/png")] }
      let words = arguments.texts("words").joined(separator: " ")
      return [.text(Array(repeating: words, count: arguments.integer("times") ?? 1).joined(separator: ", "))]
    }
    return ContextServer(version: "1", instructions: "", tools: [echo]) {
      [ContextResource(uri: "dyad:///sources/herald", name: "herald", type: "text/plain", text: { "The ferry" })]
    }
  }

  private func answer(_ server: inout ContextServer, _ method: String, _ params: JSONValue = .null) async -> RPCMessage?
  {
    await server.answer(.request(id: 1, method: method, params: params)).first
  }

  private func result(_ method: String, _ params: JSONValue = .null) async -> JSONValue? {
    var server = server()
    _ = await answer(&server, "initialize", ["protocolVersion": "2025-06-18"])
    guard case .response(_, let result) = await answer(&server, method, params) else { return nil }
    return result
  }

  private func code(_ method: String, _ params: JSONValue = .null) async -> Int? {
    var server = server()
    _ = await answer(&server, "initialize", [:])
    guard case .failure(_, let error) = await answer(&server, method, params) else { return nil }
    return error.code
  }

  @Test(arguments: [("2024-11-05", "2024-11-05"), ("1999-01-01", ContextServer.versions[0])])
  func theVersionIsNegotiated(asked: String, chosen: String) async {
    var server = server()
    guard case .response(_, let result) = await answer(&server, "initialize", ["protocolVersion": .string(asked)])
    else {
      Issue.record("no result")
      return
    }
    #expect(result["protocolVersion"]?.string == chosen)
  }

  @Test func toolsHaveSchemasOfTheirArguments() async {
    let schema = await result("tools/list")?["tools"]?.array?.first?["inputSchema"]
    #expect(schema?["required"] == ["words"])
    #expect(schema?["properties"]?["times"]?["maximum"] == 3)
    #expect(schema?["additionalProperties"] == false)
  }

  @Test func aCallHasContent() async {
    let text = await result("tools/call", ["name": "echo", "arguments": ["words": ["a", "b"], "times": 2]])
    #expect(text?["content"] == [["type": "text", "text": "a b, a b"]])
    let image = await result("tools/call", ["name": "echo", "arguments": ["words": "a", "form": "image"]])
    #expect(image?["content"] == [["type": "image", "data": "AQID", "mimeType": "image/png"]])
  }

  @Test(
    arguments: [
      ([:], "'words' is required"), (["words": 3], "list of 1 to 2 texts"),
      (["words": "a", "times": 9], "whole number from 1 to 3"),
      (["words": "a", "times": .number("1.5")], "whole number"),
      (["words": "a", "form": "film"], "one of text, image"),
      (["words": "a", "records": [["id": 1], "b"]], "list of objects"),
      (["words": "a", "records": ["id": 1]], "list of objects"),
      (["words": "a", "frm": "text"], "unknown argument 'frm'"), (["words": "a", "fails": true], "it broke"),
      ([3], "an object"),
    ] as [(JSONValue, String)])
  func aCallThatFailsSaysWhy(arguments: JSONValue, message: String) async {
    let result = await result("tools/call", ["name": "echo", "arguments": arguments])
    #expect(result?["isError"] == true)
    #expect(result?["content"]?.array?.first?["text"]?.string?.contains(message) == true)
  }

  @Test func whatDoesNotExistIsAnErrorOfTheProtocol() async {
    #expect(await code("tools/call", ["name": "erase"]) == -32602)
    #expect(await code("prompts/list") == -32601)
    #expect(await code("resources/read", ["uri": "dyad:///sources/../../etc/passwd"]) == -32002)
    #expect(await code("resources/read", ["uri": "file:///etc/passwd"]) == -32002)
    var server = server()
    guard case .failure = await answer(&server, "tools/list") else {
      Issue.record("served before it was initialized")
      return
    }
    #expect(await server.answer(.notification(method: "notifications/initialized", params: .null)) == [])
  }

  @Test func resourcesAreRead() async {
    #expect(await result("resources/list")?["resources"]?.array?.first?["uri"] == "dyad:///sources/herald")
    let read = await result("resources/read", ["uri": "dyad:///sources/herald"])
    #expect(read?["contents"]?.array?.first?["text"] == "The ferry")
  }
}
