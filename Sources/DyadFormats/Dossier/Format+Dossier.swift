internal import DyadCore

extension Format {
  static let dossier = Format(
    "dossier", "Dossier (YAML)", suffixes: ["yaml", "yml"], reader: { DossierReader.read($0) },
    writer: .file { YAMLWriter.write($0, to: $1) })
}
