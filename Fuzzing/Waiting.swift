import Dispatch

/// Asynchronous work for targets, which are not.
enum Waiting {
  /// The result of the work, which runs on another thread.
  static func result<Value>(of work: @escaping @Sendable () async -> Value) -> Value {
    nonisolated(unsafe) var result: Value?
    let done = DispatchSemaphore(value: 0)
    Task.detached {
      result = await work()
      done.signal()
    }
    done.wait()
    return given(result)
  }
}
