internal import DyadFiles
internal import Foundation

/// A change of one file that is prepared: its new content is beside it, and takes its place when all others are ready.
struct StagedChange {
  /// The name for messages.
  private let name: String
  private let target: String
  /// The content now, or `nil` for a file that does not exist yet.
  private let original: [UInt8]?
  /// The new content; `nil` if the file is removed.
  private let staged: TemporaryPath?

  init(of file: DossierFile) throws(EditError) {
    name = file.path
    target = URL(fileURLWithPath: file.path).resolvingSymlinksInPath().path
    original = file.isNew ? nil : file.mark + file.original
    staged = file.isRemoved ? nil : try StagedChange.staged(file.mark + file.bytes, for: target, named: name)
  }

  init(of attachment: Attachment, in folder: URL) throws(EditError) {
    let place = folder.appendingPathComponent(attachment.path)
    (name, target, original) = (place.path, place.path, nil)
    if access(target, F_OK) == 0 { throw DossierStorage.failure(SystemError(EEXIST), of: name) }
    do {
      try FileManager.default.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    } catch {
      throw .environment("'\(place.path)' cannot be written: \(error.localizedDescription)")
    }
    staged = try StagedChange.staged(attachment.bytes, for: target, named: name)
  }

  private static func staged(_ bytes: [UInt8], for target: String, named name: String) throws(EditError)
    -> TemporaryPath
  {
    var made: TemporaryPath?
    do throws(SystemError) {
      let temporary = try TemporaryPath.file(in: (target as NSString).deletingLastPathComponent)
      made = temporary
      try SystemError.write(bytes, to: temporary.descriptor)
      guard fsync(temporary.descriptor) == 0 || [EINVAL, EROFS, ENOTSUP].contains(errno) else { throw SystemError() }
      var known = stat()
      if stat(target, &known) == 0 { fchmod(temporary.descriptor, known.st_mode & 0o7777) }
      return temporary
    } catch {
      made?.remove()
      throw DossierStorage.failure(error, of: name)
    }
  }

  /// Throws if another program has changed the file since it was read.
  func requireUnchanged() throws(EditError) {
    guard FileManager.default.contents(atPath: target).map({ Array($0) }) == original else { throw .changed(name) }
  }

  /// Puts the new content at its place, or removes the file.
  func commit() throws(EditError) {
    let done = staged.map { rename($0.path, target) } ?? unlink(target)
    guard done == 0 else { throw DossierStorage.failure(SystemError(), of: name) }
  }

  /// Puts back what was there, because a later change failed.
  func revert() {
    if let original {
      try? Data(original).write(to: URL(fileURLWithPath: target), options: .atomic)
    } else {
      unlink(target)
    }
  }

  /// Removes the prepared content, if it is not at its place.
  func discard() {
    guard let staged else { return }
    if access(staged.path, F_OK) == 0 { staged.remove() } else { staged.release() }
  }
}
