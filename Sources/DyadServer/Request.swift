internal import Foundation

/// A request: its head, and its body where the server reads one.
package struct Request: Hashable {
  package let method: String
  /// The path, decoded: "/dyads/arvane~belmar.html".
  package let path: String
  package let query: [String: String]
  /// The host that the request names: "localhost:8420".
  package let host: String
  /// The header fields, by name in lower case; `nil` in place of a value where a field is repeated.
  private let fields: [String: String?]
  var body: [UInt8] = []

  /// Parses the head; `nil` if it is not a valid HTTP/1 request.
  package init?(head: [UInt8]) {
    guard let text = String(validating: head, as: UTF8.self) else { return nil }
    let lines = text.split(omittingEmptySubsequences: false) { $0 == "\r\n" || $0 == "\n" }
    let words = lines[0].split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 3, words[2].hasPrefix("HTTP/1."), words[1].hasPrefix("/") else { return nil }
    fields = Request.fields(lines.dropFirst())
    guard let host = fields["host"].flatMap(\.self) else { return nil }
    method = String(words[0])
    self.host = host
    let parts = words[1].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    guard let path = parts[0].removingPercentEncoding else { return nil }
    self.path = path
    query = Request.query(parts.count > 1 ? parts[1] : "")
  }

  /// A header field; `nil` if it is missing, or given more than once, so that no two readers take different ones.
  subscript(field: String) -> String? { fields[field].flatMap(\.self) }

  /// Whether the field is given, once or more often.
  func has(_ field: String) -> Bool { fields[field] != nil }

  /// The cookie of that name.
  func cookie(_ name: String) -> String? {
    for pair in self["cookie"]?.split(separator: ";") ?? [] {
      let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if sides.count == 2, sides[0].trimmingCharacters(in: .whitespaces) == name {
        return sides[1].trimmingCharacters(in: .whitespaces)
      }
    }
    return nil
  }

  private static func fields(_ lines: ArraySlice<Substring>) -> [String: String?] {
    var fields: [String: String?] = [:]
    for line in lines {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let name = line[..<colon].lowercased()
      let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
      fields.updateValue(fields[name] == nil ? value : nil, forKey: name)
    }
    return fields
  }

  private static func query(_ text: Substring) -> [String: String] {
    let pairs = text.split(separator: "&").map { pair -> (String, String) in
      let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map {
        $0.replacing("+", with: " ").removingPercentEncoding ?? ""
      }
      return (sides[0], sides.count > 1 ? sides[1] : "")
    }
    return Dictionary(pairs, uniquingKeysWith: { _, last in last })
  }
}
