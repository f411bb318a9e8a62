internal import Foundation

/// The head of a request; bodies are not read.
package struct Request: Hashable {
  package let method: String
  /// The path, decoded: "/dyads/arvane~belmar.html".
  package let path: String
  package let query: [String: String]
  /// The host that the request names: "localhost:8420".
  package let host: String

  /// Parses the head; `nil` if it is not a valid HTTP/1 request.
  package init?(head: [UInt8]) {
    guard let text = String(validating: head, as: UTF8.self) else { return nil }
    let lines = text.split(omittingEmptySubsequences: false) { $0 == "\r\n" || $0 == "\n" }
    let words = lines[0].split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 3, words[2].hasPrefix("HTTP/1."), words[1].hasPrefix("/") else { return nil }
    let hosts = lines.dropFirst().filter { $0.lowercased().hasPrefix("host:") }
    guard hosts.count == 1 else { return nil }
    method = String(words[0])
    host = hosts[0].dropFirst("host:".count).trimmingCharacters(in: .whitespaces)
    let parts = words[1].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    guard let path = parts[0].removingPercentEncoding else { return nil }
    self.path = path
    query = Request.query(parts.count > 1 ? parts[1] : "")
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
