public import ArgumentParser

/// The tool: who stands how with whom, as of a date, every line quoted from its source.
public struct Dyad: AsyncParsableCommand {
  public static let configuration = CommandConfiguration(
    commandName: "dyad",
    abstract: "Draw who stands how with whom, as of a date, every line quoted from its source.",
    version: "0.1.0",
    subcommands: [
      New.self, Check.self, Show.self, Draw.self, Diff.self, DrawTimeline.self, MakeFilm.self, WriteBrief.self,
      MakeSite.self, Serve.self,
      Convert.self, Verify.self,
    ])

  public init() {}
}

/// Runs the command that the process was started with.
public func runDyad() async {
  await Terminal.reserveStandardError()
  await Dyad.main()
}
