import Foundation

/// What the browser noticed.
extension Browser {
  /// Errors and warnings on the console since the last look.
  func complaints() async throws -> [String] {
    try await log("browser").filter { ["SEVERE", "WARNING"].contains($0.level) }.map(\.message)
  }

  /// The addresses that the pages asked for since the last look, their own among them.
  func requests() async throws -> [String] {
    try await log("performance").compactMap { entry in
      let event = try JSONDecoder().decode(Event.self, from: Data(entry.message.utf8))
      return event.message.method == "Network.requestWillBeSent" ? event.message.params.request?.url : nil
    }
  }

  private func log(_ type: String) async throws -> [Entry] { try await post("se/log", ["type": type]) }

  private struct Entry: Decodable {
    var level: String
    var message: String
  }

  /// An event of the Chrome DevTools Protocol, as the message of an entry.
  private struct Event: Decodable {
    var message: Message
    struct Message: Decodable {
      var method: String
      var params: Parameters
    }
    struct Parameters: Decodable { var request: Request? }
    struct Request: Decodable { var url: String? }
  }
}
