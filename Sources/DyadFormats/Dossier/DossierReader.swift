public import DyadCore
internal import Foundation

/// Reads dossiers: YAML in one file, in a folder of files, or from standard input.
///
///     let graph = try DossierReader.read("examples/pakistan-afghanistan").then { KnowledgeGraph.linking($0) }.get()
public enum DossierReader {
  private static let suffixes: Set<String> = ["yaml", "yml"]

  /// The dossiers of the file or folder, or of standard input for `-`, with every finding.
  public static func read(_ path: String) -> Checked<[Dossier]> {
    var isFolder: ObjCBool = false
    if path == "-" {
      let text = SourceTexts.decoded(FileBytes.standardInput(atMost: SourceTexts.largest))
      return one(text, file: "standard input", texts: SourceTexts(besides: "."))
    }
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      return Checked(
        [], [Diagnostic(.unreadable, "no such file or folder: '\(path)'", at: SourceLocation(file: path))])
    }
    guard isFolder.boolValue else {
      // A symbolic link is followed if the user names it, but not inside a folder.
      let texts = SourceTexts(besides: path)
      let all = files(of: path).map { file in
        one(SourceTexts.read(URL(fileURLWithPath: file).resolvingSymlinksInPath()), file: file, texts: texts)
      }
      return Checked(all.flatMap(\.value), all.flatMap(\.diagnostics))
    }
    let files = files(in: path)
    guard !files.isEmpty else {
      return Checked(
        [], [Diagnostic(.emptyDossier, "the folder contains no .yaml file", at: SourceLocation(file: path))])
    }
    let texts = SourceTexts(besides: path)
    let all = files.map { one(SourceTexts.read(URL(fileURLWithPath: $0)), file: $0, texts: texts) }
    return Checked(all.flatMap(\.value), all.flatMap(\.diagnostics))
  }

  /// The dossier of a text; `folder` is where the texts of its sources are looked up.
  public static func read(text: String, file: String, folder: String = ".") -> Checked<Dossier> {
    read(text: text, file: file, folder: folder, unsaved: [:])
  }

  /// The same with texts that are not saved yet, by their paths from the folder.
  package static func read(
    text: String, file: String, folder: String, unsaved: [String: String]
  ) -> Checked<Dossier> {
    var texts = SourceTexts(besides: folder)
    texts.unsaved = unsaved
    let checked = one(.success(text), file: file, texts: texts)
    return Checked(checked.value.first ?? Dossier(), checked.diagnostics)
  }

  /// A dossier in one file, and the file of its drafts if there is one.
  package static func files(of path: String) -> [String] {
    let drafts = draftsFile(of: path, isFolder: false)
    return [path] + (drafts != path && FileManager.default.fileExists(atPath: drafts) ? [drafts] : [])
  }

  /// Where the drafts of a dossier are: `drafts.yaml` in a folder, `ties.drafts.yaml` beside `ties.yaml`.
  package static func draftsFile(of path: String, isFolder: Bool) -> String {
    if isFolder { return path.hasSuffix("/") ? "\(path)drafts.yaml" : "\(path)/drafts.yaml" }
    let suffix = (path as NSString).pathExtension
    let stem = (path as NSString).deletingPathExtension
    return stem.hasSuffix(".drafts") ? path : "\(stem).drafts.\(suffix)"
  }

  /// Where a file is whose path a dossier gives, such as a store of events, by the rule of the texts of sources; `nil`
  /// outside the dossier's folder and repository.
  package static func place(of path: String, besides dossier: String) -> String? {
    SourceTexts(besides: dossier == "-" ? "." : dossier).place(of: path)?.path
  }

  /// The text of a file, or the reason for which it is not read.
  package static func text(of file: String) -> Checked<String?> {
    switch SourceTexts.read(URL(fileURLWithPath: file).resolvingSymlinksInPath()) {
    case .success(let text): Checked(text)
    case .failure(let refusal):
      Checked(nil, [Diagnostic(.unreadable, "the file \(refusal.reason)", at: SourceLocation(file: file))])
    }
  }

  /// Regular files below the folder, without hidden ones and links to folders.
  package static func files(in folder: String) -> [String] { files(in: folder, visitingAtMost: .max) ?? [] }

  /// The same; `nil` where the folder has more files and folders of all sorts below it.
  package static func files(in folder: String, visitingAtMost limit: Int) -> [String]? {
    let walk = FileManager.default.enumerator(atPath: folder)
    var found: [String] = []
    var visited = 0
    while let path = walk?.nextObject() as? String {
      visited += 1
      guard visited <= limit else { return nil }
      guard !path.split(separator: "/").contains(where: { $0.hasPrefix(".") }),
        suffixes.contains((path as NSString).pathExtension.lowercased())
      else { continue }
      found.append(folder.hasSuffix("/") ? folder + path : "\(folder)/\(path)")
    }
    return found.sorted()
  }

  static func one(
    _ text: Result<String, SourceTexts.Refusal>, file: String, texts: SourceTexts, memory: TextMemory? = nil
  ) -> Checked<[Dossier]> {
    switch text {
    case .failure(let refusal):
      return Checked([], [Diagnostic(.unreadable, "the file \(refusal.reason)", at: SourceLocation(file: file))])
    case .success(let text):
      if let bad = CleanText.firstRefused(in: text, file: file) { return Checked([], [bad]) }
      let root = YAMLText.root(of: text, file: file)
      guard let node = root.value, root.errors.isEmpty else {
        let empty = Diagnostic(.emptyDossier, "the file is empty", at: SourceLocation(file: file))
        return Checked([], root.diagnostics.isEmpty ? [empty] : root.diagnostics)
      }
      let walk = DossierWalk(file: file, texts: texts, memory: memory)
      walk.read(node)
      return Checked([walk.dossier], walk.context.findings)
    }
  }
}

extension Format {
  /// The dossier in YAML, in one file or a folder of files.
  public static let dossier = Format(
    "dossier", "Dossier (YAML)", suffixes: ["yaml", "yml"], reader: .path { DossierReader.read($0) },
    writer: .file { YAMLWriter.write($0, to: $1) })
}
