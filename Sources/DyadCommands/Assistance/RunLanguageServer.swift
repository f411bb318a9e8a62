internal import ArgumentParser
internal import DyadAssistance
internal import DyadDrawing

/// `dyad lsp`
struct RunLanguageServer: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lsp",
    abstract: "Serve editors: findings, completion and names in dossiers while they are written.",
    discussion: """
      A language server (LSP 3.17) over standard input and output, which editors start. It completes keys, ids, dates and quotes from \
      the source texts, shows claims with their quotes in context, and renames ids everywhere. It writes no files.
      """)

  // Some clients name the stream that they use.
  @Flag(help: .hidden) var stdio = false

  func run() async throws {
    var server = LanguageServer(version: Recipe.version)
    let status = await RPCLoop.run(&server, framing: .header) { Terminal.report($0) }
    if status != 0 { throw ExitCode(status) }
  }
}
