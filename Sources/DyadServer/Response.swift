package import Foundation

/// A response, with headers that keep a page from making requests to other hosts.
package struct Response: Hashable {
  package enum Status: String {
    case ok = "200 OK"
    case seeOther = "303 See Other"
    case badRequest = "400 Bad Request"
    case forbidden = "403 Forbidden"
    case notFound = "404 Not Found"
    case notAllowed = "405 Method Not Allowed"
    case late = "408 Request Timeout"
    case conflict = "409 Conflict"
    case lengthRequired = "411 Length Required"
    case bodyTooLong = "413 Content Too Large"
    case tooLong = "414 URI Too Long"
    case otherType = "415 Unsupported Media Type"
    case misdirected = "421 Misdirected Request"
    case refused = "422 Unprocessable Content"
    case failed = "500 Internal Server Error"
    case noStorage = "507 Insufficient Storage"
  }

  package let status: Status
  let type: String
  package let bytes: [UInt8]
  /// Further fields of the head: "Location: /edit".
  var fields: [String] = []
  /// Whether only the head is sent.
  var isHeadOnly = false

  package init(_ status: Status, _ type: String, _ bytes: [UInt8]) {
    (self.status, self.type, self.bytes) = (status, type, bytes)
  }

  init(_ status: Status, message: String) {
    self.init(status, "text/plain; charset=utf-8", Array("\(message)\n".utf8))
  }

  private static let policy = [
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "connect-src 'self'",
    "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'",
  ].joined(separator: "; ")

  package var data: Data {
    let head =
      [
        "HTTP/1.1 \(status.rawValue)", "Content-Type: \(type)", "Content-Length: \(bytes.count)", "Connection: close",
        "Cache-Control: no-store", "Content-Security-Policy: \(Response.policy)",
        "Cross-Origin-Opener-Policy: same-origin", "Cross-Origin-Resource-Policy: same-origin",
        "Referrer-Policy: no-referrer", "X-Content-Type-Options: nosniff",
      ] + fields + ["", ""]
    return Data(head.joined(separator: "\r\n").utf8) + (isHeadOnly ? [] : bytes)
  }
}
