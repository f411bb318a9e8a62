import Foundation

/// So many generated rows of events, added to a store, counted and shown as a series, beside what others take to count them.
func measureEvents(_ counts: [Int]) throws {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("dyad-benchmark-\(getpid())")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  let python = FileManager.default.currentDirectoryPath + "/build/engines/bin/python"
  let dyad = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appendingPathComponent("dyad")
  let others = FileManager.default.isExecutableFile(atPath: python) ? python : "python3"
  for count in counts {
    let file = folder.appendingPathComponent("\(count).export.CSV")
    var events = GeneratedEvents(seed: 1)
    try events.write(count, to: file)
    let run = Process()
    run.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    run.arguments = [others, "scripts/measure-events.py", dyad.path, file.path, String(count), "3"]
    try run.run()
    run.waitUntilExit()
    try FileManager.default.removeItem(at: file)
  }
}

/// Writes so many rows to a file.
func generateEvents(_ count: Int, to path: String) throws {
  var events = GeneratedEvents(seed: 1)
  try events.write(count, to: URL(fileURLWithPath: path))
}
