internal import DyadAssistance
internal import DyadCore
internal import DyadFormats
internal import DyadSyntax
internal import Foundation

extension ServedText {
  /// The files of the dossier, and the texts of its sources.
  func resources() -> [ContextResource] {
    let sources = reading().graph.sources.values.sorted { $0.id < $1.id }.compactMap { source -> ContextResource? in
      guard let text = source.text?.text else { return nil }
      return ContextResource(
        uri: "dyad:///sources/\(PercentEncoding.encode(source.id.text))", name: source.id.text, title: source.title,
        type: "text/plain", text: { text })
    }
    var isFolder: ObjCBool = false
    _ = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    let folder = isFolder.boolValue ? path : (path as NSString).deletingLastPathComponent
    let files = isFolder.boolValue ? DossierReader.files(in: path) : [path]
    return files.map { file in
      let name = folder.isEmpty ? file : String(file.dropFirst(folder.count).drop { $0 == "/" })
      return ContextResource(
        uri: "dyad:///files/" + PercentEncoding.encode(name) { PercentEncoding.isUnreserved($0) || $0 == 0x2F },
        name: name, type: "application/yaml",
        text: {
          let read = DossierReader.text(of: file)
          guard let text = read.value else { throw Failure.environment(read.errors.map(\.message).joined()) }
          return text
        })
    } + sources
  }
}
