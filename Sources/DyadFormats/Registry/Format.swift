public import DyadCore
public import DyadSyntax
internal import Foundation

/// A format in which graphs are read, written or both.
///
/// `Format.all` lists them; the tool, the manual and the tests use this list.
///
///     if let turtle = Format.named("turtle") {
///       print(String(decoding: turtle.bytes(of: graph), as: UTF8.self))
///     }
public struct Format: Identifiable, Sendable {
  /// A writer of graphs; its memory does not grow with the graph.
  public enum Writer: Sendable {
    /// Writes one file.
    case file(@Sendable (KnowledgeGraph, ByteSink) -> Void)
    /// Writes the files of a folder.
    case folder(@Sendable (KnowledgeGraph, FolderSink) -> Void)
  }

  /// Reads a file, a folder, or standard input for `-`.
  public typealias Reader = @Sendable (_ path: String) -> Checked<[Dossier]>

  /// Reads the bytes of a file.
  package typealias BytesReader = @Sendable (_ bytes: [UInt8], _ file: String) -> Checked<[Dossier]>

  /// What a format is read from.
  enum Input {
    /// A path, which may be that of a folder.
    case path(Reader)
    /// The bytes of one file.
    case file(BytesReader)
  }

  /// The name for `--to` and `--from`.
  public let id: String
  /// The name for readers.
  public let name: String
  /// The suffixes of its files, the usual one first.
  public let suffixes: [String]
  /// The parts of a graph that it omits.
  public let omits: [Aspect]
  /// The reader; `nil` for a format that is only written.
  public let reader: Reader?
  /// The reader of bytes in memory; `nil` for a format that is only written, and for one with several files.
  package let bytesReader: BytesReader?
  /// The writer; `nil` for a format that is only read.
  public let writer: Writer?

  init(
    _ id: String, _ name: String, suffixes: [String], omits: [Aspect] = [], reader: Input? = nil,
    writer: Writer? = nil
  ) {
    (self.id, self.name, self.suffixes, self.omits, self.writer) = (id, name, suffixes, omits, writer)
    switch reader {
    case .path(let read): (self.reader, bytesReader) = (read, nil)
    case .file(let read): (self.reader, bytesReader) = (FileBytes.reader(read), read)
    case nil: (self.reader, bytesReader) = (nil, nil)
    }
  }

  /// Whether it is written as a folder of files.
  public var isFolder: Bool {
    if case .folder = writer { true } else { false }
  }

  /// The format of that id; `nil` for an unknown one.
  public static func named(_ id: String) -> Format? { all.first { $0.id == id } }

  /// The format with the longest suffix of the path, of those that fit: `.node-link.json` before `.json`.
  public static func of(path: String, where fits: (Format) -> Bool = { _ in true }) -> Format? {
    let name = path.lowercased()
    let ends = all.filter(fits).flatMap { format in
      format.suffixes.filter { name.hasSuffix(".\($0)") }.map { (format: format, length: $0.utf8.count) }
    }
    let longest = ends.map(\.length).max()
    return ends.first { $0.length == longest }?.format
  }

  /// The format in which the file or folder is read: by its suffix, or by the tables in the folder.
  ///
  /// A folder, a file without a suffix and standard input are dossiers.
  public static func reading(_ path: String) throws(UnknownSuffix) -> Format {
    if OwnTables.exist(in: path) { return csv }
    if let format = of(path: path) { return format }
    guard path == "-" || isFolder(path) || suffix(of: path).isEmpty else { throw UnknownSuffix(path: path) }
    return dossier
  }

  private static func suffix(of path: String) -> String { URL(fileURLWithPath: path).pathExtension }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }

  /// The graph in this format, in memory; of a folder, its files one after the other.
  public func bytes(of graph: KnowledgeGraph) -> [UInt8] {
    switch writer {
    case .file(let write): ByteSink.collected { write(graph, $0) }
    case .folder: files(of: graph).sorted { $0.key < $1.key }.flatMap(\.value)
    case nil: []
    }
  }

  /// The files by their names, for a format that is a folder.
  public func files(of graph: KnowledgeGraph) -> [String: [UInt8]] {
    guard case .folder(let write) = writer else { return [:] }
    return FolderSink.collected { write(graph, $0) }
  }
}

/// The suffix of a file is unknown.
///
///     do { _ = try Format.reading("ties.nqads") } catch { print(error) }  // unknown suffix of 'ties.nqads'; known: …
public struct UnknownSuffix: Error, CustomStringConvertible {
  /// The file.
  public let path: String

  /// "unknown suffix of 'b.nqads'; known: .yaml, .yml, …"
  public var description: String {
    let known = Format.all.filter { $0.reader != nil && !$0.isFolder }.flatMap(\.suffixes).map { ".\($0)" }
    return "unknown suffix of '\(path)'; known: \(known.joined(separator: ", "))"
  }
}

extension Format {
  /// Every format, the dossier first, then family by family.
  public static let all: [Format] = [
    dossier, json, jsonl,
    turtle, ntriples, nquads, trig, jsonld,
    graphml, gexf, dot, jgf, nodeLink, cx2, mermaid,
    cypher, neo4jCSV,
    followTheMoney, stix,
    csv,
    obsidian,
    cslJSON, bibtex,
    webAnnotation,
  ]
}
