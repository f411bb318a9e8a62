public import DyadSyntax

/// A destination of the files of a folder.
///
///     let files = FolderSink.collected { folder in folder.file("entities.csv") { $0.write("id,name\n") } }
public final class FolderSink {
  private let open: (_ name: String) throws -> ByteSink
  private var failure: (any Error)?

  /// Creates a sink.
  ///
  /// - Parameter open: creates a file; a name with `/` is a path in the folder.
  public init(_ open: @escaping (_ name: String) throws -> ByteSink) { self.open = open }

  /// Writes a file; after the first error it does nothing.
  public func file(_ name: String, _ write: (ByteSink) -> Void) {
    guard failure == nil else { return }
    do {
      let sink = try open(name)
      write(sink)
      try sink.finish()
    } catch { failure = error }
  }

  /// Throws the first error of writing.
  public func finish() throws { if let failure { throw failure } }

  /// The files in memory, by name.
  public static func collected(_ write: (FolderSink) -> Void) -> [String: [UInt8]] {
    let files = Files()
    write(FolderSink { name in ByteSink { files.bytes[name, default: []] += $0 } })
    return files.bytes
  }

  private final class Files { var bytes: [String: [UInt8]] = [:] }
}
