internal import DyadDrawing
internal import Foundation

/// Writes a result as a whole or not at all.
enum Output {
  static func write(_ bytes: [UInt8], to path: String) throws {
    guard path != "-" else { return Terminal.result(bytes) }
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw Ending.world("'\(path)' cannot be written: \(error.localizedDescription)")
    }
  }
}

/// The file that keeps where the parts of a picture stand.
enum LayoutLock {
  /// `nil` where there is no such file yet.
  static func read(_ path: String) throws -> Places? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    guard let content = FileManager.default.contents(atPath: path) else {
      throw Ending.world("'\(path)' cannot be read")
    }
    guard let places = try? JSONDecoder().decode(Places.self, from: content), places.isFit else {
      throw Ending.inputs("'\(path)' is no layout that --lock has written")
    }
    return places
  }

  static func write(_ places: Places, to path: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try Output.write(Array(try encoder.encode(places)) + [0x0A], to: path)
  }
}
