internal import DyadContent
internal import Synchronization

/// The cards that are typeset for a picture, or for the frames of a film: to be measured, and again for each step of their layout.
final class TypesetCards: Sendable {
  private struct Key: Hashable {
    var card: Card
    var width: Double
    var isTerse: Bool
  }

  private let blocks = Mutex<[Key: Block]>([:])

  /// The block of a card, typeset the first time.
  func block(_ card: Card, width: Double, isTerse: Bool, typeset: () -> Block) -> Block {
    let key = Key(card: card, width: width, isTerse: isTerse)
    if let block = blocks.withLock({ $0[key] }) { return block }
    let block = typeset()
    blocks.withLock { $0[key] = block }
    return block
  }
}
