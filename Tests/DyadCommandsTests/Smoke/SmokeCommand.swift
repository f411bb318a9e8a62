import Foundation

/// A command line of the tool on an example, and the status that it ends with.
struct SmokeCommand {
  let words: [String]
  let status: Int32

  init(_ words: [String], status: Int32 = 0) { (self.words, self.status) = (words, status) }

  /// The runs of `all`: those of every example, and once what reads no dossier.
  static let runs: [(command: String, example: SmokeExample)] = all.keys.sorted().flatMap { command in
    SmokeExample.all.prefix(["events", "lsp", "new"].contains(command) ? 1 : SmokeExample.all.count)
      .map { (command, $0) }
  }

  /// The command lines of each subcommand, and of those that read its files.
  ///
  /// `site` writes hundreds of pictures, so that it is run on a part of the claims; `DyadBrowserTests` run it on all of those of Pakistan
  /// and Afghanistan and read the pages. `serve` and `convert` have tests of their own. Pictures are as coarse as they may be: most
  /// of the time of a PNG goes into its pixels.
  static let all: [String: @Sendable (SmokeExample) -> [SmokeCommand]] = [
    "new": { _ in [SmokeCommand(["new", "ferry"]), SmokeCommand(["new", "ferry"], status: 2)] },
    "check": { example in
      [
        [], ["--require-sources"], ["--coverage"], ["--coverage", "html"], ["--coverage", "json"],
        ["--review", "-o", "review.md"], ["--review", "-o", "review.html"], ["--review", "--unreviewed"],
      ].map { SmokeCommand(["check", example.path] + $0) }
    },
    "show": { example in
      [[], [example.one], [example.one, example.other], ["--claims"], ["--views"]].map {
        SmokeCommand(["show", example.path] + $0)
      }
    },
    "draw": { example in
      (["svg", "png", "pdf", "dot", "gv"].map { ["-o", "sheet.\($0)", "--dpi", "72"] } + [
        ["--describe"], ["-o", "own.svg", "--theme", "auto"],
      ])
      .map { SmokeCommand(["draw", example.path] + example.between + $0) }
        + [
          SmokeCommand(["draw", example.path, "--around", example.one, "-o", "ego.svg", "--lang", "fr"]),
          SmokeCommand(["draw", example.path, "--around", example.one, "--hops", "2", "-o", "hops.svg", "--lang", "ur"]
          ),
          SmokeCommand(["draw", example.path, "--lock", "whole.lock", "-o", "whole.svg"]),
          SmokeCommand(["draw", example.path, "--as-matrix", "-o", "matrix.svg", "--theme", "auto"]),
          SmokeCommand(["draw", example.path, "--as-matrix", "-o", "matrix.png", "--lang", "ur", "--blocs", "found"]),
          SmokeCommand(["draw", example.path, "--blocs", "found", "-o", "blocs.svg"]),
          SmokeCommand(["draw", example.path, "--as-matrix", "-o", "no.svg"] + example.between, status: 64),
          SmokeCommand(["verify", "sheet.svg", "sheet.png", "--against", example.path]),
          SmokeCommand(["redraw", "sheet.svg", "sheet.png", "--against", example.path]),
          SmokeCommand(["redraw", "sheet.svg", "--against", example.path, "--on", "1990"]),
        ]
    },
    "diff": { example in
      ["txt", "md", "json", "svg", "png", "pdf", "dot"].map {
        SmokeCommand(
          ["diff", example.path, "--from", "1900-01-01", "--to", "2030-01-01"] + example.between + [
            "-o", "diff.\($0)", "--dpi", "72",
          ],
          status: 1)
      } + [
        SmokeCommand(["diff", example.path, "--against", example.path, "--quiet"]),
        SmokeCommand(
          ["diff", example.path, "--from", "1900-01-01", "--to", "2030-01-01", "--as-matrix", "-o", "matrix.svg"],
          status: 1),
      ]
    },
    "timeline": { example in
      ["svg", "png", "pdf", "dot"].map {
        SmokeCommand(["timeline", example.path] + example.between + ["-o", "timeline.\($0)", "--dpi", "72"])
      } + [SmokeCommand(["timeline", example.path] + example.between + ["--describe"])]
        + [
          SmokeCommand(["timeline", example.path, "--around", example.one, "-o", "ties.svg"]),
          SmokeCommand(["timeline", example.path, "--around", example.other, "-o", "ties.svg"]),
          SmokeCommand(["redraw", "timeline.png", "--against", example.path]),
        ]
    },
    "film": { example in
      [["-o", "film.html"], ["-o", "film.svg"], ["-o", "film/"], ["-o", "film.png", "--sheet", "--dpi", "72"]].map {
        SmokeCommand(["film", example.path, "--every", "3650"] + example.between + $0)
      } + [SmokeCommand(["film", example.path, "--every", "3650", "--blocs", "found", "-o", "blocs.svg"])]
    },
    "brief": { example in
      // pandoc makes documents of the same text and pictures, for which WeasyPrint takes as long as the tool for all others.
      (["md", "html"] + (example.name == "egypt-israel" ? ["docx", "pdf"] : [])).map {
        SmokeCommand(["brief", example.path] + example.between + ["-o", "brief.\($0)"])
      }
    },
    "site": { example in
      example.name == "archipelago"
        ? [] : [SmokeCommand(["site", example.path, "-o", "pages", "--known", "1990"])]
    },
    // The examples are not written to.
    "add": { example in
      [
        SmokeCommand(
          [
            "add", "event", example.path, "on=2020-01-02", "what=A test", "type=CONSULT", "actors=\(example.one)",
            "--dry-run",
          ]),
        SmokeCommand(
          ["add", "event", example.path, "on=2020-13", "what=A test", "type=CONSULT", "--dry-run"], status: 1),
        SmokeCommand(["add", "event", example.path, "what", "--dry-run"], status: 64),
        SmokeCommand(["add", "source", example.path, "\(example.path)/README.md", "--dry-run"]),
        SmokeCommand(["add", "source", example.path, "\(example.path)/README.md"], status: 64),
        SmokeCommand(["add", "source", example.path, "missing.html", "--yes"], status: 2),
        SmokeCommand(["convert", example.path, "-o", "quotes.annotations.json"]),
        SmokeCommand(["add", "annotations", example.path, "quotes.annotations.json", "--dry-run"]),
        SmokeCommand(["add", "entity", example.path, "--wikidata", "quotes.annotations.json"], status: 1),
      ]
    },
    "edit": { example in
      [
        SmokeCommand(["edit", example.path, example.one, "note=A test", "--dry-run"]),
        SmokeCommand(["edit", example.path, example.one, "--dry-run"], status: 64),
      ]
    },
    "close": { example in [SmokeCommand(["close", example.path, example.one, "--on", "2030", "--dry-run"])] },
    "rename": { example in [SmokeCommand(["rename", example.path, example.one, "other-id", "--dry-run"])] },
    "remove": { example in
      [
        SmokeCommand(["remove", example.path, example.one, "--dry-run"], status: 1),
        SmokeCommand(["remove", example.path, example.one, "--with-references", "--dry-run"]),
      ]
    },
    // The two are at both ends of a relation.
    "merge": { example in [SmokeCommand(["merge", example.path, example.one, example.other, "--dry-run"], status: 1)] },
    // Standard input is empty: the client has left.
    "lsp": { _ in [SmokeCommand(["lsp"], status: 1), SmokeCommand(["lsp", "dossier.yaml"], status: 64)] },
    "mcp": { example in [SmokeCommand(["mcp", example.path]), SmokeCommand(["mcp", "-"], status: 64)] },
    "fmt": { example in [SmokeCommand(["fmt", example.path, "--dry-run"])] },
    "anchor": { example in
      [
        SmokeCommand(["anchor", example.path, "--positions", "--dry-run"]),
        SmokeCommand(["anchor", example.path, "no-such-source", "--dry-run"], status: 1),
      ]
    },
    "propose": { example in
      [
        SmokeCommand(["propose", example.path, "--dry-run"]),
        SmokeCommand(["propose", example.path, "--dry-run", "--with", "printf '{\"claims\":[]}'"]),
        SmokeCommand(["propose", example.path, "--dry-run", "--with", "false"], status: 2),
        SmokeCommand(["propose", example.path, "--dry-run", "--source", "no-such-source"], status: 1),
        SmokeCommand(["propose", example.path, "--minimum-score", "2"], status: 64),
      ]
    },
    "accept": { example in
      [
        SmokeCommand(["accept", example.path, "--all", "--dry-run"], status: 1),
        SmokeCommand(["accept", example.path, "--dry-run"], status: 64),
      ]
    },
    "reject": { example in [SmokeCommand(["reject", example.path, example.one, "--dry-run"], status: 1)] },
    "events": { example in
      let rows = SmokeExample.examples.appendingPathComponent("events/invented.export.CSV").path
      let store = ["--events", "e.sqlite"]
      return [
        SmokeCommand(["events", "add", rows, "--to", "e.sqlite", "--dedup", "story", "--rejects", "r.tsv"]),
        SmokeCommand(["events", "info"] + store), SmokeCommand(["events", "count", "ISL"] + store),
        SmokeCommand(["events", "list", "ISL", "NOR", "--limit", "3"] + store),
        SmokeCommand(["events", "series", "ISL", "NOR", "--as", "json"] + store),
        SmokeCommand(["events", "reduce", "--rule", "mirror", "-o", "t.csv"] + store),
        SmokeCommand(["events", "reduce", "--evidence", "r.csv", "-o", "t.csv"] + store),
        SmokeCommand(["events", "propose", "ISL", "NOR", "-o", "p.yaml"] + store),
        SmokeCommand(["events", "propose", "ISL", "NOR", "--dry-run"] + store, status: 64),
        SmokeCommand(["events", "add", "t.csv", "--reduced", "--to", "t.sqlite"]),
        SmokeCommand(["events", "export", "--as", "jsonl", "-o", "e.jsonl", "--dictionary", "d.csv"] + store),
        SmokeCommand(["events", "map", rows, "--unmapped", "-o", "codes.csv"]),
        SmokeCommand(["events", "map", rows, "--codes", "codes.csv"]), SmokeCommand(["events", "map"] + store),
        SmokeCommand(["events", "map", "--codes", "codes.csv"] + store, status: 64),
        SmokeCommand(["events", "reject", rows]), SmokeCommand(["events", "sql", "--by", "week", "--runner"]),
        // A dossier has no events.
        SmokeCommand(["events", "reject", example.folder.appendingPathComponent("README.md").path], status: 1),
        SmokeCommand(["events", "count", "--events", "none.sqlite"], status: 2),
        SmokeCommand(["events", "count", "--quad", "5"] + store, status: 64),
      ]
    },
  ]
}
