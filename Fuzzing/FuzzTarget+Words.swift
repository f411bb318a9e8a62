import DyadCore
import DyadFormats

extension FuzzTarget {
  /// Words from which inputs are made: a dictionary in the notation of libFuzzer.
  static var words: [String] {
    let keys = RecordForm.all.flatMap { [$0.name] + ($0.section.map { [$0] } ?? []) + $0.keys.map(\.name) }
    let types = EventType.allCases.map(\.rawValue)
    let dates = ["2025-04-19", "2021-08/..", "[..2025]/..", "1914/1918", "-0044~", "2025?"]
    let marks = [
      "<!DOCTYPE", "<![CDATA[", "]]>", "&#x41;", "<data key=\"", "/>", "\\u0041", "\\U0001F54A", "^^<", "@en", " .\n",
      "---",
      ": ", "- ", "|-\n", "{", "[", "\u{2028}", "\u{202E}", "1e999", "-0", "0x", "null", "true", "HTTP/1.1\r\n",
      "\r\n\r\n",
      "Host: localhost\r\n", "Content-Length: ", "url(", "@media", "https://", "javascript:", "digraph", "subgraph",
      "->",
    ]
    return Set(keys + types + dates + marks).sorted().map { word in
      "\"" + word.utf8.map(notation).joined() + "\""
    }
  }

  private static func notation(_ byte: UInt8) -> String {
    let isPlain = (0x20..<0x7F).contains(byte) && byte != 0x22 && byte != 0x5C
    let digits = String(byte, radix: 16, uppercase: true)
    return isPlain ? String(UnicodeScalar(byte)) : "\\x" + (digits.count == 1 ? "0" : "") + digits
  }
}
