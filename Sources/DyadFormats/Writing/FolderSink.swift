public import DyadSyntax

/// Where the files of a folder go as they are made.
///
///     let files = FolderSink.collected { folder in folder.file("entities.csv") { $0.write("id,name\n") } }
public final class FolderSink {
  private let open: (_ name: String) throws -> ByteSink
  private var failure: (any Error)?

  /// `open` makes a file of that name; a name with `/` stands in a folder within.
  public init(_ open: @escaping (_ name: String) throws -> ByteSink) { self.open = open }

  public func file(_ name: String, _ write: (ByteSink) -> Void) {
    guard failure == nil else { return }
    do {
      let sink = try open(name)
      write(sink)
      try sink.finish()
    } catch { failure = error }
  }

  /// Throws what went wrong on the way.
  public func finish() throws { if let failure { throw failure } }

  /// All the files by their names, in memory.
  public static func collected(_ write: (FolderSink) -> Void) -> [String: [UInt8]] {
    let files = Files()
    write(FolderSink { name in ByteSink { files.bytes[name, default: []] += $0 } })
    return files.bytes
  }

  private final class Files { var bytes: [String: [UInt8]] = [:] }
}
