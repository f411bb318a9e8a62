internal import DyadFiles
internal import Foundation

/// The files of a dossier on disk: changed all together or not at all, and never over the changes of another program.
package enum DossierStorage {
  static func read(_ file: String) throws(EditError) -> [UInt8] {
    guard let bytes = FileManager.default.contents(atPath: file) else {
      throw .environment("'\(file)' cannot be read")
    }
    guard String(validating: bytes, as: UTF8.self) != nil else { throw .request("'\(file)' is not UTF-8 text") }
    return Array(bytes)
  }

  /// Writes every file beside its target first, so that a full disk leaves all of them as they were; then puts all at their
  /// places, which no signal divides.
  static func save(
    _ files: [DossierFile], _ attachments: [Attachment] = [], in path: String
  ) throws(EditError) {
    guard !files.isEmpty || !attachments.isEmpty else { return }
    let lock = try Lock(on: path)
    defer { lock.release() }
    let folder = folder(of: path)
    var changes: [StagedChange] = []
    defer { for change in changes { change.discard() } }
    for attachment in attachments { changes.append(try StagedChange(of: attachment, in: folder)) }
    for file in files { changes.append(try StagedChange(of: file)) }
    for change in changes { try change.requireUnchanged() }
    let result = Interruption.deferred { Result { () throws(EditError) in try commit(changes) } }
    try result.get()
  }

  private static func commit(_ changes: [StagedChange]) throws(EditError) {
    for (index, change) in changes.enumerated() {
      do { try change.commit() } catch {
        for earlier in changes[..<index] { earlier.revert() }
        throw error
      }
    }
  }

  private static func folder(of path: String) -> URL {
    var isFolder: ObjCBool = false
    let place = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    _ = FileManager.default.fileExists(atPath: place.path, isDirectory: &isFolder)
    return isFolder.boolValue ? place : place.deletingLastPathComponent()
  }

  /// Why the file was not written.
  static func failure(_ error: SystemError, of name: String) -> EditError {
    error.isLackOfSpace
      ? .diskFull(name, reason: error.description) : .environment("'\(name)' cannot be written: \(error)")
  }

  /// The reason if a disk or a quota is full, or files have a limit; `nil` for other errors.
  package static func lackOfSpace(_ error: any Error) -> String? {
    let reason = error as NSError
    let known = reason.domain == NSPOSIXErrorDomain ? reason : reason.userInfo[NSUnderlyingErrorKey] as? NSError
    if let known, known.domain == NSPOSIXErrorDomain, case let call = SystemError(Int32(known.code)), call.isLackOfSpace
    {
      return call.description
    }
    return (error as? CocoaError)?.code == .fileWriteOutOfSpace ? "no space left on device" : nil
  }

  /// Keeps other runs of the tool from writing at the same time; the system releases it when the process ends.
  private struct Lock {
    private let descriptor: Int32

    init(on path: String) throws(EditError) {
      let folder = DossierStorage.folder(of: path)
      descriptor = open(folder.path, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else {
        throw .environment("'\(folder.path)' cannot be opened: \(String(cString: strerror(errno)))")
      }
      // Some file systems have no locks; the comparison with what was read remains.
      while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
    }

    func release() { close(descriptor) }
  }
}
