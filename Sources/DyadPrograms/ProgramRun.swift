internal import Foundation

/// One run of a program: bytes on its standard input, its output within limits of time and size.
///
/// No shell is started, and the program and everything that it starts are a process group, which ends with the run.
///
///     let text = try ProgramRun(["pdftotext", "-", "-"], seconds: 120, largest: 64 << 20).output(for: document)
package struct ProgramRun: Sendable {
  private let words: [String]
  private let environment: [String: String]?
  private let seconds: Double
  private let largest: Int

  /// - Parameters:
  ///   - words: the program, by its path or a name on the `PATH`, and its arguments.
  ///   - environment: the variables of the program; those of this process by default.
  ///   - seconds: after which the program is stopped.
  ///   - largest: the greatest number of bytes that it may write.
  package init(_ words: [String], environment: [String: String]? = nil, seconds: Double, largest: Int) {
    precondition(!words.isEmpty, "a program has a name")
    (self.words, self.environment, self.seconds, self.largest) = (words, environment, seconds, largest)
  }

  /// The output; the program and everything it started are stopped where it breaks a limit.
  package func output(for input: [UInt8]) throws(ProgramError) -> [UInt8] {
    let program = URL(fileURLWithPath: words[0]).lastPathComponent
    let request = FileManager.default.temporaryDirectory.appendingPathComponent(
      "dyad-\(UUID().uuidString)")
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
    let child = try start(program, reading: request.path, output, errors)
    output.closeWriting()
    errors.closeWriting()
    let deadline = Date().addingTimeInterval(seconds)
    var (answer, message) = ([UInt8](), [UInt8]())
    var isOpen = true
    while isOpen {
      guard let left = Optional(deadline.timeIntervalSinceNow), left > 0 else {
        stop(child)
        throw .timedOut(program: program, seconds: Int(seconds.rounded(.up)))
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

  private func start(
    _ program: String, reading input: String, _ output: Channel, _ errors: Channel
  ) throws(ProgramError) -> pid_t {
    // A group of its own, so that what it starts is stopped with it.
    let start = ProgramStart(
      words, [0: .reading(input), 1: .descriptor(output.writing), 2: .descriptor(errors.writing)],
      environment: environment ?? ProcessInfo.processInfo.environment, isGroup: true)
    do { return try start.started() } catch {
      throw .notStarted(program: program, reason: error.description)
    }
  }

  private func stop(_ child: pid_t) {
    kill(-child, SIGKILL)
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
  }

  /// The exit status of a program that has closed its output.
  private func wait(for child: pid_t, until deadline: Date, _ program: String) throws(ProgramError) -> Int32 {
    var status: Int32 = 0
    while true {
      let done = waitpid(child, &status, WNOHANG)
      if done == child { break }
      if done < 0, errno != EINTR { return -1 }
      guard deadline.timeIntervalSinceNow > 0 else {
        stop(child)
        throw .timedOut(program: program, seconds: Int(seconds.rounded(.up)))
      }
      usleep(5000)
    }
    // What it left behind has no business any more.
    kill(-child, SIGKILL)
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }
}
