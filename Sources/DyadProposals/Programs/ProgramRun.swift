internal import Foundation

/// One run of a program: a text on its standard input, its output within limits of time and size.
struct ProgramRun {
  let words: [String]
  let seconds: Int
  let largest: Int

  /// The output; the program and everything it started are stopped where it breaks a limit.
  func output(for input: [UInt8]) throws(ProposalError) -> [UInt8] {
    let program = words[0]
    let request = FileManager.default.temporaryDirectory.appendingPathComponent(
      "dyad-request-\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: request) }
    // A file cannot block, and a program that never reads it does no harm.
    do { try Data(input).write(to: request) } catch {
      throw .notStarted(program: program, reason: error.localizedDescription)
    }
    let (output, errors) = (Channel(), Channel())
    guard let output, let errors else { throw .notStarted(program: program, reason: "no pipe") }
    defer {
      output.close()
      errors.close()
    }
    let child = try start(reading: request.path, output, errors)
    output.closeWriting()
    errors.closeWriting()
    let deadline = Date().addingTimeInterval(Double(seconds))
    var (answer, message) = ([UInt8](), [UInt8]())
    var isOpen = true
    while isOpen {
      guard let left = Optional(deadline.timeIntervalSinceNow), left > 0 else {
        stop(child)
        throw .timedOut(program: program, seconds: seconds)
      }
      var waiting = [
        pollfd(fd: output.reading, events: Int16(POLLIN), revents: 0),
        pollfd(fd: errors.reading, events: Int16(POLLIN), revents: 0),
      ]
      guard poll(&waiting, 2, Int32(min(left * 1000, 200)) + 1) >= 0 || errno == EINTR else { break }
      if waiting[1].revents != 0 { errors.read(into: &message, upTo: 4096) }
      if waiting[0].revents != 0 { isOpen = output.read(into: &answer, upTo: largest + 1) }
      if answer.count > largest {
        stop(child)
        throw .tooLarge(program: program, bytes: largest)
      }
    }
    let status = try wait(for: child, until: deadline, program)
    errors.read(into: &message, upTo: 4096)
    guard status == 0 else {
      let text =
        String(decoding: message, as: UTF8.self).split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
      throw .failed(program: program, status: status, message: text)
    }
    return answer
  }

  // MARK: The process

  private func start(reading input: String, _ output: Channel, _ errors: Channel) throws(ProposalError) -> pid_t {
    #if canImport(Darwin)
      var (actions, attributes): (posix_spawn_file_actions_t?, posix_spawnattr_t?)
    #else
      var (actions, attributes) = (posix_spawn_file_actions_t(), posix_spawnattr_t())
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output.writing, 1)
    posix_spawn_file_actions_adddup2(&actions, errors.writing, 2)
    // A group of its own, so that what it starts is stopped with it.
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    posix_spawnattr_setpgroup(&attributes, 0)
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { arguments.forEach { free($0) } }
    var child: pid_t = 0
    let status = posix_spawnp(&child, words[0], &actions, &attributes, &arguments, environ)
    guard status == 0 else { throw .notStarted(program: words[0], reason: String(cString: strerror(status))) }
    return child
  }

  private func stop(_ child: pid_t) {
    kill(-child, SIGKILL)
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
  }

  /// The exit status of a program that has closed its output.
  private func wait(for child: pid_t, until deadline: Date, _ program: String) throws(ProposalError) -> Int32 {
    var status: Int32 = 0
    while true {
      let done = waitpid(child, &status, WNOHANG)
      if done == child { break }
      if done < 0, errno != EINTR { return -1 }
      guard deadline.timeIntervalSinceNow > 0 else {
        stop(child)
        throw .timedOut(program: program, seconds: seconds)
      }
      usleep(5000)
    }
    // What it left behind has no business any more.
    kill(-child, SIGKILL)
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }
}

/// A pipe that is read without waiting.
private final class Channel {
  private(set) var reading: Int32
  private(set) var writing: Int32

  init?() {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    (reading, writing) = (ends[0], ends[1])
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    _ = fcntl(reading, F_SETFL, fcntl(reading, F_GETFL) | O_NONBLOCK)
  }

  func closeWriting() {
    if writing >= 0 { Foundation.close(writing) }
    writing = -1
  }

  func close() {
    closeWriting()
    if reading >= 0 { Foundation.close(reading) }
    reading = -1
  }

  /// Reads what is there; `false` at the end. What goes beyond the limit is dropped.
  @discardableResult
  func read(into bytes: inout [UInt8], upTo limit: Int) -> Bool {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = Foundation.read(reading, &buffer, buffer.count)
    if count > 0 { bytes += buffer.prefix(min(count, max(0, limit - bytes.count))) }
    return count > 0 || count < 0 && [EAGAIN, EINTR].contains(errno)
  }
}
