/// A place on the page, in CSS pixels from the upper left corner of the window.
struct Spot: Decodable, Sendable {
  var x: Double
  var y: Double
}

/// The mouse of a user.
extension Browser {
  func click(at spot: Spot) async throws {
    try await move([Browser.step(to: spot), ["type": "pointerDown", "button": 0], ["type": "pointerUp", "button": 0]])
  }

  /// Moves with the button pressed, as one selects words.
  func drag(from start: Spot, to end: Spot) async throws {
    try await move([
      Browser.step(to: start), ["type": "pointerDown", "button": 0], Browser.step(to: end),
      ["type": "pointerUp", "button": 0],
    ])
  }

  private static func step(to spot: Spot) -> [String: any Sendable] {
    ["type": "pointerMove", "x": Int(spot.x.rounded()), "y": Int(spot.y.rounded()), "duration": 20]
  }

  private func move(_ steps: [[String: any Sendable]]) async throws {
    let mouse: [String: Any] = [
      "type": "pointer", "id": "mouse", "parameters": ["pointerType": "mouse"], "actions": steps,
    ]
    try await post("actions", ["actions": [mouse]])
  }
}
