internal import DyadCore
internal import DyadFormats
internal import Foundation

/// The files of a dossier in which its reviews are stored.
struct ReviewStore {
  private let path: String
  private let dossiers: [Dossier]

  /// Ends the run where the dossier is no YAML file or folder.
  init(of path: String, _ dossiers: [Dossier]) throws {
    guard path != "-", try Format.reading(path).id == "dossier" else {
      throw Failure.input("reviews can be stored in dossiers in YAML only, not in '\(path)'")
    }
    (self.path, self.dossiers) = (path, dossiers)
  }

  /// Writes each review over the previous one of its claim, or after the last review; each file is written completely or not at all.
  func add(_ reviews: [Review]) throws {
    let stored = dossiers.flatMap(\.reviews).compactMap { review in review.place.map { (review.value.id, $0) } }
    let files = Dictionary(stored.map { ($0.0, $0.1.file) }, uniquingKeysWith: { first, _ in first })
    let last = stored.map(\.1).max()?.file ?? newFile
    for (file, added) in Dictionary(grouping: reviews, by: { files[$0.id] ?? last }).sorted(by: { $0.key < $1.key }) {
      try add(added, to: file)
    }
    if reviews.isEmpty { Terminal.report("every claim is reviewed") }
  }

  private func add(_ reviews: [Review], to file: String) throws {
    let place = URL(fileURLWithPath: file).resolvingSymlinksInPath().path
    var text = ""
    if FileManager.default.fileExists(atPath: place) {
      guard let bytes = FileManager.default.contents(atPath: place) else {
        throw Failure.environment("'\(file)' cannot be read")
      }
      text = String(decoding: bytes, as: UTF8.self)
    }
    let edited: String
    do { edited = try ReviewEdit(of: text, file: file, folder: path).adding(reviews) } catch {
      throw Failure.input(error.description)
    }
    try Output.write(Array(edited.utf8), to: place)
    Terminal.report("\(file): \(reviews.count) \(reviews.count == 1 ? "review" : "reviews") stored")
  }

  /// The dossier itself if it is one file, or `reviews.yaml` in its folder.
  private var newFile: String {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else { return path }
    return path.hasSuffix("/") ? "\(path)reviews.yaml" : "\(path)/reviews.yaml"
  }
}
