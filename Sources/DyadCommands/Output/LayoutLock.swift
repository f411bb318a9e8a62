internal import DyadDrawing
internal import DyadSyntax
internal import Foundation

/// The file of `--lock`, which stores the positions of the parts of a picture.
enum LayoutLock {
  /// The stored positions, or `nil` if the file does not exist yet.
  static func read(_ path: String) throws -> Places? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    guard let content = FileManager.default.contents(atPath: path) else {
      throw Failure.environment("'\(path)' cannot be read")
    }
    guard let places = try? JSONValue(parsing: Array(content)).decoded(as: Places.self), places.isFit else {
      throw Failure.input("'\(path)' is not a layout file written by --lock")
    }
    return places
  }

  static func write(_ places: Places, to path: String) throws {
    let layout = JSONWriter.Layout(indent: "  ", colon: " : ")
    try Output.write(JSONValue(encoding: places).bytes(layout) + [0x0A], to: path)
  }
}
