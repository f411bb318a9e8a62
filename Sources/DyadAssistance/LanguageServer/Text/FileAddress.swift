internal import DyadSyntax

/// `file:` addresses of the protocol, and the paths that they mean.
enum FileAddress {
  /// The path; `nil` for an address of another kind.
  static func path(of address: String) -> String? {
    guard address.lowercased().hasPrefix("file://") else { return nil }
    let rest = address.dropFirst(7)
    guard let slash = rest.firstIndex(of: "/"), ["", "localhost"].contains(rest[..<slash].lowercased()) else {
      return nil
    }
    let path = rest[slash...].prefix { $0 != "#" && $0 != "?" }
    return PercentEncoding.decode(path)
  }

  static func address(of path: String) -> String {
    "file://" + PercentEncoding.encode(path) { PercentEncoding.isUnreserved($0) || $0 == 0x2F }
  }
}
