/// Writes JSON piece by piece; memory does not grow with the document.
///
///     let json = JSONWriter(sink)
///     json.object { $0.member("id", "quay"); $0.member("tone", 4.0) }     // {"id":"quay","tone":4}
///
/// Numbers have the form of RFC 8785 for magnitudes of 1e-6 to 1e21. The order of keys is the caller's.
package struct JSONWriter {
  package struct Layout: Sendable {
    /// The indentation of each level; `nil` for one line.
    package var indent: String?
    package var colon: String

    package init(indent: String?, colon: String) { (self.indent, self.colon) = (indent, colon) }

    package static let compact = Layout(indent: nil, colon: ":")
    package static let indented = Layout(indent: "  ", colon: ": ")
  }

  package let sink: ByteSink
  private let layout: Layout
  private let state = State()

  private final class State {
    /// Whether a value precedes at this level.
    var isFollowing = false
    var depth = 0
  }

  package init(_ sink: ByteSink, _ layout: Layout = .compact) { (self.sink, self.layout) = (sink, layout) }

  package func object(_ write: (JSONWriter) -> Void) { nested(0x7B, 0x7D, write) }
  package func array(_ write: (JSONWriter) -> Void) { nested(0x5B, 0x5D, write) }

  package func member(_ key: String, object write: (JSONWriter) -> Void) {
    self.key(key); nested(0x7B, 0x7D, write, isValue: true)
  }
  package func member(_ key: String, array write: (JSONWriter) -> Void) {
    self.key(key); nested(0x5B, 0x5D, write, isValue: true)
  }
  package func member(_ key: String, _ text: String?) {
    if let text { self.key(key); JSONWriter.quote(text, to: sink) }
  }
  package func member(_ key: String, _ number: Double?) {
    if let number { self.key(key); sink.write(JSONWriter.text(of: number)) }
  }
  package func member(_ key: String, _ number: Int) { self.key(key); sink.write(String(number)) }
  package func member(_ key: String, _ bool: Bool) { self.key(key); sink.write(bool ? "true" : "false") }
  package func member(_ key: String, _ texts: [String]) {
    member(key, array: { json in texts.forEach { json.element($0) } })
  }

  /// An element on a separate line.
  package func lineObject(_ write: (JSONWriter) -> Void) {
    separate()
    sink.write(byte: 0x0A)
    nested(0x7B, 0x7D, write, isValue: true)
  }

  package func element(_ text: String) { separate(); JSONWriter.quote(text, to: sink) }
  package func element(_ number: Double) { separate(); sink.write(JSONWriter.text(of: number)) }
  /// A number or `null`, as it is written.
  func element(literal: String) { separate(); sink.write(literal) }
  func member(_ key: String, literal: String) { self.key(key); sink.write(literal) }

  package func element(_ bool: Bool) { separate(); sink.write(bool ? "true" : "false") }
  package func element(_ number: Int) { separate(); sink.write(String(number)) }

  private func key(_ key: String) {
    separate()
    JSONWriter.quote(key, to: sink)
    sink.write(layout.colon)
  }

  private func separate() {
    if state.isFollowing { sink.write(byte: 0x2C) }
    if state.depth > 0 { breakLine() }
    state.isFollowing = true
  }

  private func breakLine() {
    guard let indent = layout.indent else { return }
    sink.write(byte: 0x0A)
    for _ in 0..<state.depth { sink.write(indent) }
  }

  private func nested(_ start: UInt8, _ end: UInt8, _ write: (JSONWriter) -> Void, isValue: Bool = false) {
    if !isValue { separate() }
    sink.write(byte: start)
    state.isFollowing = false
    state.depth += 1
    write(self)
    state.depth -= 1
    if state.isFollowing { breakLine() }
    state.isFollowing = true
    sink.write(byte: end)
  }

  /// Ends the line; the next value begins a new text.
  package func line() {
    sink.write(byte: 0x0A)
    state.isFollowing = false
  }

  /// A string in quotes, escaped.
  package static func quote(_ text: String, to sink: ByteSink) {
    sink.write(byte: 0x22)
    text.withBytes { bytes in
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

  /// A number, the same for equal values on every system.
  package static func text(of number: Double) -> String {
    if number == number.rounded(), abs(number) < 1e15 { return String(Int64(number)) }
    // RFC 8785 pads no exponent.
    let text = String(number)
    return text.utf8.contains(0x65) ? text.replacing("e-0", with: "e-") : text
  }

  /// The written JSON as a string.
  package static func text(_ layout: Layout = .compact, _ write: (JSONWriter) -> Void) -> String {
    String(decoding: ByteSink.collected { write(JSONWriter($0, layout)) }, as: UTF8.self)
  }

  /// A string in quotes, escaped.
  package static func quoted(_ text: String) -> String { self.text { $0.element(text) } }
}
