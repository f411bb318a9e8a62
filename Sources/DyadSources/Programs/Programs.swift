internal import Foundation

/// Runs the programs that read documents: without a shell, almost without an environment, and for a limited time.
///
///     try Programs().run(.pandoc, ["--sandbox", "-f", "html", "-t", "plain"], input: page)
package struct Programs: Sendable {
  /// The folders in which programs are looked up, as in `PATH`.
  package var searchPath: String
  /// The seconds after which a program is ended.
  package var timeLimit: Double
  /// The greatest number of bytes that a program may write.
  package var outputLimit = 64 << 20

  package init(
    searchPath: String = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin",
    timeLimit: Double = 120
  ) {
    (self.searchPath, self.timeLimit) = (searchPath, timeLimit)
  }

  private func path(of program: Program) throws(SourceError) -> URL {
    let folders = searchPath.split(separator: ":").filter { $0.hasPrefix("/") }
    let places = folders.map { URL(fileURLWithPath: "\($0)/\(program.name)") }
    if let found = places.first(where: { FileManager.default.isExecutableFile(atPath: $0.path) }) { return found }
    throw .environment("this needs \(program.name), which is not installed; \(program.advice)")
  }

  /// What the program writes to its standard output.
  func run(_ program: Program, _ arguments: [String], input: [UInt8]) throws(SourceError) -> [UInt8] {
    let executable = try path(of: program)
    do { return try inFolder { try run(executable, arguments, Data(input), in: $0) } } catch let error as SourceError {
      throw error
    } catch {
      throw .environment("\(program.name) cannot be run: \(error.localizedDescription)")
    }
  }

  /// Files and not pipes, which block as soon as one is full.
  private func run(_ executable: URL, _ arguments: [String], _ input: Data, in folder: URL) throws -> [UInt8] {
    let places = ["in", "out", "messages"].map { folder.appendingPathComponent($0) }
    try input.write(to: places[0])
    for place in places.dropFirst() { FileManager.default.createFile(atPath: place.path, contents: nil) }
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = [
      "PATH": searchPath, "HOME": folder.path, "XDG_DATA_HOME": folder.path, "TMPDIR": folder.path, "LC_ALL": "C.UTF-8",
    ]
    process.standardInput = try FileHandle(forReadingFrom: places[0])
    process.standardOutput = try FileHandle(forWritingTo: places[1])
    process.standardError = try FileHandle(forWritingTo: places[2])
    let end = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in end.signal() }
    try process.run()
    try wait(for: end, of: process, writing: places[1])
    let name = executable.lastPathComponent
    guard process.terminationReason == .exit, process.terminationStatus == 0 else {
      let messages = (try? Data(contentsOf: places[2])).map { String(decoding: $0.prefix(2000), as: UTF8.self) } ?? ""
      let first = messages.split(separator: "\n").first.map { ": \($0)" } ?? ""
      throw SourceError.document("\(name) cannot read it\(first)")
    }
    return Array(try Data(contentsOf: places[1]))
  }

  /// Waits for the end of the process, which is killed when it takes or writes too much.
  private func wait(for end: DispatchSemaphore, of process: Process, writing output: URL) throws {
    let deadline = DispatchTime.now() + timeLimit
    let name = process.executableURL?.lastPathComponent ?? ""
    while end.wait(timeout: min(.now() + .milliseconds(200), deadline)) == .timedOut {
      let size = (try? FileManager.default.attributesOfItem(atPath: output.path)[.size] as? Int) ?? 0
      let isLate = DispatchTime.now() >= deadline
      guard isLate || size > outputLimit else { continue }
      kill(process.processIdentifier, SIGKILL)
      end.wait()
      throw isLate
        ? SourceError.environment("\(name) was ended after \(Int(timeLimit.rounded(.up))) seconds without a result")
        : SourceError.document("\(name) makes more than \(outputLimit >> 20) MB of text of it")
    }
  }

  private func inFolder<Result>(_ work: (URL) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("dyad-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(at: folder) }
    return try work(folder)
  }
}
