import DyadAssistance
import DyadCommands
import DyadCore
import DyadEditing
import DyadSyntax
import Foundation

extension FuzzTarget {
  static let assistance: [FuzzTarget] = [
    FuzzTarget(name: "mcp", law: "each call has a result, and the dossier is as before, with drafts that are valid") {
      bytes in
      let folder = ScratchFolder.mcp
      let dossier = folder.file("ties.yaml", EditedDossier.text.utf8)
      _ = folder.file("gazette.txt", EditedDossier.words.utf8)
      folder.remove("ties.drafts.yaml")
      let lines = bytes.split(separator: 0x0A).prefix(4).map(Array.init)
      Waiting.result(of: {
        guard var server = try? ContextServer(serving: dossier) else { fatalError("the dossier is not served") }
        _ = await server.answer(.request(id: 0, method: "initialize", params: ["protocolVersion": "2025-06-18"]))
        for line in lines {
          guard let message = ToolCall.message(line) else { continue }
          let answers = await server.answer(message)
          if case .request = message { require(answers.count == 1, "\(message)") }
        }
      })
      require(FileManager.default.contents(atPath: dossier) == Data(EditedDossier.text.utf8), "the dossier is changed")
      guard let editor = try? DossierEditor(reading: dossier) else { fatalError("the dossier is not read") }
      require(editor.read.errors.isEmpty, "\(editor.read.errors)")
    },
    FuzzTarget(name: "pandoc", law: "a document of pandoc has a result, which is one as well") { bytes in
      DocumentLaws.check(bytes, for: ["html", "latex", "docx"][bytes.count % 3])
    },
    FuzzTarget(name: "pandoc-block", law: "attributes of a block are refused, or replaced by what they show") { bytes in
      let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").prefix(12)
      let attributes = lines.map { line -> JSONValue in
        let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        return [.string(String(parts[0])), .string(parts.count > 1 ? String(parts[1]) : "")]
      }
      let own: JSONValue = ["", ["dyad"], .array([["dossier", "ties.yaml"]] + attributes)]
      let isInline = lines.contains("show=phase")
      let words: JSONValue = [["t": "Str", "c": "pakistan"], ["t": "Space"], ["t": "Str", "c": "afghanistan"]]
      let block: JSONValue =
        isInline
        ? ["t": "Para", "c": [["t": "Span", "c": [own, words]]]] : ["t": "CodeBlock", "c": [own, "a -> b"]]
      let document: JSONValue = ["pandoc-api-version": [1, 23], "meta": [:], "blocks": [block]]
      DocumentLaws.check(document.bytes(), for: ["html", "latex", "docx"][bytes.count % 3])
    },
  ]
}

/// A line of input as a message: `draw {"on": "2025"}` calls a tool, anything else is a message of its own.
private enum ToolCall {
  private static let tools = ["check", "show", "search", "quote", "draw", "diff", "propose"]

  static func message(_ line: [UInt8]) -> RPCMessage? {
    let words = line.split(separator: 0x20, maxSplits: 1).map(Array.init)
    guard words.count == 2, let tool = tools.first(where: { Array($0.utf8) == words[0] }) else {
      return try? RPCMessage(parsing: line)
    }
    guard let arguments = try? JSONValue(parsing: words[1]) else { return nil }
    return .request(id: 1, method: "tools/call", params: ["name": .string(tool), "arguments": arguments])
  }
}

/// The laws of the filter, which runs in a folder with a dossier.
private enum DocumentLaws {
  private static let folder: ScratchFolder = {
    let folder = ScratchFolder("pandoc")
    _ = folder.file("ties.yaml", EditedDossier.text.utf8)
    _ = folder.file("gazette.txt", EditedDossier.words.utf8)
    require(FileManager.default.changeCurrentDirectoryPath(folder.path), "the folder is there")
    return folder
  }()

  static func check(_ document: [UInt8], for target: String) {
    let folder = folder
    guard let output = Waiting.result(of: { await PandocFilter.output(of: document, for: target) }) else { return }
    guard let again = try? JSONValue(parsing: output.bytes, maximumDepth: 1024) else {
      fatalError("not JSON: \(String(decoding: output.bytes, as: UTF8.self))")
    }
    require(again["blocks"] != nil, "no blocks")
    try? FileManager.default.removeItem(atPath: "\(folder.path)/dyad-media")
  }
}

extension ScratchFolder {
  fileprivate static let mcp = ScratchFolder("mcp")
}
