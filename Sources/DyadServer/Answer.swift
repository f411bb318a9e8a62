internal import DyadCore
internal import DyadReport
internal import Foundation

/// What the server says to one request.
struct Answer {
  let response: Response

  /// No page has a longer address.
  private static let longestPath = 4096

  init(to request: Request, from workbench: Workbench) async {
    do {
      try Answer.admit(request)
      let (type, bytes) = try await Answer.content(request, workbench)
      var whole = Response(.ok, type, bytes)
      whole.isHeadOnly = request.method == "HEAD"
      response = whole
    } catch let refusal as Refusal {
      guard refusal.status == .notFound else {
        response = Response(refusal.status, saying: refusal.words)
        return
      }
      let page = await workbench.site.page(saying: refusal.words, at: String(request.path.dropFirst()))
      response = Response(.notFound, page.type, page.bytes)
    } catch {
      response = Response(.failed, saying: "\(error)")
    }
  }

  private struct Refusal: Error {
    let status: Response.Status
    let words: String

    init(_ status: Response.Status, _ words: String) { (self.status, self.words) = (status, words) }
  }

  // MARK: Whom it answers

  /// A page of another site could lead its own name to this machine; only a request that names this machine is answered.
  private static func admit(_ request: Request) throws {
    guard isOwn(request.host) else { throw Refusal(.misdirected, "This server answers to localhost only.") }
    guard request.method == "GET" || request.method == "HEAD" else {
      throw Refusal(.notAllowed, "This server only shows.")
    }
    guard request.path.utf8.count <= longestPath else { throw Refusal(.tooLong, "The address is too long.") }
  }

  static func isOwn(_ host: String) -> Bool {
    let name = host.lowercased().replacing(/:[0-9]+$/, with: "")
    return ["localhost", "127.0.0.1", "[::1]"].contains(name)
  }

  // MARK: What it says

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
    guard let file = try await workbench.file(name, making: make) else {
      throw Refusal(.notFound, "There is no such page")
    }
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
}
