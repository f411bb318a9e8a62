internal import Foundation

/// A call of the system that failed: "no space left on device".
package struct SystemError: Error, CustomStringConvertible {
  package let code: Int32

  /// The error of the last call.
  package init() { code = errno }
  package init(_ code: Int32) { self.code = code }

  /// Whether a disk or a quota is full, or files have a limit.
  package var isLackOfSpace: Bool { [ENOSPC, EDQUOT, EFBIG].contains(code) }

  package var description: String {
    code == ENOENT ? "no such folder" : String(cString: strerror(code)).lowercased()
  }

  /// Writes all bytes to the descriptor.
  package static func write(_ bytes: [UInt8], to descriptor: Int32) throws(SystemError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw SystemError() }
      rest = rest.dropFirst(count)
    }
  }
}
