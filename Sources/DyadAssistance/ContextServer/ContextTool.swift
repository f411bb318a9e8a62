internal import DyadSyntax
internal import Foundation

/// A tool that an assistant may call.
package struct ContextTool: Sendable {
  /// A part of a result.
  package enum Content: Sendable {
    case text(String)
    case image([UInt8], type: String)

    var json: JSONValue {
      switch self {
      case .text(let text): ["type": "text", "text": .string(text)]
      case .image(let bytes, let type):
        ["type": "image", "data": .string(Data(bytes).base64EncodedString()), "mimeType": .string(type)]
      }
    }
  }

  package let name: String
  let title: String
  let meaning: String
  let parameters: [ToolParameter]
  let isReadOnly: Bool
  let run: @Sendable (ToolArguments) async throws -> [Content]

  /// A tool; `run` throws a `ToolFailure`, or another error with a description.
  package init(
    _ name: String, _ title: String, _ meaning: String, isReadOnly: Bool = true, _ parameters: [ToolParameter],
    run: @escaping @Sendable (ToolArguments) async throws -> [Content]
  ) {
    (self.name, self.title, self.meaning, self.isReadOnly) = (name, title, meaning, isReadOnly)
    (self.parameters, self.run) = (parameters, run)
  }

  /// The same tool, with other errors.
  package func mappingErrors(_ map: @escaping @Sendable (any Error) -> any Error) -> ContextTool {
    let run = run
    return ContextTool(name, title, meaning, isReadOnly: isReadOnly, parameters) { arguments in
      do { return try await run(arguments) } catch { throw map(error) }
    }
  }

  var json: JSONValue {
    var schema: [String: JSONValue] = [
      "type": "object",
      "properties": .object(Dictionary(uniqueKeysWithValues: parameters.map { ($0.name, $0.schema) })),
      "additionalProperties": false,
    ]
    let required = parameters.filter(\.isRequired).map { JSONValue.string($0.name) }
    if !required.isEmpty { schema["required"] = .array(required) }
    return [
      "name": .string(name), "title": .string(title), "description": .string(meaning), "inputSchema": .object(schema),
      "annotations": ["readOnlyHint": .bool(isReadOnly), "destructiveHint": false, "openWorldHint": false],
    ]
  }
}

/// A text that an assistant may read.
package struct ContextResource: Sendable {
  package let uri: String
  let name: String
  let title: String?
  let type: String
  let text: @Sendable () throws -> String

  package init(
    uri: String, name: String, title: String? = nil, type: String, text: @escaping @Sendable () throws -> String
  ) {
    (self.uri, self.name, self.title, self.type, self.text) = (uri, name, title, type, text)
  }

  var json: JSONValue {
    var json: [String: JSONValue] = ["uri": .string(uri), "name": .string(name), "mimeType": .string(type)]
    if let title { json["title"] = .string(title) }
    return .object(json)
  }
}
