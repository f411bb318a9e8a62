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

  /// Writes every file beside its target first, so that a full disk leaves all of them as they were.
  static func save(
    _ files: [DossierFile], _ attachments: [Attachment] = [], in path: String
  ) throws(EditError) {
    guard !files.isEmpty || !attachments.isEmpty else { return }
    let lock = try Lock(on: path)
    defer { lock.release() }
    var created: [String] = []
    do throws(EditError) {
      for attachment in attachments { created.append(try create(attachment, beside: path)) }
      try save(files)
    } catch {
      for file in created { try? FileManager.default.removeItem(atPath: file) }
      throw error
    }
  }

  /// Writes a file that does not exist yet.
  private static func create(_ attachment: Attachment, beside path: String) throws(EditError) -> String {
    let target = folder(of: path).appendingPathComponent(attachment.path)
    do {
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    } catch { throw failure(error, of: target.path) }
    let descriptor = open(target.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw .environment("'\(target.path)' cannot be written: \(String(cString: strerror(errno)))")
    }
    do {
      let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
      try handle.write(contentsOf: Data(attachment.bytes))
      try handle.close()
    } catch {
      try? FileManager.default.removeItem(at: target)
      throw failure(error, of: target.path)
    }
    return target.path
  }

  private static func folder(of path: String) -> URL {
    var isFolder: ObjCBool = false
    let place = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    _ = FileManager.default.fileExists(atPath: place.path, isDirectory: &isFolder)
    return isFolder.boolValue ? place : place.deletingLastPathComponent()
  }

  private static func save(_ files: [DossierFile]) throws(EditError) {
    var written: [(temporary: String, target: String, file: DossierFile)] = []
    defer { for one in written { try? FileManager.default.removeItem(atPath: one.temporary) } }
    for file in files {
      let target = URL(fileURLWithPath: file.path).resolvingSymlinksInPath().path
      if file.isRemoved {
        try requireUnchanged(file, at: target)
        continue
      }
      let temporary = "\(target).\(ProcessInfo.processInfo.processIdentifier).part"
      written.append((temporary, target, file))
      try write(file.mark + file.bytes, to: temporary, asIn: target, for: file.path)
    }
    for one in written { try requireUnchanged(one.file, at: one.target) }
    for (index, one) in written.enumerated() where rename(one.temporary, one.target) != 0 {
      let reason = String(cString: strerror(errno))
      restore(written[..<index].map { ($0.target, $0.file) })
      throw .environment("'\(one.file.path)' cannot be written: \(reason)")
    }
    for file in files where file.isRemoved {
      guard unlink(URL(fileURLWithPath: file.path).resolvingSymlinksInPath().path) != 0 else { continue }
      let reason = String(cString: strerror(errno))
      restore(written.map { ($0.target, $0.file) })
      throw .environment("'\(file.path)' cannot be removed: \(reason)")
    }
  }

  private static func write(_ bytes: [UInt8], to temporary: String, asIn target: String, for name: String)
    throws(EditError)
  {
    do {
      guard FileManager.default.createFile(atPath: temporary, contents: nil) else {
        throw CocoaError(.fileWriteNoPermission)
      }
      guard let handle = FileHandle(forWritingAtPath: temporary) else { throw CocoaError(.fileWriteNoPermission) }
      defer { try? handle.close() }
      try handle.write(contentsOf: Data(bytes))
      try handle.synchronize()
      let permissions = try? FileManager.default.attributesOfItem(atPath: target)[.posixPermissions]
      if let permissions {
        try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: temporary)
      }
    } catch {
      throw failure(error, of: name)
    }
  }

  /// Why the file was not written.
  private static func failure(_ error: any Error, of name: String) -> EditError {
    if let reason = lackOfSpace(error) { return .diskFull(name, reason: reason) }
    return .environment("'\(name)' cannot be written: \(error.localizedDescription)")
  }

  /// The reason if a disk or a quota is full, or files have a limit; `nil` for other errors.
  package static func lackOfSpace(_ error: any Error) -> String? {
    let reason = error as NSError
    let known = reason.domain == NSPOSIXErrorDomain ? reason : reason.userInfo[NSUnderlyingErrorKey] as? NSError
    if let known, known.domain == NSPOSIXErrorDomain, [ENOSPC, EDQUOT, EFBIG].contains(Int32(known.code)) {
      return String(cString: strerror(Int32(known.code))).lowercased()
    }
    return (error as? CocoaError)?.code == .fileWriteOutOfSpace ? "no space left on device" : nil
  }

  private static func requireUnchanged(_ file: DossierFile, at target: String) throws(EditError) {
    let now = FileManager.default.contents(atPath: target).map { Array($0) }
    let isUnchanged = file.isNew ? now == nil : now == file.mark + file.original
    guard isUnchanged else { throw .changed(file.path) }
  }

  /// Puts back what was replaced before a later file failed.
  private static func restore(_ files: [(target: String, file: DossierFile)]) {
    for (target, file) in files {
      if file.isNew {
        try? FileManager.default.removeItem(atPath: target)
      } else {
        try? Data(file.mark + file.original).write(to: URL(fileURLWithPath: target), options: .atomic)
      }
    }
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
