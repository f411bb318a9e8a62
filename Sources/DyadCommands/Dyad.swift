public import ArgumentParser
internal import DyadCore
internal import DyadDrawing
internal import Foundation
internal import Graphviz

/// The tool `dyad`.
public struct Dyad: AsyncParsableCommand {
  /// The name, the version and the subcommands. Each states its name, which would be found by reflection, in a millisecond of each start.
  public static let configuration = CommandConfiguration(
    commandName: "dyad",
    abstract:
      "Draw the state of relations between states, groups and officials at any date, with every line quoted from its source.",
    version: Recipe.version,
    subcommands: [
      New.self, Check.self, Show.self, Draw.self, Diff.self, DrawTimeline.self, MakeFilm.self, WriteBrief.self,
      MakeSite.self, Serve.self, Convert.self, Verify.self, Redraw.self, AddRecord.self, EditRecord.self,
      CloseRecord.self, RenameRecord.self, RemoveRecord.self, MergeEntities.self, FormatDossier.self, AnchorQuotes.self,
      ProposeClaims.self, AcceptDrafts.self, RejectDrafts.self, Events.self,
      RunLanguageServer.self, RunContextServer.self,
    ])

  /// The tool, before its command line is parsed.
  public init() {}
}

/// Runs the command that the process was started with; other threads start where it draws.
@MainActor public func runDyad() async {
  await GraphvizWorker.serveIfRequested()
  GraphvizLibrary.isolation = Isolation(.large)
  StandardStreams.reserve()
  // A file that may not grow is an error like a full disk, and does not end the process.
  signal(SIGXFSZ, SIG_IGN)
  // A pipe that its reader has closed is one too.
  signal(SIGPIPE, SIG_IGN)
  do {
    var command = try Dyad.parseAsRoot(OptionalValue.completed(CommandLine.arguments.dropFirst()))
    if var command = command as? any AsyncParsableCommand {
      await Terminal.reserveStandardError()
      try await command.run()
    } else {
      try command.run()
    }
  } catch {
    guard let failure = Failure(error) ?? Failure.unknownCommand(in: CommandLine.arguments) else {
      exit(reporting: error)
    }
    exit(reporting: failure)
  }
}

private func exit(reporting failure: Failure) -> Never {
  Terminal.report("error: \(failure.message)")
  Dyad.exit(withError: failure.status)
}

/// Ends the process with the help that was requested, or with an error of usage.
private func exit(reporting error: any Error) -> Never {
  let (code, text) = (Dyad.exitCode(for: error), Dyad.fullMessage(for: error))
  do {
    if code.isSuccess, !text.isEmpty { try Terminal.result(text) }
  } catch { exit(reporting: Failure(error) ?? .environment("\(error)")) }
  if !code.isSuccess, !text.isEmpty { Terminal.report(explainingDates(in: text)) }
  exit(code.rawValue)
}

/// The error with the reason if it is about a date that is EDTF and not supported.
private func explainingDates(in text: String) -> String {
  guard let value = CommandLine.arguments.first(where: { text.contains("'\($0)' is invalid") }),
    let notation = UnsupportedNotation(value), let end = text.firstIndex(of: "\n")
  else { return text }
  return "\(text[..<end]): \(notation)\(text[end...])"
}
