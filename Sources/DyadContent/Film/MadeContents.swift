internal import Synchronization

/// The contents that were made of the frames of a film, each once for some options.
final class MadeContents: Sendable {
  enum Part: Hashable {
    case union
    case frame(Int, isMarked: Bool)
  }

  private struct Key: Hashable {
    var part: Part
    var options: ContentOptions
  }

  private let contents = Mutex<[Key: Content]>([:])

  func content(_ part: Part, _ options: ContentOptions, make: () -> Content) -> Content {
    let key = Key(part: part, options: options)
    if let content = contents.withLock({ $0[key] }) { return content }
    let content = make()
    contents.withLock { $0[key] = content }
    return content
  }
}
