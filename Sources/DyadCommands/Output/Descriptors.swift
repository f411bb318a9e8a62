internal import ArgumentParser
internal import Foundation

/// Ends the process with an error where it may open so few files that its runtime would end it by a signal.
///
/// It comes first in a program, before any asynchronous code: Dispatch takes a descriptor for its main queue, one to wait for
/// events, and one to be woken, and traps without them.
public func requireDescriptors() {
  let opened = (descriptor(), descriptor(), descriptor())
  let isExhausted = opened.2 < 0 && errno == EMFILE
  close(opened.0)
  close(opened.1)
  close(opened.2)
  guard isExhausted else { return }
  let limit = sysconf(Int32(_SC_OPEN_MAX))
  Terminal.report("error: the process may open only \(limit) files at a time (ulimit -n); 10 are enough")
  exit(Failure.environmentFailed.rawValue)
}

private func descriptor() -> Int32 { open("/dev/null", O_RDONLY | O_CLOEXEC) }
