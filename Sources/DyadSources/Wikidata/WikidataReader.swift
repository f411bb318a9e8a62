internal import DyadSyntax
internal import Foundation

/// Reads the entity JSON of Wikidata: one item, a page of Special:EntityData, or a dump with an item on each line.
package struct WikidataReader {
  /// The items that are kept; empty for all.
  private let wanted: Set<String>
  private(set) var items: [String: WikidataItem] = [:]
  /// The greatest number of items that are read without naming them.
  static let most = 500
  private static let largestLine = 64 << 20

  /// - Parameter wanted: the items to keep, such as Q843; empty for all.
  package init(keeping wanted: Set<String> = []) { self.wanted = wanted }

  /// Reads a file, the .json files of a folder, or standard input.
  package mutating func read(_ path: String) throws(SourceError) {
    var isFolder: ObjCBool = false
    if path == "-" { return try read(FileHandle.standardInput, path) }
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw .environment("no such file or folder: '\(path)'")
    }
    guard isFolder.boolValue else { return try readFile(path) }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    let files = names.filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") }.sorted()
    guard !files.isEmpty else { throw .document("'\(path)' contains no .json file") }
    for file in files { try readFile("\(path)/\(file)") }
  }

  private mutating func readFile(_ path: String) throws(SourceError) {
    guard let handle = FileHandle(forReadingAtPath: path) else { throw .environment("'\(path)' cannot be read") }
    defer { try? handle.close() }
    try read(handle, path)
  }

  /// By lines, so that a dump needs no more memory than its items that are kept.
  private mutating func read(_ handle: FileHandle, _ path: String) throws(SourceError) {
    let before = items.count
    var rest: [UInt8] = []
    var isDump: Bool?
    while let chunk = try? handle.read(upToCount: 1 << 20), !chunk.isEmpty {
      rest += chunk
      if isDump == nil { isDump = rest.first { $0 > 0x20 }.map { $0 == UInt8(ascii: "[") } }
      guard isDump == true else {
        guard rest.count <= WikidataReader.largestLine else { throw WikidataReader.tooLarge(path) }
        continue
      }
      guard let end = rest.lastIndex(of: 0x0A) else {
        guard rest.count <= WikidataReader.largestLine else { throw WikidataReader.tooLarge(path) }
        continue
      }
      for line in rest[..<end].split(separator: 0x0A) { try readLine(line, path) }
      rest.removeSubrange(...end)
    }
    if isDump == true {
      for line in rest.split(separator: 0x0A) { try readLine(line, path) }
    } else {
      try keep(parsed(rest, path), path)
    }
    if items.count == before, wanted.isEmpty { throw .document("'\(path)' has no item of Wikidata") }
  }

  private static func tooLarge(_ path: String) -> SourceError {
    .document("'\(path)' has more than \(largestLine >> 20) MB on one line; dumps have an item on each")
  }

  /// A line of a dump: a bracket, or an item with a comma.
  private mutating func readLine(_ line: ArraySlice<UInt8>, _ path: String) throws(SourceError) {
    var line = line
    while let last = line.last, last <= 0x20 || last == UInt8(ascii: ",") { line.removeLast() }
    while let first = line.first, first <= 0x20 { line.removeFirst() }
    if line.isEmpty || line.elementsEqual([UInt8(ascii: "[")]) || line.elementsEqual([UInt8(ascii: "]")]) { return }
    // Most lines of a dump are not wanted; the id is near their start.
    if !wanted.isEmpty, let id = WikidataReader.id(in: line.prefix(200)), !wanted.contains(id) { return }
    try keep(parsed(Array(line), path), path)
  }

  private static func id(in start: ArraySlice<UInt8>) -> String? {
    String(decoding: start, as: UTF8.self).firstMatch(of: /"id":"(Q\d+)"/).map { String($0.1) }
  }

  private func parsed(_ bytes: [UInt8], _ path: String) throws(SourceError) -> JSONNode {
    do { return try JSONParser.parse(bytes, document: path) } catch {
      throw .document("\(error.location.document):\(error.location.line):\(error.location.column): \(error.message)")
    }
  }

  private mutating func keep(_ root: JSONNode, _ path: String) throws(SourceError) {
    let nodes = root["entities"]?.members?.map(\.value) ?? root.array ?? [root]
    for item in nodes.compactMap(WikidataItem.init) where wanted.isEmpty || wanted.contains(item.id) {
      items[item.id] = item
    }
    guard items.count <= WikidataReader.most || !wanted.isEmpty else {
      throw .document("'\(path)' has more than \(WikidataReader.most) items; name those to add, such as Q843")
    }
  }
}
