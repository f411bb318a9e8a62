internal import DyadCore
package import DyadSyntax

/// The changes of an edit as patches, which undo it later, also in files that were changed elsewhere since.
extension DossierEditor {
  /// The changes of the lines of a file.
  package struct FilePatch: Hashable, Sendable {
    /// The path below the folder of the dossier.
    package var file: String
    package var patch: TextPatch
    /// Whether the change makes the file.
    package var isNew: Bool
    /// Whether the change removes the file.
    package var isRemoval: Bool

    package init(file: String, patch: TextPatch, isNew: Bool, isRemoval: Bool) {
      (self.file, self.patch, self.isNew, self.isRemoval) = (file, patch, isNew, isRemoval)
    }

    /// The change that undoes this one.
    package var reversed: FilePatch {
      FilePatch(file: file, patch: patch.reversed, isNew: isRemoval, isRemoval: isNew)
    }
  }

  /// What differs between the text that was read and the edited text.
  package var patches: [FilePatch] {
    files.filter(\.isChanged).map { file in
      FilePatch(
        file: name(of: file), patch: TextPatch(from: file.original, to: file.bytes), isNew: file.isNew,
        isRemoval: file.isRemoved)
    }
  }

  /// Makes the changes of the patches in the files as they are now; none of them where one no longer fits.
  package mutating func apply(_ patches: [FilePatch]) throws(EditError) {
    var changed = self
    for patch in patches { try changed.apply(patch) }
    self = changed
  }

  private mutating func apply(_ change: FilePatch) throws(EditError) {
    let place: Int
    if let found = files.firstIndex(where: { name(of: $0) == change.file }) {
      place = found
      // A new file must not replace one of somebody else.
      if change.isNew, !files[place].bytes.isEmpty { throw .conflict(files[place].path, line: 1) }
    } else {
      // A dossier in one file has no other than that of its drafts.
      let drafts = DossierFile(draftsPath, [])
      guard change.isNew, isFolder ? DossierEditor.isWithin(change.file) : change.file == name(of: drafts) else {
        throw .conflict(change.file, line: nil)
      }
      place = isFolder ? addFile(named: change.file) : addFile(at: draftsPath)
    }
    let bytes: [UInt8]
    do throws(TextPatch.Misfit) { bytes = try change.patch.applied(to: files[place].bytes) } catch {
      throw .conflict(files[place].path, line: error.line)
    }
    try replaceText(of: place, by: bytes, isRemoval: change.isRemoval && bytes.isEmpty)
  }

  /// Whether the path, which may come from a file that anybody could have written, stays in the folder.
  private static func isWithin(_ path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    return parts.count == 1 && !parts[0].hasPrefix(".") && (path.hasSuffix(".yaml") || path.hasSuffix(".yml"))
  }
}
