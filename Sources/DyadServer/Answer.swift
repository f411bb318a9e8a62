internal import DyadCore
internal import DyadReport
internal import FlyingFox
internal import Foundation

/// What the server says to one request.
struct Answer {
  let response: HTTPResponse

  /// No page has a longer address.
  private static let longest = 4096

  init(to request: HTTPRequest, from workbench: Workbench) async {
    do {
      try Answer.admit(request)
      let (type, bytes) = try await Answer.content(request, workbench)
      response = Answer.response(.ok, type, request.method == .HEAD ? [] : bytes)
    } catch let refusal as Refusal {
      let page = refusal.status == .notFound ? await workbench.site.page(saying: refusal.words) : nil
      response = Answer.response(
        refusal.status, page?.type ?? "text/plain; charset=utf-8", page?.bytes ?? Array("\(refusal.words)\n".utf8))
    } catch {
      response = Answer.response(.internalServerError, "text/plain; charset=utf-8", Array("\(error)\n".utf8))
    }
  }

  private struct Refusal: Error {
    let status: HTTPStatusCode
    let words: String

    init(_ status: HTTPStatusCode, _ words: String) { (self.status, self.words) = (status, words) }
  }

  // MARK: Whom it answers

  /// A page of another site could lead its own name to this machine; only a request that names this machine is answered.
  private static func admit(_ request: HTTPRequest) throws {
    guard request.target.rawValue.utf8.count <= longest else {
      throw Refusal(HTTPStatusCode(414, phrase: "URI Too Long"), "The address is too long.")
    }
    guard let host = request.headers[.host], isOwn(host) else {
      throw Refusal(HTTPStatusCode(421, phrase: "Misdirected Request"), "This server answers to localhost only.")
    }
    guard request.method == .GET || request.method == .HEAD else {
      throw Refusal(.methodNotAllowed, "This server only shows.")
    }
  }

  static func isOwn(_ host: String) -> Bool {
    let name = host.lowercased().replacing(/:[0-9]+$/, with: "")
    return ["localhost", "127.0.0.1", "[::1]"].contains(name)
  }

  // MARK: What it says

  private static func content(_ request: HTTPRequest, _ workbench: Workbench) async throws -> (String, [UInt8]) {
    guard let path = request.path.removingPercentEncoding else { throw Refusal(.badRequest, "The address is no text.") }
    var parts = path.split(separator: "/").map(String.init)
    let query = Dictionary(request.query.map { ($0.name, $0.value) }, uniquingKeysWith: { _, last in last })
    switch parts.first {
    case "version":
      let (version, problems) = await (workbench.version, workbench.diagnostics.count)
      return ("application/json", Array("{\"problems\": \(problems), \"version\": \(version)}\n".utf8))
    case "problems":
      let file = Site.problems(await workbench.diagnostics)
      return (file.type, file.bytes)
    case "frames":
      let (page, day, since) = (parts.dropFirst().joined(separator: "/"), try day("on", query), try self.since(query))
      return try await file("frames/\(page)?\(day)&\(since.map(\.description) ?? "")", workbench) {
        try await $0.frame(of: page, on: day, since: since)
      }
    case "pictures":
      let (name, day, since) = (parts.dropFirst().joined(separator: "/"), try day("on", query), try self.since(query))
      guard let dot = name.lastIndex(of: ".") else { throw Refusal(.notFound, "There is no such picture") }
      let (page, suffix) = (name[..<dot] + ".html", String(name[name.index(after: dot)...]))
      let isTimeline = query["show"] == "timeline"
      return try await file("pictures/\(name)?\(day)&\(since.map(\.description) ?? "")&\(isTimeline)", workbench) {
        try await $0.picture(of: String(page), on: day, since: since, isTimeline: isTimeline, as: suffix)
      }
    default:
      if parts.isEmpty { parts = ["index.html"] }
      let page = parts.joined(separator: "/")
      return try await file(page, workbench) { try await $0.file(at: page) }
    }
  }

  private static func file(
    _ name: String, _ workbench: Workbench, making make: @escaping @Sendable (Site) async throws -> Site.File?
  ) async throws -> (String, [UInt8]) {
    guard let file = try await workbench.file(name, making: make) else { throw Refusal(.notFound, "There is no such page") }
    return (file.type, file.bytes)
  }

  private static func day(_ key: String, _ query: [String: String]) throws -> Day {
    guard let words = query[key], let date = PartialDate(words) else {
      throw Refusal(.badRequest, "'\(key)' is a date: 2025-05-26, 2025-05 or 2025.")
    }
    return date.days.upperBound
  }

  private static func since(_ query: [String: String]) throws -> Day? {
    query["since"] == nil ? nil : try day("since", query)
  }

  private static func response(_ status: HTTPStatusCode, _ type: String, _ bytes: [UInt8]) -> HTTPResponse {
    HTTPResponse(
      statusCode: status,
      headers: [
        .contentType: type,
        HTTPHeader("Cache-Control"): "no-store",
        HTTPHeader("Content-Security-Policy"):
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
        HTTPHeader("Cross-Origin-Opener-Policy"): "same-origin",
        HTTPHeader("Cross-Origin-Resource-Policy"): "same-origin",
        HTTPHeader("Referrer-Policy"): "no-referrer",
        HTTPHeader("X-Content-Type-Options"): "nosniff",
      ], body: Data(bytes))
  }
}
