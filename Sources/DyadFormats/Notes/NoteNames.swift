internal import DyadCore

/// The names of the notes: what each thing is called, as every system of files takes it, told apart without regard to case.
struct NoteNames {
  private var names: [String: String] = [:]
  private var taken: Set<String> = ["index"]

  private static let longest = 80
  /// What Windows takes for devices.
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

  /// Without what a path, a link or a reader's eye would stumble over.
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
    // At the end of a word, where there is one not far back.
    if cut.count < words.count, let space = cut.lastIndex(of: " "), cut.distance(from: space, to: cut.endIndex) < 20 {
      cut = String(cut[..<space])
    }
    while cut.utf8.count > 200 { cut.removeLast() }
    while let last = cut.last, last == " " || last == "." { cut.removeLast() }
    while let first = cut.first, first == "." || first == " " || first == "-" { cut.removeFirst() }
    return cut
  }
}
