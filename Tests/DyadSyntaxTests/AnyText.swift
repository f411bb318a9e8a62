import DyadSyntax
import DyadTestSupport

/// Text with the characters that syntaxes escape, and others.
func anyText(_ random: inout Seeded, atMost length: Int = 12) -> String {
  let characters: [Character] = [
    "a", "Z", "0", " ", "\"", "'", "\\", "/", "&", "<", ">", ";", ",", "=", "{", "}", "\n", "\t", "é", "δ", "世", "😀",
    "\u{7F}",
    "\u{2028}", "\u{FFFD}", "-", ".", ":", "#", "@", "^", "_",
  ]
  return String((0..<Int.random(in: 0...length, using: &random)).map { _ in characters.randomElement(using: &random)! })
}

extension SyntaxError: CustomStringConvertible {
  public var description: String { "\(location.line):\(location.column): \(message)" }
}
