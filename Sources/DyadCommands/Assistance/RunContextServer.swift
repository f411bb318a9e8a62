internal import ArgumentParser
internal import DyadAssistance
internal import Graphviz

/// `dyad mcp`
struct RunContextServer: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mcp",
    abstract: "Serve assistants: check, show, search, quote, draw and compare a dossier, and propose drafts of claims.",
    discussion: """
      A server of the Model Context Protocol over standard input and output, which assistants start. It reads the files of one dossier \
      and the texts of its sources, and nothing else. It writes drafts only, on which a person decides ('dyad accept', 'dyad reject').
      """)

  @Argument(help: "The dossier: a YAML file, or a folder of them.", completion: .file())
  var dossier: String

  func validate() throws {
    if dossier == "-" { throw ValidationError("mcp requires a file or a folder, not standard input.") }
  }

  func run() async throws {
    // A picture that crashes must not end the server.
    GraphvizLibrary.isolate()
    var server = try ContextServer(serving: dossier)
    let status = await RPCLoop.run(&server, framing: .line) { Terminal.report($0) }
    if status != 0 { throw ExitCode(status) }
  }
}
