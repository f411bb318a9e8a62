internal import ArgumentParser
internal import DyadCore
internal import DyadEditing
internal import DyadSources

/// Adds what files of Wikidata state.
struct AddWikidata {
  let dossier: String
  let path: String
  /// The items to add, such as Q843; all of the files where there is none.
  let items: [String]
  let languages: [String]
  let options: EditArguments

  func run() throws {
    var reader = WikidataReader(keeping: Set(items))
    do throws(SourceError) { try reader.read(path) } catch {
      switch error {
      case .document(let message): throw Failure.input(message)
      case .environment(let message): throw Failure.environment(message)
      }
    }
    try options.run(dossier) { editor throws(EditError) in
      var languages = languages.isEmpty ? ["en"] : languages
      // The names that the dossier has show which languages it needs.
      languages += Set(editor.entities.flatMap(\.names).compactMap(\.language)).sorted()
      var seen: Set<String> = []
      var facts = WikidataImport(reader, languages: languages.filter { seen.insert($0).inserted })
      return try facts.add(to: &editor)
    }
  }
}
