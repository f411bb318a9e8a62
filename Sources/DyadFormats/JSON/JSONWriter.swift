/// Writes JSON as it is told, on one line, with nothing kept in memory but the nesting.
///
///     let json = JSONWriter(sink)
///     json.object { $0.member("id", "quay"); $0.member("tone", 4.0) }     // {"id":"quay","tone":4}
///
/// Numbers are written as RFC 8785 has them, for magnitudes of 1e-6 to 1e21; its order of keys is the caller's.
struct JSONWriter {
  let sink: ByteSink
  /// Whether something stands before, at this level.
  private let state = State()

  private final class State { var isFollowing = false }

  init(_ sink: ByteSink) { self.sink = sink }

  func object(_ write: (JSONWriter) -> Void) { nested(0x7B, 0x7D, write) }
  func array(_ write: (JSONWriter) -> Void) { nested(0x5B, 0x5D, write) }

  func member(_ key: String, object write: (JSONWriter) -> Void) {
    self.key(key); nested(0x7B, 0x7D, write, isValue: true)
  }
  func member(_ key: String, array write: (JSONWriter) -> Void) {
    self.key(key); nested(0x5B, 0x5D, write, isValue: true)
  }
  func member(_ key: String, _ text: String?) { if let text { self.key(key); JSONWriter.quote(text, to: sink) } }
  func member(_ key: String, _ number: Double?) {
    if let number { self.key(key); sink.write(JSONWriter.text(of: number)) }
  }
  func member(_ key: String, _ number: Int) { self.key(key); sink.write(String(number)) }
  func member(_ key: String, _ flag: Bool) { self.key(key); sink.write(flag ? "true" : "false") }
  func member(_ key: String, _ texts: [String]) { member(key, array: { texts.forEach($0.element) }) }

  func member(_ key: String, _ outline: Outline) {
    self.key(key)
    value(outline)
  }

  /// The members, sorted by their keys.
  func members(_ members: Outline.Members) { members.sorted { $0.key < $1.key }.forEach { member($0.key, $0.value) } }

  /// An object on a line of its own, in a list of many.
  func lineObject(_ write: (JSONWriter) -> Void) {
    separate()
    sink.write(byte: 0x0A)
    nested(0x7B, 0x7D, write, isValue: true)
  }

  /// A value by itself.
  func outline(_ outline: Outline) {
    separate()
    value(outline)
  }

  private func value(_ outline: Outline) {
    switch outline {
    case .words(let words): JSONWriter.quote(words, to: sink)
    case .number(let number): sink.write(JSONWriter.text(of: number))
    case .flag(let flag): sink.write(flag ? "true" : "false")
    case .mapping(let members): nested(0x7B, 0x7D, { $0.members(members) }, isValue: true)
    case .list(let items):
      nested(
        0x5B, 0x5D,
        { json in
          for item in items {
            json.separate()
            json.value(item)
          }
        }, isValue: true)
    }
  }

  func element(_ text: String) { separate(); JSONWriter.quote(text, to: sink) }
  func element(_ number: Double) { separate(); sink.write(JSONWriter.text(of: number)) }
  func element(_ number: Int) { separate(); sink.write(String(number)) }

  private func key(_ key: String) {
    separate()
    JSONWriter.quote(key, to: sink)
    sink.write(byte: 0x3A)
  }

  private func separate() {
    if state.isFollowing { sink.write(byte: 0x2C) }
    state.isFollowing = true
  }

  private func nested(_ start: UInt8, _ end: UInt8, _ write: (JSONWriter) -> Void, isValue: Bool = false) {
    if !isValue { separate() }
    sink.write(byte: start)
    state.isFollowing = false
    write(self)
    state.isFollowing = true
    sink.write(byte: end)
  }

  /// The next text at the outermost level stands on its own.
  func line() {
    sink.write(byte: 0x0A)
    state.isFollowing = false
  }

  static func quote(_ text: String, to sink: ByteSink) {
    sink.write(byte: 0x22)
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      for (index, byte) in bytes.enumerated() where byte < 0x20 || byte == 0x22 || byte == 0x5C {
        sink.write(bytes: bytes[start..<index])
        start = index + 1
        switch byte {
        case 0x22: sink.write("\\\"")
        case 0x5C: sink.write("\\\\")
        case 0x08: sink.write("\\b")
        case 0x09: sink.write("\\t")
        case 0x0A: sink.write("\\n")
        case 0x0C: sink.write("\\f")
        case 0x0D: sink.write("\\r")
        default: sink.write("\\u00" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16))
        }
      }
      sink.write(bytes: bytes[start...])
    }
    sink.write(byte: 0x22)
  }

  static func text(of number: Double) -> String {
    if number == number.rounded(), abs(number) < 1e15 { return String(Int64(number)) }
    // An exponent has no nought before it.
    return String(number).replacing("e-0", with: "e-")
  }

  /// What is written, as a text of its own, for formats whose values are words.
  static func text(_ write: (JSONWriter) -> Void) -> String {
    String(decoding: ByteSink.collected { write(JSONWriter($0)) }, as: UTF8.self)
  }
}
