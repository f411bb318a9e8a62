internal import ArgumentParser
internal import Foundation

/// Ends the process with an error where it may open so few files that its runtime would end it by a signal.
///
/// It comes first in a program, before any asynchronous code: Dispatch takes a descriptor for its main queue, one to wait for
/// events, and one to be woken, and traps without them.
public func requireDescriptors() {
  var opened: [Int32] = []
  while opened.count < 3, let descriptor = descriptor() { opened.append(descriptor) }
  let isExhausted = opened.count < 3 && errno == EMFILE
  for descriptor in opened { close(descriptor) }
  guard isExhausted else { return }
  let limit = sysconf(Int32(_SC_OPEN_MAX))
  Terminal.report("error: the process may open only \(limit) files at a time (ulimit -n); 10 are enough")
  exit(Failure.environmentFailed.rawValue)
}

private func descriptor() -> Int32? {
  let descriptor = open("/dev/null", O_RDONLY | O_CLOEXEC)
  return descriptor < 0 ? nil : descriptor
}
