import Foundation

/// A program in a process of its own, with files as its standard streams.
///
/// `Foundation.Process` has crashed in tests that start hundreds of programs.
struct Spawn {
  var executable: URL
  var arguments: [String]
  var environment: [String: String]
  var folder: URL
  var input: URL
  var output: URL
  var messages: URL

  /// Runs the program to its end; the status that it exits with, or the signal that ends it.
  func run() throws -> (status: Int32, isSignal: Bool) {
    #if canImport(Darwin)
      var (actions, attributes): (posix_spawn_file_actions_t?, posix_spawnattr_t?) = (nil, nil)
      let flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_CLOEXEC_DEFAULT
    #else
      var (actions, attributes) = (posix_spawn_file_actions_t(), posix_spawnattr_t())
      let flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_addopen(&actions, 0, input.path, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output.path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    posix_spawn_file_actions_addopen(&actions, 2, messages.path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    // A thread of a test blocks signals, which a program must not inherit.
    var (none, all) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(&attributes, Int16(flags))

    // The shell changes the folder, and becomes the program.
    let shell = ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", folder.path, executable.path]
    let words = (shell + arguments).map { strdup($0) } + [nil]
    let values = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (words + values).forEach { free($0) } }
    var child = pid_t()
    let failure = posix_spawn(&child, shell[0], &actions, &attributes, words, values)
    guard failure == 0 else {
      throw Command.Failure("cannot start \(executable.path): \(String(cString: strerror(failure)))")
    }
    var ended: Int32 = 0
    while waitpid(child, &ended, 0) == -1, errno == EINTR {}
    let signal = ended & 0x7f
    return signal == 0 ? ((ended >> 8) & 0xff, false) : (signal, true)
  }
}
