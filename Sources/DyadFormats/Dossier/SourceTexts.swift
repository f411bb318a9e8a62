internal import Foundation

/// The texts that a dossier may read: those inside its own folder, or inside the git repository that encloses it.
struct SourceTexts {
  static let largest = 16 << 20

  /// The reason for which a text is not read.
  struct Refusal: Error { let reason: String }

  /// The folder; `nil` for a dossier without one, such as in another format.
  let folder: URL?
  private let bounds: URL
  /// Texts that are not saved yet, by path: those of sources that an edit adds.
  var unsaved: [String: String] = [:]

  /// No text files: the dossier itself contains the texts.
  static let none = SourceTexts()

  private init() { (folder, bounds) = (nil, URL(fileURLWithPath: "/")) }

  init(besides file: String) {
    let place = URL(fileURLWithPath: file).resolvingSymlinksInPath()
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: place.path, isDirectory: &isFolder)
    let folder = exists && isFolder.boolValue ? place : place.deletingLastPathComponent()
    self.folder = folder
    bounds = SourceTexts.repository(around: folder) ?? folder
  }

  func text(at path: String) -> Result<String, Refusal> {
    guard folder != nil else {
      return .failure(Refusal(reason: "'\(path)' has no dossier beside it; write the text itself as 'content'"))
    }
    if let text = unsaved[path] { return .success(text) }
    guard !path.hasPrefix("/"), !path.hasPrefix("~") else {
      return .failure(Refusal(reason: "'\(path)' is an absolute path; write it relative to the dossier"))
    }
    guard let place = self.place(of: path) else {
      return .failure(Refusal(reason: "'\(path)' is outside the dossier's folder and repository"))
    }
    return SourceTexts.read(place).mapError { Refusal(reason: "'\(path)' \($0.reason)") }
  }

  /// Where the text of a relative path is, after resolving links; `nil` outside the dossier's folder and repository.
  func place(of path: String) -> URL? {
    guard let folder, !path.hasPrefix("/"), !path.hasPrefix("~") else { return nil }
    let place = folder.appendingPathComponent(path).standardizedFileURL.resolvingSymlinksInPath()
    return place.path.hasPrefix(bounds.path.hasSuffix("/") ? bounds.path : bounds.path + "/") ? place : nil
  }

  /// The text of a regular file that is not too large and is UTF-8.
  static func read(_ place: URL) -> Result<String, Refusal> {
    guard let status = FileStatus(of: place) else { return .failure(Refusal(reason: "does not exist")) }
    guard status.isRegular else { return .failure(Refusal(reason: "is not a file")) }
    guard status.size <= largest else { return .failure(Refusal(reason: "is larger than \(largest >> 20) MB")) }
    guard let data = try? Data(contentsOf: place) else { return .failure(Refusal(reason: "cannot be read")) }
    return decoded(data)
  }

  static func decoded(_ data: Data) -> Result<String, Refusal> {
    guard data.count <= largest else { return .failure(Refusal(reason: "is larger than \(largest >> 20) MB")) }
    guard let text = String(validating: data, as: UTF8.self) else {
      return .failure(Refusal(reason: "is not UTF-8 text"))
    }
    let hasNUL = data.withUnsafeBytes { bytes in bytes.baseAddress.map { memchr($0, 0, bytes.count) != nil } ?? false }
    guard !hasNUL else {
      return .failure(Refusal(reason: "is not text: it contains a NUL"))
    }
    return .success(text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text)
  }

  private static func repository(around folder: URL) -> URL? {
    var folder = folder
    while folder.path != "/" {
      if FileManager.default.fileExists(atPath: folder.appendingPathComponent(".git").path) { return folder }
      folder.deleteLastPathComponent()
    }
    return nil
  }
}
