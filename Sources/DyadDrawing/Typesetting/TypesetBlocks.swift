internal import DyadContent
internal import Synchronization

/// The cards and figures that are typeset for a picture, or for the frames of a film: to be measured, and again for each step of
/// their layout.
final class TypesetBlocks: Sendable {
  /// All that decides how a block is typeset, for one theme.
  enum Key: Hashable {
    case card(Card, width: Double, isTerse: Bool)
    case figure(Figure, width: Double, least: Double, padding: Double, isSmall: Bool)

    /// Hashes that in which most blocks differ: a hash of all rows takes longer than finding one of a few frames.
    func hash(into hasher: inout Hasher) {
      switch self {
      case .card(let card, let width, _):
        hasher.combine(card.kind)
        hasher.combine(card.rows.count)
        hasher.combine(width)
      case .figure(let figure, let width, _, _, _):
        hasher.combine(figure.id)
        hasher.combine(width)
      }
    }
  }

  private let blocks = Mutex<[Key: Block]>([:])

  /// The block, typeset the first time.
  func block(_ key: Key, typeset: () -> Block) -> Block {
    if let block = blocks.withLock({ $0[key] }) { return block }
    let block = typeset()
    blocks.withLock { $0[key] = block }
    return block
  }
}
