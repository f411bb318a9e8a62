internal import DyadCore
internal import DyadReport
internal import Foundation

/// The response to a request.
package struct Answer {
  let response: Response

  /// The maximum length of a path in bytes; all pages have shorter paths.
  private static let maximumPathLength = 4096

  init(to request: Request, from workbench: Workbench) async {
    do {
      try Answer.admit(request)
      let (type, bytes) = try await Answer.content(request, workbench)
      var whole = Response(.ok, type, bytes)
      whole.isHeadOnly = request.method == "HEAD"
      response = whole
    } catch let refusal as Refusal {
      guard refusal.status == .notFound else {
        response = Response(refusal.status, message: refusal.message)
        return
      }
      let page = await workbench.site.page(titled: refusal.message, at: String(request.path.dropFirst()))
      response = Response(.notFound, page.type, page.bytes)
    } catch {
      response = Response(.failed, message: "\(error)")
    }
  }

  private struct Refusal: Error {
    let status: Response.Status
    let message: String

    init(_ status: Response.Status, _ message: String) { (self.status, self.message) = (status, message) }
  }

  // MARK: Allowed requests

  /// Refuses requests that name another host, which protects against DNS rebinding, and methods other than GET and HEAD.
  private static func admit(_ request: Request) throws {
    guard isOwn(request.host) else { throw Refusal(.misdirected, "This server accepts requests for localhost only.") }
    guard request.method == "GET" || request.method == "HEAD" else {
      throw Refusal(.notAllowed, "Only GET and HEAD are allowed.")
    }
    guard request.path.utf8.count <= maximumPathLength else { throw Refusal(.tooLong, "The URL is too long.") }
  }

  package static func isOwn(_ host: String) -> Bool {
    let name = host.lowercased().replacing(/:[0-9]+$/, with: "")
    return ["localhost", "127.0.0.1", "[::1]"].contains(name)
  }

  // MARK: Content

  private static func content(_ request: Request, _ workbench: Workbench) async throws -> (String, [UInt8]) {
    var parts = request.path.split(separator: "/").map(String.init)
    let query = request.query
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
      guard let dot = name.lastIndex(of: ".") else { throw Refusal(.notFound, "Picture not found") }
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
    guard let file = try await workbench.file(name, making: make) else {
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
