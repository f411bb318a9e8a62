internal import Foundation

/// What the system knows of a file; a symbolic link is not followed.
struct FileStatus {
  let isRegular: Bool
  /// In bytes.
  let size: Int

  /// `nil` where there is no such file.
  init?(of place: URL) {
    var status = stat()
    guard lstat(place.path, &status) == 0 else { return nil }
    (isRegular, size) = (status.st_mode & S_IFMT == S_IFREG, Int(status.st_size))
  }
}
