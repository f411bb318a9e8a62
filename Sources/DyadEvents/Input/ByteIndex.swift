/// Numbers by bytes, for parts of rows that other rows repeat; it forgets all when it is full, so that memory has a limit.
package struct ByteIndex: Sendable {
  private struct Slot: Sendable {
    var hash: UInt64 = 0
    var start: Int32 = 0
    var count: Int32 = -1
    var number = 0
  }

  private let limit: Int
  private let mask: Int
  private let seed = UInt64.random(in: .min ... .max)
  private var slots: [Slot] = []
  private var bytes: [UInt8] = []
  private var count = 0

  /// - Parameter bits: the limit of entries, as a power of two.
  package init(bits: Int = 16) { (limit, mask) = (1 << bits, (2 << bits) - 1) }

  /// The number that was added with these bytes.
  package func number(of key: UnsafeRawBufferPointer) -> Int? {
    guard count > 0 else { return nil }
    let place = place(of: key, hash(key))
    return slots[place].count < 0 ? nil : slots[place].number
  }

  /// Adds bytes that are not in the index.
  package mutating func add(_ key: UnsafeRawBufferPointer, _ number: Int) {
    if slots.isEmpty || count == limit || bytes.count > 1 << 24 {
      slots = [Slot](repeating: Slot(), count: mask + 1)
      bytes.removeAll(keepingCapacity: true)
      count = 0
    }
    let hash = hash(key)
    slots[place(of: key, hash)] = Slot(
      hash: hash, start: Int32(bytes.count), count: Int32(truncatingIfNeeded: key.count), number: number)
    bytes += key
    count += 1
  }

  /// Where the bytes are, or where they belong.
  private func place(of key: UnsafeRawBufferPointer, _ hash: UInt64) -> Int {
    slots.withUnsafeBufferPointer { slots in
      bytes.withUnsafeBytes { bytes in
        var place = Int(truncatingIfNeeded: hash) & mask
        while slots[place].count >= 0 {
          let slot = slots[place]
          if slot.hash == hash, Int(slot.count) == key.count,
            UnsafeRawBufferPointer(rebasing: bytes[Int(slot.start)..<Int(slot.start + slot.count)]).hasBytes(of: key)
          {
            return place
          }
          place = (place + 1) & mask
        }
        return place
      }
    }
  }

  private func hash(_ key: UnsafeRawBufferPointer) -> UInt64 {
    var hash = seed ^ UInt64(truncatingIfNeeded: key.count)
    var place = 0
    while place + 8 <= key.count {
      hash = ByteIndex.mixed(hash ^ key.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      place += 8
    }
    var rest: UInt64 = 0
    while place < key.count {
      rest = rest << 8 | UInt64(key[place])
      place += 1
    }
    return ByteIndex.mixed(ByteIndex.mixed(hash ^ rest))
  }

  private static func mixed(_ word: UInt64) -> UInt64 {
    let (high, low) = word.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return high ^ low
  }
}

extension UnsafeRawBufferPointer {
  /// Whether the bytes of another buffer of the same length are the same.
  fileprivate func hasBytes(of other: UnsafeRawBufferPointer) -> Bool {
    var place = 0
    while place + 8 <= count {
      guard
        loadUnaligned(fromByteOffset: place, as: UInt64.self)
          == other.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      else { return false }
      place += 8
    }
    while place < count {
      guard self[place] == other[place] else { return false }
      place += 1
    }
    return true
  }
}
