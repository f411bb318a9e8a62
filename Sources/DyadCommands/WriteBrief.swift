internal import ArgumentParser
internal import DyadContent
internal import DyadCore
internal import DyadDrawing
internal import DyadReport
internal import Foundation
internal import Graphviz

/// `dyad brief`
struct WriteBrief: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "brief",
    abstract: "Write a briefing on two parties, in prose, with pictures and every source.",
    discussion: """
      Who they are and who is in office, where they stand, what changed, how it came to this, third parties, what is \
      contested or uncertain, and the numbered sources with their quotes. It speaks in the past of any date that the \
      dossier knows something later than. Word and PDF are made by pandoc.
      """)

  @OptionGroup var source: DossierArguments

  @Option(parsing: .upToNextOption, help: ArgumentHelp("The two parties.", valueName: "party"))
  var between: [String]

  @OptionGroup var when: WhenArguments

  @Option(help: ArgumentHelp("Tell what changed since this date.", valueName: "date"))
  var since: PartialDate?

  @OptionGroup var kept: FilterArguments

  @Option(
    name: .shortAndLong,
    help: "The file to write; its suffix picks the format. Without it, Markdown without pictures on standard output.")
  var output: String?

  @Option(name: .customLong("as"), help: "The format, whatever the suffix: markdown, html, docx or pdf.")
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
    let graph = try source.graph()
    let view = try options.view(in: graph)
    let moment = options.moment(of: nil, in: graph)
    if let since, since.days.lowerBound > moment.days.upperBound {
      throw Failure.input("--since \(since) is later than \(moment.days.upperBound)")
    }
    do {
      let brief = Brief(
        graph, between: view.focus.parties[0], view.focus.parties[1], at: moment, since: since?.days.lowerBound,
        filter: view.filter)
      switch form! {
      case .markdown: try await writeMarkdown(brief)
      case .html: try Output.write(Array(try await IllustratedBrief(brief).html().utf8), to: output ?? "-")
      case .docx, .pdf: try await write(brief, as: form!, to: output!)
      }
    } catch let error as PictureError {
      throw Failure.drawing(error)
    }
  }

  /// The pictures stand beside the text, called after it.
  private func writeMarkdown(_ brief: Brief) async throws {
    guard let output, output != "-" else { return Terminal.result(brief.markdown()) }
    let stem = URL(fileURLWithPath: output).deletingPathExtension()
    func file(_ picture: Brief.Picture) -> String { "\(stem.lastPathComponent)-\(picture.name).svg" }
    for figure in try await IllustratedBrief(brief).figures {
      let place = stem.deletingLastPathComponent().appendingPathComponent(file(figure.picture))
      try Output.write(try await figure.drawing.rendering(as: .svg).bytes, to: place.path)
    }
    // A name with a space or a bracket would end the link before its time.
    let text = brief.markdown { file($0).addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) }
    try Output.write(Array(text.utf8), to: output)
  }

  private func write(_ brief: Brief, as form: BriefForm, to output: String) async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("dyad-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
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
      throw Failure.environment("pandoc wrote no \(form.rawValue)")
    }
    try Output.write(Array(bytes), to: output)
  }
}

/// What a brief is written as.
enum BriefForm: String, CaseIterable, ExpressibleByArgument {
  case markdown, html, docx, pdf

  static let suffixes: [String: BriefForm] = [
    "md": .markdown, "markdown": .markdown, "html": .html, "docx": .docx, "pdf": .pdf,
  ]
}

/// pandoc, which makes what we do not write.
enum Pandoc {
  static func run(_ arguments: [String], in folder: URL) throws {
    let pandoc = Process()
    pandoc.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    pandoc.arguments = ["pandoc"] + arguments
    pandoc.currentDirectoryURL = folder
    let errors = Pipe()
    pandoc.standardError = errors
    pandoc.standardInput = FileHandle.nullDevice
    do { try pandoc.run() } catch { throw Failure.environment("pandoc cannot be started: \(error.localizedDescription)") }
    let words = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    pandoc.waitUntilExit()
    guard pandoc.terminationStatus != 127 else {
      throw Failure.environment("Word and PDF are made by pandoc, which is not installed (Debian: apt-get install pandoc)")
    }
    guard pandoc.terminationStatus == 0 else {
      throw Failure.environment("pandoc failed: \(words.trimmingCharacters(in: .whitespacesAndNewlines))")
    }
  }

  /// The first of those that pandoc knows and this machine has: WeasyPrint sets our own style, the others theirs.
  static func engine() throws -> [String] {
    let path = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    func isThere(_ name: String) -> Bool {
      path.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") }
    }
    if isThere("weasyprint") { return ["--to", "html5", "--css", "brief.css", "--pdf-engine", "weasyprint"] }
    guard let engine = ["xelatex", "lualatex", "tectonic", "context"].first(where: isThere) else {
      throw Failure.environment(
        "pandoc needs a program to make a PDF with, and there is none (Debian: apt-get install weasyprint)")
    }
    return ["--pdf-engine", engine, "--variable", "geometry:a4paper,margin=18mm"]
  }
}
