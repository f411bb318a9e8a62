internal import Synchronization

/// The contents that were made of the frames of a film, each once for some options, and their subjects, each once for a headline.
final class MadeContents: Sendable {
  enum Part: Hashable {
    case union
    case frame(Int, isMarked: Bool)
  }

  private struct Key: Hashable {
    var part: Part
    var options: ContentOptions
  }

  private struct SubjectKey: Hashable {
    var part: Part
    var title: String?
  }

  private let contents = Mutex<[Key: Content]>([:])
  private let subjects = Mutex<[SubjectKey: ContentSubject]>([:])

  func content(_ part: Part, _ options: ContentOptions, make: () -> Content) -> Content {
    let key = Key(part: part, options: options)
    if let content = contents.withLock({ $0[key] }) { return content }
    let content = make()
    contents.withLock { $0[key] = content }
    return content
  }

  func subject(_ part: Part, titled title: String?, make: () -> ContentSubject) -> ContentSubject {
    let key = SubjectKey(part: part, title: title)
    if let subject = subjects.withLock({ $0[key] }) { return subject }
    let subject = make()
    subjects.withLock { $0[key] = subject }
    return subject
  }
}
