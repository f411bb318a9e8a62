internal import ArgumentParser
internal import DyadContent
internal import DyadCore
internal import DyadDrawing
internal import DyadFiles
internal import DyadReport
internal import Foundation
internal import Graphviz

/// `dyad brief`
struct WriteBrief: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "brief",
    abstract: "Write a briefing on two parties, with pictures and all sources.",
    discussion: """
      A brief describes the relation of the two parties, who is in office, what is new, the background and third parties in \
      sentences, each followed by its sources; it ends with the sources and the quotes by letter. It is in the past tense if \
      the dossier has anything later than its date. Word and PDF require pandoc.
      """)

  @OptionGroup var source: DossierArguments

  @Option(parsing: .upToNextOption, help: ArgumentHelp("The two parties.", valueName: "party"))
  var between: [String]

  @OptionGroup var when: WhenArguments

  @Option(help: ArgumentHelp("Report what is new since this date.", valueName: "date"))
  var since: PartialDate?

  @OptionGroup var kept: FilterArguments
  @OptionGroup var isolation: IsolationArguments

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The file to write; its suffix selects the format (default: Markdown without pictures on standard output).",
      valueName: "file"))
  var output: String?

  @Option(name: .customLong("as"), help: ArgumentHelp("The format, overriding the suffix.", valueName: "format"))
  var asked: BriefForm?

  private var form: BriefForm? {
    asked ?? output.map { URL(fileURLWithPath: $0).pathExtension.lowercased() }.map { BriefForm.suffixes[$0] }
      ?? .markdown
  }

  private var options: PictureOptions {
    PictureOptions { options in
      options.between = between
      when.fill(&options)
      kept.fill(&options)
    }
  }

  func validate() throws {
    try options.validate(for: .picture)
    if between.count != 2 { throw ValidationError("--between takes two parties.") }
    guard let form else { throw ValidationError("Give --as, or a file that ends in .md, .html, .docx or .pdf.") }
    if output == nil, form != .markdown, form != .html { throw ValidationError("Give --output for Word or PDF.") }
  }

  func run() async throws {
    isolation.apply()
    let graph = try source.graph()
    let view = try options.view(in: graph)
    let moment = options.moment(of: nil, in: graph)
    guard moment.days != Moment.ever.days else {
      throw Failure.input("the dossier has no dates; give the date of the brief as --on")
    }
    if let since, since.days.lowerBound > moment.days.upperBound {
      throw Failure.input("--since \(since) is later than \(moment.days.upperBound)")
    }
    let brief = Brief(
      graph, between: view.focus.parties[0], view.focus.parties[1], at: moment, since: since?.days.lowerBound,
      filter: view.filter)
    switch form ?? .markdown {
    case .markdown: try await writeMarkdown(brief)
    case .html: try Output.write(Array(try await IllustratedBrief(brief).html().utf8), to: output ?? "-")
    case .docx: try await write(brief, as: .docx, to: output ?? "-")
    case .pdf: try await write(brief, as: .pdf, to: output ?? "-")
    }
  }

  /// Writes the pictures beside the text, under names derived from its own.
  private func writeMarkdown(_ brief: Brief) async throws {
    guard let output, output != "-" else { return try Terminal.result(brief.markdown()) }
    let stem = URL(fileURLWithPath: output).deletingPathExtension()
    func file(_ picture: Brief.Picture) -> String { "\(stem.lastPathComponent)-\(picture.name).svg" }
    for figure in try await IllustratedBrief(brief).figures {
      let place = stem.deletingLastPathComponent().appendingPathComponent(file(figure.picture))
      try Output.write(try await figure.drawing.rendering(as: .svg).bytes, to: place.path)
    }
    // A space or a bracket in a name would end the link.
    let text = brief.markdown { file($0).addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) }
    try Output.write(Array(text.utf8), to: output)
  }

  private func write(_ brief: Brief, as form: BriefForm, to output: String) async throws {
    let temporary = try TemporaryPath.folder(in: FileManager.default.temporaryDirectory.path)
    defer { temporary.remove() }
    let folder = URL(fileURLWithPath: temporary.path)
    for figure in try await IllustratedBrief(brief).figures {
      let picture = try await figure.drawing.rendering(as: .png).bytes
      try Data(picture).write(to: folder.appendingPathComponent("\(figure.picture.name).png"))
    }
    let text = brief.markdown { "\($0.name).png" }
    try Data(text.utf8).write(to: folder.appendingPathComponent("brief.md"))
    try Data(IllustratedBrief.style.utf8).write(to: folder.appendingPathComponent("brief.css"))
    let made = folder.appendingPathComponent("brief.\(form.rawValue)")
    try Pandoc.run(
      ["brief.md", "--from", "markdown", "--output", made.path] + (form == .pdf ? try Pandoc.engine() : []), in: folder)
    guard let bytes = FileManager.default.contents(atPath: made.path) else {
      throw Failure.environment("pandoc reported success but wrote no \(form.rawValue) file")
    }
    try Output.write(Array(bytes), to: output)
  }
}

/// The format of a brief.
enum BriefForm: String, CaseIterable, ExpressibleByArgument {
  case markdown, html, docx, pdf

  static let suffixes: [String: BriefForm] = [
    "md": .markdown, "markdown": .markdown, "html": .html, "docx": .docx, "pdf": .pdf,
  ]
}

/// Conversion to Word and PDF, by pandoc.
enum Pandoc {
  static func run(_ arguments: [String], in folder: URL) throws {
    let pandoc = Process()
    pandoc.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    pandoc.arguments = ["pandoc"] + arguments
    pandoc.currentDirectoryURL = folder
    let errors = Pipe()
    pandoc.standardError = errors
    pandoc.standardInput = FileHandle.nullDevice
    do { try pandoc.run() } catch {
      throw Failure.environment("pandoc cannot be started: \(error.localizedDescription)")
    }
    let message = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    pandoc.waitUntilExit()
    guard pandoc.terminationStatus != 127 else {
      throw Failure.environment("Word and PDF require pandoc, which is not installed (Debian: apt-get install pandoc)")
    }
    guard pandoc.terminationStatus == 0 else {
      throw Failure.environment("pandoc failed: \(message.trimmingCharacters(in: .whitespacesAndNewlines))")
    }
  }

  /// The options for the first PDF engine that is installed: WeasyPrint uses the style sheet of the brief, the others
  /// their own.
  static func engine() throws -> [String] {
    let path = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    func isInstalled(_ name: String) -> Bool {
      path.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") }
    }
    if isInstalled("weasyprint") { return ["--to", "html5", "--css", "brief.css", "--pdf-engine", "weasyprint"] }
    guard let engine = ["xelatex", "lualatex", "tectonic", "context"].first(where: isInstalled) else {
      throw Failure.environment(
        "pandoc requires a PDF engine, and none is installed (Debian: apt-get install weasyprint)")
    }
    return ["--pdf-engine", engine, "--variable", "geometry:a4paper,margin=18mm"]
  }
}
