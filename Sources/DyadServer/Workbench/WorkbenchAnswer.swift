internal import DyadCore
internal import DyadSyntax

/// The response of the workbench to a request that its access has admitted.
struct WorkbenchAnswer {
  let response: Response

  init(to request: Request, from workbench: Workbench) async {
    var response: Response
    do throws(Refusal) {
      response =
        request.method == "POST"
        ? try await WorkbenchAnswer.change(request, workbench) : try await WorkbenchAnswer.reading(request, workbench)
    } catch {
      var refusal = error
      refusal.isJSON = request.path != "/edit"
      response = refusal.response
    }
    response.isHeadOnly = request.method == "HEAD"
    self.response = response
  }

  private static let changes: Set<String> = ["edits", "undo", "redo", "propose", "accept", "reject"]

  // MARK: Reading

  private static func reading(_ request: Request, _ workbench: Workbench) async throws(Refusal) -> Response {
    let name = String(request.path.dropFirst("/edit".count).drop { $0 == "/" })
    let query = request.query
    switch name {
    case "":
      if workbench.access.opens(request) { return opened(request, workbench.access) }
      return Response(.ok, "text/html; charset=utf-8", WorkbenchAsset.page(token: workbench.access.token))
    case "version":
      return Response(.ok, json: ["version": JSONValue(Double(await workbench.version))])
    case "state":
      return Response(.ok, "application/json", try await workbench.state(try Sight(query)))
    case "sheet.svg":
      return Response(.ok, "image/svg+xml", try await workbench.sheet(try Sight(query)))
    case "claim":
      return Response(.ok, json: try await workbench.claim(query["id"] ?? ""))
    case "dates": return Response(.ok, json: try await workbench.dates(query))
    case "drafts": return Response(.ok, json: await workbench.drafts(of: query["source"]))
    case "diff":
      return Response(.ok, json: ["diff": .string(await workbench.sessionDiff)])
    default:
      if changes.contains(name) { throw Refusal(.notAllowed, "'\(request.path)' is changed by POST only.") }
      guard let asset = WorkbenchAsset.file(named: name) else { throw Refusal(.notFound, "There is no '\(name)'.") }
      return Response(.ok, asset.type, asset.bytes)
    }
  }

  /// Keeps the session in a cookie, and leads to the page by an address without the key.
  private static func opened(_ request: Request, _ access: WorkbenchAccess) -> Response {
    let parameters = request.query.filter { $0.key != "token" }.sorted { $0.key < $1.key }.map {
      "\(PercentEncoding.encode($0.key))=\(PercentEncoding.encode($0.value))"
    }
    var response = Response(.seeOther, message: "The workbench is at /edit.")
    response.fields = [
      "Location: /edit" + (parameters.isEmpty ? "" : "?" + parameters.joined(separator: "&")),
      "Set-Cookie: \(access.cookieName(for: request))=\(access.session); Path=/edit; HttpOnly; SameSite=Strict",
    ]
    return response
  }

  // MARK: Changes

  private static func change(_ request: Request, _ workbench: Workbench) async throws(Refusal) -> Response {
    let body: JSONNode
    do throws(SyntaxError) { body = try JSONParser.parse(request.body, document: "request") } catch {
      throw Refusal(.badRequest, "\(error.location.line):\(error.location.column): \(error.message)")
    }
    guard body.members != nil else { throw Refusal(.badRequest, "The body must be an object of JSON.") }
    switch request.path {
    case "/edit/edits": return await workbench.edit(try EditRequest(body)).response
    case "/edit/propose": return await workbench.propose(from: body["source"]?.text).response
    case "/edit/accept": return await workbench.decide(try ids(in: body), accepting: true).response
    case "/edit/reject": return await workbench.decide(try ids(in: body), accepting: false).response
    case "/edit/undo": return await workbench.undo(dropping: body["drop"]?.bool ?? false).response
    case "/edit/redo": return await workbench.redo(dropping: body["drop"]?.bool ?? false).response
    default: throw Refusal(.notAllowed, "Nothing is changed by POST to '\(request.path)'.")
    }
  }

  private static func ids(in body: JSONNode) throws(Refusal) -> [String] {
    let ids = (body["ids"]?.array ?? []).compactMap(\.text)
    guard !ids.isEmpty, ids.count == body["ids"]?.array?.count else {
      throw Refusal(.badRequest, "'ids' must be a list of the ids of drafts.")
    }
    return ids
  }
}
