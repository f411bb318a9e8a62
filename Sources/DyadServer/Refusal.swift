internal import DyadSyntax

/// The reason for which a request is not carried out.
package struct Refusal: Error {
  let status: Response.Status
  let message: String
  /// Whether the client is a script, which gets JSON.
  var isJSON = false

  init(_ status: Response.Status, _ message: String) { (self.status, self.message) = (status, message) }

  var response: Response {
    guard isJSON else { return Response(status, message: message) }
    return Response(status, json: ["message": .string(message)])
  }
}

extension Response {
  /// A value as JSON.
  init(_ status: Status, json: JSONValue) { self.init(status, "application/json", json.bytes()) }
}
