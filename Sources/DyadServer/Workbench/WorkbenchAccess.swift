/// Who may use the workbench: whoever opened the printed address in this browser, by requests of its own page.
///
/// The key in the address opens a session, the cookie keeps it, and a token, which only the page knows, goes with every
/// change. Cookies of a machine are shared by all ports, so that a page of another server on it has the cookie sent; it
/// is refused by where the request comes from.
package struct WorkbenchAccess: Sendable {
  /// The secret in the printed address.
  package let key = WorkbenchAccess.secret()
  /// The secret in the cookie.
  package let session = WorkbenchAccess.secret()
  /// The secret in the page, which a request for a change has in its head.
  package let token = WorkbenchAccess.secret()

  package init() {}

  static let maximumBodyLength = 1 << 20

  /// Whether the request is for the workbench.
  static func concerns(_ request: Request) -> Bool { request.path == "/edit" || request.path.hasPrefix("/edit/") }

  /// 256 bits that cannot be predicted.
  private static func secret() -> String {
    var random = SystemRandomNumberGenerator()
    return (0..<4).map { _ in
      let digits = String(random.next(), radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }

  /// The length of the body, if the request is allowed by its head.
  func admit(_ request: Request) throws(Refusal) -> Int {
    do throws(Refusal) {
      try Answer.admitAddress(of: request)
      switch request.method {
      case "GET", "HEAD":
        try admitReading(request)
        return 0
      case "POST": return try admitChange(request)
      default: throw Refusal(.notAllowed, "Only GET, HEAD and POST are allowed.")
      }
    } catch {
      var refusal = error
      refusal.isJSON = request.path != "/edit"
      throw refusal
    }
  }

  // MARK: Reading

  private func admitReading(_ request: Request) throws(Refusal) {
    try admitOrigin(of: request)
    if opens(request) { return }
    try admitSession(of: request)
  }

  /// Whether the request has the key of the printed address.
  func opens(_ request: Request) -> Bool {
    request.path == "/edit" && request.query["token"].map { WorkbenchAccess.isEqual($0, key) } ?? false
  }

  /// The name of the cookie, with the port, so that two servers do not overwrite the cookies of each other.
  func cookieName(for request: Request) -> String {
    "dyad-session-\(request.host.split(separator: ":").last.map(String.init) ?? "")"
  }

  private func admitSession(of request: Request) throws(Refusal) {
    guard let cookie = request.cookie(cookieName(for: request)), WorkbenchAccess.isEqual(cookie, session) else {
      throw Refusal(.forbidden, "Open the address that 'dyad serve --edit' printed.")
    }
  }

  /// Refuses what a page of another site, or of another port of this machine, requests.
  private func admitOrigin(of request: Request) throws(Refusal) {
    let allowed = ["same-origin", "none"]
    guard !request.has("sec-fetch-site") || request["sec-fetch-site"].map(allowed.contains) ?? false else {
      throw Refusal(.forbidden, "The request comes from another site.")
    }
    guard !request.has("origin") || request["origin"] == "http://\(request.host)" else {
      throw Refusal(.forbidden, "The request comes from another site.")
    }
  }

  // MARK: Changes

  private func admitChange(_ request: Request) throws(Refusal) -> Int {
    guard request.has("origin") else { throw Refusal(.forbidden, "The request does not name its origin.") }
    try admitOrigin(of: request)
    try admitSession(of: request)
    guard let token = request["x-dyad-token"], WorkbenchAccess.isEqual(token, self.token) else {
      throw Refusal(.forbidden, "The page belongs to an earlier session; reload it.")
    }
    let type = request["content-type"]?.lowercased().split(separator: ";").first
    guard type.map({ $0.filter { $0 != " " } }) == "application/json" else {
      throw Refusal(.otherType, "The body must be application/json.")
    }
    guard !request.has("transfer-encoding"), let length = request["content-length"],
      length.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let length = Int(length)
    else { throw Refusal(.lengthRequired, "The request needs a Content-Length.") }
    guard length <= WorkbenchAccess.maximumBodyLength else {
      throw Refusal(.bodyTooLong, "The body is longer than \(WorkbenchAccess.maximumBodyLength >> 20) MB.")
    }
    return length
  }

  /// Compares secrets in a time that does not depend on where they differ.
  package static func isEqual(_ one: String, _ other: String) -> Bool {
    let (one, other) = (Array(one.utf8), Array(other.utf8))
    guard one.count == other.count else { return false }
    return zip(one, other).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
