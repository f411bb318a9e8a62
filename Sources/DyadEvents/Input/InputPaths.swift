#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The files that a name, a folder or a pattern means.
enum InputPaths {
  /// A file, and whether the user named it, rather than its folder.
  struct Path: Hashable {
    var path: String
    var isNamed: Bool
  }

  /// In the order of the patterns; the files of a folder or pattern are sorted by name.
  static func expanded(_ patterns: [String]) throws(EventFileError) -> [Path] {
    var paths: [Path] = []
    for pattern in patterns {
      let found = try matches(pattern)
      for path in found { paths += isFolder(path) ? try files(in: path) : [Path(path: path, isNamed: true)] }
    }
    return paths
  }

  private static func matches(_ pattern: String) throws(EventFileError) -> [String] {
    if pattern == "-" || exists(pattern) { return [pattern] }
    guard pattern.utf8.contains(where: { "*?[".utf8.contains($0) }) else {
      throw EventFileError(.notFound, file: pattern, "no such file")
    }
    var result = glob_t()
    defer { globfree(&result) }
    guard glob(pattern, 0, nil, &result) == 0 else {
      throw EventFileError(.notFound, file: pattern, "no file matches the pattern")
    }
    return (0..<Int(result.gl_pathc)).compactMap { result.gl_pathv[$0].map { String(cString: $0) } }.sorted()
  }

  private static func files(in folder: String) throws(EventFileError) -> [Path] {
    guard let stream = opendir(folder) else {
      throw EventFileError(.unreadable, file: folder, String(cString: strerror(errno)))
    }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if !name.hasPrefix(".") { names.append(name) }
    }
    let base = folder.hasSuffix("/") ? folder : folder + "/"
    var paths: [Path] = []
    for name in names.sorted() {
      let path = base + name
      if !isFolder(path) {
        paths.append(Path(path: path, isNamed: false))
      } else if !isLink(path) {
        // A link to a folder may lead back here.
        paths += try files(in: path)
      }
    }
    return paths
  }

  private static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }
}
