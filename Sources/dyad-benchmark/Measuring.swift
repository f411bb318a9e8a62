import Foundation

@MainActor func seconds(_ work: @MainActor () async throws -> Void) async rethrows -> Double {
  let start = ContinuousClock.now
  try await work()
  return elapsed(since: start)
}

func elapsed(since start: ContinuousClock.Instant) -> Double {
  let took = start.duration(to: .now).components
  return Double(took.seconds) + Double(took.attoseconds) / 1e18
}

func say(_ line: String) { FileHandle.standardOutput.write(Data("\(line)\n".utf8)) }

func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }

/// The memory that the process has in use, in megabytes; 0 where the system does not tell.
func megabytes() -> Double {
  let text = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
  let fields = text.split(separator: " ")
  return fields.count > 1 ? (Double(fields[1]) ?? 0) * 4096 / 1e6 : 0
}
