import DyadTestSupport
import Foundation
import Testing

/// The servers of the release binary with clients that others wrote.
@Suite struct AssistanceToolTests {
  private static let clients = packageRoot.appendingPathComponent("Tests/DyadCommandsTests/Clients")

  /// The dossier that `dyad new` writes.
  private func ferry() throws -> URL {
    let parent = FileManager.default.temporaryDirectory.appendingPathComponent("assistance-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
    #expect(try Tool.run(["new", "ferry"], in: parent).status == 0)
    return parent.appendingPathComponent("ferry")
  }

  @Test(.checked(by: .python)) func pytestsOfTheProtocolPass() throws {
    let folder = try ferry()
    defer { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }
    let script = Self.clients.appendingPathComponent("lsp_session.py").path
    let outcome = try Command.run(Python.executable, [script, Tool.executable.path, folder.path], in: folder)
    #expect(outcome.status == 0, "\(outcome.text.suffix(3000))\(outcome.messages.suffix(1000))")
    #expect(outcome.text.contains("6 passed"))
  }

  @Test(.checked(by: .neovim)) func neovimShowsFindingsAndRenames() throws {
    let folder = try ferry()
    defer { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }
    let script = Self.clients.appendingPathComponent("editor.lua").path
    let outcome = try Command.run(
      "nvim", ["--headless", "-u", "NONE", "dossier.yaml", "-c", "luafile \(script)"], in: folder,
      environment: ["DYAD": Tool.executable.path, "XDG_STATE_HOME": folder.path, "XDG_CACHE_HOME": folder.path])
    let json = try #require(outcome.messages.firstIndex(of: "{"))
    let found = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.messages[json...].utf8)) as? [String: Any])
    #expect((found["typed"] as? [String])?.first?.contains("unknown entity 'marow'; did you mean 'marrow'?") == true)
    #expect((found["corrected"] as? [String]) == [])
    #expect((found["definition"] as? Int) == 15)
    #expect((found["hover"] as? String)?.contains("Ilse Marrow") == true)
    let renamed = try #require(found["renamed"] as? String)
    #expect(renamed.contains("actors: [ilse-marrow]") && renamed.contains("was: marrow") && renamed.contains("آروان 🙂"))
    #expect((found["formatted"] as? String) == renamed)
  }

  @Test(.checked(by: .python)) func theClientOfTheModelContextProtocolGetsTextsAndPictures() throws {
    let folder = try ferry()
    defer { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }
    let found = try #require(
      try Python.run("Tests/DyadCommandsTests/Clients/mcp_session.py", [Tool.executable.path, folder.path])
        as? [String: Any])
    func text(_ key: String) -> String { found[key] as? String ?? "" }
    #expect((found["tools"] as? [String]) == ["check", "show", "search", "quote", "draw", "diff", "propose"])
    #expect((found["resources"] as? [String]) == ["dyad:///files/dossier.yaml", "dyad:///sources/herald"])
    #expect(text("check").hasPrefix("4 entities, 1 relation, 2 events, 1 source; 0 errors, 0 warnings"))
    #expect(text("show").contains("Ilse Marrow") && text("show").contains("Foreign Minister"))
    #expect(text("search").contains("arvane-belmar") && text("search").contains("[herald]"))
    #expect(text("quote").contains("[herald] Belmar's government denies that it paid for the new quay."))
    #expect(text("quote").contains("quoted by: quay"))
    #expect(text("diff").contains("reconciled"))
    #expect(text("draw") == "89504e470d0a1a0a")
    #expect(text("described").contains("Belmar"))
    #expect(text("wrong").contains("unknown entity 'marow'; did you mean 'marrow'?"))
    #expect(text("text").contains("The ferry sails again"))
    #expect(text("proposed").contains("1 draft added, 1 refused") && text("proposed").contains("quote not found"))
    let drafts = try String(contentsOf: folder.appendingPathComponent("drafts.yaml"), encoding: .utf8)
    #expect(drafts.contains("what: Both end the quarrel") && drafts.contains("draft: true"))
    // A draft is in no text until a person accepts it.
    #expect(!text("searched").contains("Both end the quarrel"))
    #expect(text("outside").contains("no such resource"))
  }

  @Test(
    arguments: [
      ("lsp", "Content-Length: 99999999999\r\n\r\n", 1, "longer than"), ("lsp", "", 1, ""),
      ("lsp", "Content-Length: 1\r\n\r\n{", 1, "-32700"), ("mcp ferry", "{\n[]\n", 0, "-32600"),
      ("mcp ferry", "", 0, ""),
      ("mcp nowhere", "", 2, ""),
    ] as [(String, String, Int32, String)])
  func badInputEndsAsTheProtocolSays(command: String, input: String, status: Int32, answer: String) throws {
    let folder = try ferry()
    defer { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }
    let outcome = try Tool.run(
      command.split(separator: " ").map(String.init), in: folder.deletingLastPathComponent(), input: input)
    #expect(outcome.status == status)
    #expect(answer.isEmpty || outcome.text.contains(answer))
  }
}
