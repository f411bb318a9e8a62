internal import DyadCore

/// Unique names of notes, valid in every file system and distinct without regard to case.
struct NoteNames {
  private var names: [String: String] = [:]
  private var taken: Set<String> = ["index"]

  private static let longest = 80
  /// The names of devices in Windows.
  private static let devices: Set<String> = Set(
    ["con", "prn", "aux", "nul"] + (1...9).flatMap { ["com\($0)", "lpt\($0)"] })

  subscript(id: String) -> String { names[id] ?? id }

  mutating func add(_ id: String, called name: String) {
    var base = NoteNames.plain(name)
    if base.isEmpty { base = NoteNames.plain(id) }
    if NoteNames.devices.contains(base.lowercased()) { base += "_" }
    var chosen = base
    var number = 2
    while !taken.insert(chosen.lowercased()).inserted {
      chosen = "\(base) \(number)"
      number += 1
    }
    names[id] = chosen
  }

  /// The name without characters that are special in paths or links.
  private static func plain(_ name: String) -> String {
    var plain = ""
    for scalar in name.unicodeScalars {
      switch scalar {
      case "\\", "/", ":", "*", "?", "\"", "<", ">", "|", "#", "^", "[", "]", "%", "`": plain += " "
      case _ where scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .format:
        continue
      case _ where scalar.properties.isWhitespace: plain += " "
      default: plain.unicodeScalars.append(scalar)
      }
    }
    let words = plain.split(separator: " ").joined(separator: " ")
    var cut = String(words.prefix(longest))
    // Cut at the end of a word, if one is near.
    if cut.count < words.count, let space = cut.lastIndex(of: " "), cut.distance(from: space, to: cut.endIndex) < 20 {
      cut = String(cut[..<space])
    }
    while cut.utf8.count > 200 { cut.removeLast() }
    while let last = cut.last, last == " " || last == "." { cut.removeLast() }
    while let first = cut.first, first == "." || first == " " || first == "-" { cut.removeFirst() }
    return cut
  }
}
