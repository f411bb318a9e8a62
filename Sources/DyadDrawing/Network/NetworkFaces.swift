internal import DyadContent
internal import DyadCore

/// The faces of the names in a network: the more there are, the smaller; those with many ties are larger than others.
struct NetworkFaces {
  /// The face of most names; `nil` where there are few, which are typeset as in other pictures.
  private let face: Face?
  private let ranked: Set<Entity.ID>

  /// - Parameter stage: everything that is on the same stage, by which sizes are the same in all frames.
  init(_ stage: Content) {
    face = NetworkFaces.face(for: stage.figures.count)
    var ties: [Entity.ID: Int] = [:]
    for line in stage.lines { for end in [line.from, line.to].compactMap(\.self) { ties[end, default: 0] += 1 } }
    let most = ties.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(stage.figures.count / 10)
    ranked = Set(most.map(\.key))
  }

  private static func face(for count: Int) -> Face? {
    switch count {
    case ...14: nil
    case ...40: Face(size: 8, isBold: true)
    case ...100: Face(size: 7, isBold: true)
    default: Face(size: 6, isBold: true)
    }
  }

  /// Longer names are a point smaller.
  private static let longName = 28

  /// The size of the smallest type.
  var smallest: Int { min(Face.small.size, face.map { max(6, $0.size - 1) } ?? Face.small.size) }

  /// The face of a name; `nil` where there are few.
  func face(of figure: Figure) -> Face? {
    guard var face else { return nil }
    if ranked.contains(figure.id) { face.size += 1 }
    if figure.name.count > NetworkFaces.longName { face.size = max(6, face.size - 1) }
    return face
  }
}
