/// A new file beside a dossier, which is saved together with the edit that needs it.
///
///     editor.attach(Attachment(path: "texts/herald.txt", bytes: Array(text.utf8)))
package struct Attachment: Sendable {
  /// The path from the folder of the dossier.
  package let path: String
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) { (self.path, self.bytes) = (path, bytes) }
}
