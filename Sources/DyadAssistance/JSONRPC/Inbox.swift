package import DyadSyntax
internal import Synchronization

/// The messages that wait for their turn, and requests that were cancelled meanwhile.
package final class Inbox: Sendable {
  /// What comes next.
  package enum Item: Equatable, Sendable {
    case message(RPCMessage)
    /// A request that its client cancelled before it was served.
    case cancelled(id: JSONValue)
    /// A message that is not valid, with the answer.
    case fault(RPCMessage)
    /// The stream ended, or cannot be read any further.
    case end(error: String?)
  }

  private struct State {
    var items: [Item] = []
    var next = 0
  }

  private let state = Mutex(State())
  private let signal: AsyncStream<Void>
  private let wake: AsyncStream<Void>.Continuation

  package init() { (signal, wake) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1)) }

  /// Whenever messages may have arrived.
  var arrivals: AsyncStream<Void> { signal }

  package func add(_ bytes: [UInt8]) {
    do throws(RPCMessage.Fault) {
      add(.message(try RPCMessage(parsing: bytes)))
    } catch { add(.fault(error.answer)) }
  }

  package func add(_ item: Item) {
    state.withLock { state in
      if case .message(.notification(let method, let params)) = item, let id = Inbox.cancelled(method, params) {
        let index = state.items.indices[state.next...].first { index in
          if case .message(.request(let waiting, _, _)) = state.items[index] { waiting == id } else { false }
        }
        if let index { state.items[index] = .cancelled(id: id) }
        return
      }
      state.items.append(item)
    }
    wake.yield()
    if case .end = item { wake.finish() }
  }

  /// The next item; `nil` if none waits.
  package func take() -> Item? {
    state.withLock { state in
      guard state.next < state.items.count else {
        (state.items, state.next) = ([], 0)
        return nil
      }
      state.next += 1
      return state.items[state.next - 1]
    }
  }

  private static func cancelled(_ method: String, _ params: JSONValue) -> JSONValue? {
    switch method {
    case "$/cancelRequest": params["id"]
    case "notifications/cancelled": params["requestId"]
    default: nil
    }
  }
}
