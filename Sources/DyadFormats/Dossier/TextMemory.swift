internal import DyadCore
internal import Foundation

/// The source texts of a dossier, each read and prepared once until its file changes.
///
///     let texts = TextMemory(besides: "ferry")
///     try texts.text(at: "herald.txt").get().find("ended their quarrel")
package final class TextMemory {
  /// The size and time of a file, which change when it is saved.
  package struct Stamp: Equatable, Sendable {
    let size: Int64
    let seconds: Int
    let nanoseconds: Int
    let file: UInt64
  }

  let folder: SourceTexts
  private var known: [String: (stamp: Stamp?, text: Result<SourceText, SourceTexts.Refusal>)] = [:]

  /// The texts of the dossier in a file or folder.
  package init(besides path: String) { folder = SourceTexts(besides: path) }

  /// The text at the path, relative to the dossier.
  func text(at path: String) -> Result<SourceText, SourceTexts.Refusal> {
    let stamp = stamp(of: path)
    if let known = known[path], known.stamp == stamp { return known.text }
    let text = folder.text(at: path).map { SourceText($0) }
    known[path] = (stamp, text)
    return text
  }

  func stamp(of path: String) -> Stamp? {
    guard let place = folder.place(of: path) else { return nil }
    var status = stat()
    guard stat(place.path, &status) == 0 else { return nil }
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    return Stamp(
      size: Int64(status.st_size), seconds: time.tv_sec, nanoseconds: time.tv_nsec, file: UInt64(status.st_ino))
  }
}
