internal import ArgumentParser

/// `dyad events`
struct Events: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "events",
    abstract: "Count coded events, such as those of GDELT and ICEWS, by dyad and period.",
    discussion: """
      Event data counts what was reported; a dossier has what was read. Neither becomes the other: 'propose' alone writes to a \
      dossier, and only drafts. See Documentation/EventData.md for what the counts say, and what they do not.
      """,
    subcommands: [
      AddEvents.self, EventInfo.self, ListEvents.self, CountEvents.self, RejectedRows.self, ShowSeries.self,
      ReduceEvents.self, MapCodes.self, ProposeFromCounts.self, ExportEvents.self, ReductionSQL.self,
    ])
}
