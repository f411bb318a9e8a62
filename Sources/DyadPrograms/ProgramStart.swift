internal import Foundation

/// How a program is started: with descriptors of its own, and with the signals of a new process.
///
///     let start = ProgramStart(["cat"], [0: .reading("ties.yaml"), 1: .writing("/dev/null")])
///     let process = try start.started()
package struct ProgramStart: Sendable {
  /// What a descriptor of the program is.
  package enum Stream: Hashable, Sendable {
    /// A file that is read.
    case reading(String)
    /// A file or device that is written.
    case writing(String)
    /// A descriptor of this process.
    case descriptor(Int32)
  }

  /// The call of the system that failed.
  package struct Failure: Error, Hashable, CustomStringConvertible {
    package let code: Int32

    /// The reason in the words of the system.
    package var description: String { String(cString: strerror(code)) }
  }

  private let words: [String]
  private let streams: [Int32: Stream]
  private let environment: [String: String]
  private let isGroup: Bool

  /// - Parameters:
  ///   - words: the program, by its path or a name on the `PATH`, and its arguments.
  ///   - streams: its descriptors, besides those that this process passes on.
  ///   - environment: its variables; those of this process by default.
  ///   - isGroup: whether it is a process group with what it starts, which can then be stopped with it.
  package init(
    _ words: [String], _ streams: [Int32: Stream], environment: [String: String] = ProcessInfo.processInfo.environment,
    isGroup: Bool = false
  ) {
    precondition(!words.isEmpty, "a program has a name")
    (self.words, self.streams, self.environment, self.isGroup) = (words, streams, environment, isGroup)
  }

  /// Starts the program; the id of its process.
  package func started() throws(Failure) -> Int32 {
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
    for (descriptor, stream) in streams.sorted(by: { $0.key < $1.key }) {
      switch stream {
      case .reading(let file): posix_spawn_file_actions_addopen(&actions, descriptor, file, O_RDONLY, 0)
      case .writing(let file): posix_spawn_file_actions_addopen(&actions, descriptor, file, O_WRONLY, 0)
      case .descriptor(let own): posix_spawn_file_actions_adddup2(&actions, own, descriptor)
      }
    }
    // A thread may block signals, which a program must not inherit.
    var (none, all) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setpgroup(&attributes, 0)
    let group = isGroup ? POSIX_SPAWN_SETPGROUP : 0
    posix_spawnattr_setflags(&attributes, Int16(group | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    let arguments = words.map { strdup($0) } + [nil]
    let variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (arguments + variables).forEach { free($0) } }
    var child: pid_t = 0
    let status = posix_spawnp(&child, words[0], &actions, &attributes, arguments, variables)
    guard status == 0 else { throw Failure(code: status) }
    return child
  }
}
