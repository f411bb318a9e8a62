internal import DyadCore
internal import DyadFormats
internal import Foundation

/// Which YAML files make up a dossier, in a folder that may have several dossiers and other files.
enum DossierFiles {
  private static let keys = Set(RecordForm.all.compactMap(\.section)).union([
    "dossier", "source", "accept", RejectedProposal.section,
  ])

  /// Whether the text is one of a dossier: it has a section, and no more keys of other kinds than sections.
  static func isDossier(_ bytes: [UInt8]) -> Bool {
    let found = rootKeys(of: bytes)
    let known = found.count(where: keys.contains)
    return known > 0 && known * 2 >= found.count
  }

  /// Whether the text gives the title of a dossier.
  static func isTitled(_ bytes: [UInt8]) -> Bool { rootKeys(of: bytes).contains("dossier") }

  /// The words before a colon at the start of lines.
  private static func rootKeys(of bytes: [UInt8]) -> [String] {
    bytes.split(separator: 0x0A).compactMap { line in
      guard let first = line.first, first != 0x20, first != 0x23, first != 0x2D, let colon = line.firstIndex(of: 0x3A)
      else { return nil }
      let next = line.index(after: colon)
      guard next == line.endIndex || [0x20, 0x0D].contains(line[next]) else { return nil }
      return String(decoding: line[..<colon], as: UTF8.self)
    }
  }

  /// The file or folder of the dossier that the file belongs to: as `dyad check` would be given it.
  ///
  /// A folder with one title at most is one dossier, with the folders below it; in a folder with several titles, each file
  /// is its own.
  static func root(of file: String, within folders: [String], text: (String) -> [UInt8]?) -> String {
    var folder = parent(of: file)
    if titled(in: folder, text).count > 1 { return file }
    // A title further up makes this a part of that dossier.
    while titled(in: folder, text).isEmpty, !folders.contains(folder), let above = above(folder, folders),
      hasDossier(in: above, text)
    {
      guard titled(in: above, text).count < 2 else { break }
      folder = above
    }
    return folder
  }

  /// How many files and folders below a folder are looked at: a file may be open in a home folder, or in that of the system.
  private static let mostVisited = 20_000

  /// The files of the dossier in the folder, or the file itself; in a folder with very many files, only those directly in it.
  static func files(of root: String, text: (String) -> [UInt8]?) -> [String] {
    guard isFolder(root) else { return DossierReader.files(of: root) }
    let files = DossierReader.files(in: root, visitingAtMost: mostVisited) ?? own(root)
    return files.filter { file in text(file).map(isDossier) ?? false }
  }

  static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }

  static func parent(of path: String) -> String { (path as NSString).deletingLastPathComponent }

  private static func above(_ folder: String, _ folders: [String]) -> String? {
    let above = parent(of: folder)
    return above != folder && folders.contains { above == $0 || above.hasPrefix($0 + "/") } ? above : nil
  }

  private static func own(_ folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { name in !name.hasPrefix(".") && (name.hasSuffix(".yaml") || name.hasSuffix(".yml")) }
      .map { "\(folder)/\($0)" }
  }

  private static func titled(in folder: String, _ text: (String) -> [UInt8]?) -> [String] {
    own(folder).filter { text($0).map { isDossier($0) && isTitled($0) } ?? false }
  }

  private static func hasDossier(in folder: String, _ text: (String) -> [UInt8]?) -> Bool {
    own(folder).contains { text($0).map(isDossier) ?? false }
  }
}

extension DossierFiles {
  /// The path without `.` and `..`.
  static func standard(_ path: String) -> String { URL(fileURLWithPath: path).standardizedFileURL.path }
}
