internal import DyadCore
internal import DyadDrawing

/// The sheets of the last few versions, each laid out and painted once.
actor SheetCache {
  struct Key: Hashable {
    var version: Int
    var view: SheetView
    var isNarrow: Bool
  }

  /// What the state says about a sheet.
  struct Sheet: Sendable {
    /// The picture as text; the error where it cannot be laid out.
    var alternative: String
    /// The claims behind the parts of the SVG.
    var targets: [String: [String]]
  }

  private var pictures: [Key: Task<Picture, any Error>] = [:]
  private var painted: [Key: Task<[UInt8], any Error>] = [:]
  private static let most = 24

  func sheet(_ key: Key, of graph: KnowledgeGraph) async -> Sheet {
    do {
      let picture = try await picture(key, of: graph).value
      return Sheet(alternative: picture.alternative, targets: picture.targets)
    } catch {
      return Sheet(alternative: "\(error)", targets: [:])
    }
  }

  func svg(_ key: Key, of graph: KnowledgeGraph) async throws(Refusal) -> [UInt8] {
    let task: Task<[UInt8], any Error>
    if let known = painted[key] {
      task = known
    } else {
      if painted.count >= SheetCache.most { painted = [:] }
      let picture = picture(key, of: graph)
      task = Task {
        guard let composition = try await picture.value.composition else { return [] }
        return Array(try await composition.svg(Finish(isPartOfPage: true)).utf8)
      }
      painted[key] = task
    }
    do { return try await task.value } catch { throw Refusal(.failed, "\(error)") }
  }

  private func picture(_ key: Key, of graph: KnowledgeGraph) -> Task<Picture, any Error> {
    if let known = pictures[key] { return known }
    if pictures.count >= SheetCache.most { pictures = [:] }
    let task = Task { try await key.view.request(isNarrow: key.isNarrow).picture(of: graph) }
    pictures[key] = task
    return task
  }
}
