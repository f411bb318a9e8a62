internal import DyadCore
internal import DyadReport
internal import Foundation

/// The response to a request.
package struct Answer {
  let response: Response

  /// The maximum length of a path in bytes; all pages have shorter paths.
  private static let maximumPathLength = 4096

  init(to request: Request, from dossier: ServedDossier) async {
    do {
      let (type, bytes) = try await Answer.content(request, dossier)
      var whole = Response(.ok, type, bytes)
      whole.isHeadOnly = request.method == "HEAD"
      response = whole
    } catch let refusal as Refusal {
      guard refusal.status == .notFound else {
        response = refusal.response
        return
      }
      let page = await dossier.site.page(titled: refusal.message, at: String(request.path.dropFirst()))
      response = Response(.notFound, page.type, page.bytes)
    } catch {
      response = Response(.failed, message: "\(error)")
    }
  }

  // MARK: Allowed requests

  /// Refuses requests that name another host, which protects against DNS rebinding, and methods other than GET and HEAD.
  static func admit(_ request: Request) throws(Refusal) {
    try admitAddress(of: request)
    guard request.method == "GET" || request.method == "HEAD" else {
      throw Refusal(.notAllowed, "Only GET and HEAD are allowed.")
    }
  }

  /// Refuses requests that name another host, and long paths.
  static func admitAddress(of request: Request) throws(Refusal) {
    guard isOwn(request.host) else { throw Refusal(.misdirected, "This server accepts requests for localhost only.") }
    guard request.path.utf8.count <= maximumPathLength else { throw Refusal(.tooLong, "The URL is too long.") }
  }

  package static func isOwn(_ host: String) -> Bool {
    let name = host.lowercased().replacing(/:[0-9]+$/, with: "")
    return ["localhost", "127.0.0.1", "[::1]"].contains(name)
  }

  // MARK: Content

  private static func content(_ request: Request, _ dossier: ServedDossier) async throws -> (String, [UInt8]) {
    var parts = request.path.split(separator: "/").map(String.init)
    let query = request.query
    switch parts.first {
    case "version":
      let (version, problems) = await (dossier.version, dossier.diagnostics.count)
      return ("application/json", Array("{\"problems\": \(problems), \"version\": \(version)}\n".utf8))
    case "problems":
      let file = Site.problems(await dossier.diagnostics)
      return (file.type, file.bytes)
    case "frames":
      let (page, day, since) = (parts.dropFirst().joined(separator: "/"), try day("on", query), try self.since(query))
      return try await file("frames/\(page)?\(day)&\(since.map(\.description) ?? "")", dossier) {
        try await $0.frame(of: page, on: day, since: since)
      }
    case "pictures":
      let (name, day, since) = (parts.dropFirst().joined(separator: "/"), try day("on", query), try self.since(query))
      guard let dot = name.lastIndex(of: ".") else { throw Refusal(.notFound, "Picture not found") }
      let (page, suffix) = (name[..<dot] + ".html", String(name[name.index(after: dot)...]))
      let isTimeline = query["show"] == "timeline"
      return try await file("pictures/\(name)?\(day)&\(since.map(\.description) ?? "")&\(isTimeline)", dossier) {
        try await $0.picture(of: String(page), on: day, since: since, isTimeline: isTimeline, as: suffix)
      }
    default:
      if parts.isEmpty { parts = ["index.html"] }
      let page = parts.joined(separator: "/")
      return try await file(page, dossier) { try await $0.file(at: page) }
    }
  }

  private static func file(
    _ name: String, _ dossier: ServedDossier, making make: @escaping @Sendable (Site) async throws -> Site.File?
  ) async throws -> (String, [UInt8]) {
    guard let file = try await dossier.file(name, making: make) else {
      throw Refusal(.notFound, "Page not found")
    }
    return (file.type, file.bytes)
  }

  private static func day(_ key: String, _ query: [String: String]) throws -> Day {
    guard let text = query[key], let date = PartialDate(text) else {
      throw Refusal(.badRequest, "Invalid date for '\(key)'; expected 2025-05-26, 2025-05 or 2025.")
    }
    return date.days.upperBound
  }

  private static func since(_ query: [String: String]) throws -> Day? {
    query["since"] == nil ? nil : try day("since", query)
  }
}
