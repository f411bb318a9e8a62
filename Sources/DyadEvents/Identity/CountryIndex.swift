/// The meanings of codes of three letters, by the letters.
struct CountryIndex: Sendable {
  enum Entry {
    case unknown
    case meaning(Identity.Meaning)
    /// It depends on the day.
    case dated
  }

  private var places = [UInt16](repeating: 0, count: 26 * 26 * 26)
  private var entries: [Entry] = [.unknown, .dated]

  subscript(_ field: Field) -> Entry {
    guard let place = CountryIndex.place(field.bytes) else { return .unknown }
    return entries[Int(places[place])]
  }

  mutating func add(_ code: String, _ meaning: Identity.Meaning, isDated: Bool) {
    let place = Array(code.utf8).withUnsafeBytes { CountryIndex.place($0) }
    guard let place else { return }
    if isDated || places[place] == 1 {
      places[place] = 1
    } else {
      places[place] = UInt16(entries.count)
      entries.append(.meaning(meaning))
    }
  }

  private static func place(_ letters: UnsafeRawBufferPointer) -> Int? {
    guard letters.count == 3 else { return nil }
    let (a, b, c) = (letters[0] &- 0x41, letters[1] &- 0x41, letters[2] &- 0x41)
    guard a < 26, b < 26, c < 26 else { return nil }
    return (Int(a) * 26 + Int(b)) * 26 + Int(c)
  }
}
