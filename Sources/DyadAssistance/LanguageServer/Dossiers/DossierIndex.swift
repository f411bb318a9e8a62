internal import DyadCore
internal import DyadEditing
internal import DyadFormats

/// Records and references of a dossier, by place and by id.
struct DossierIndex {
  /// A record, or a reference, in a file.
  struct Place<Item> {
    let file: String
    let item: Item
    /// The id.
    let bytes: Range<Int>
    /// The whole record; for a reference the id.
    let extent: Range<Int>
  }

  typealias Record = Place<PartIndex.Record>
  typealias Reference = Place<PartIndex.Reference>

  private(set) var records: [Record] = []
  private(set) var references: [Reference] = []

  init(_ dossier: OpenDossier) {
    for file in dossier.files {
      for located in dossier.indexes(of: file) {
        let shift = located.part.bytes.lowerBound
        func moved(_ range: Range<Int>) -> Range<Int> { range.lowerBound + shift..<range.upperBound + shift }
        records += located.index.records.map {
          Record(file: file, item: $0, bytes: moved($0.name), extent: moved($0.bytes))
        }
        references += located.index.references.map {
          Reference(file: file, item: $0, bytes: moved($0.bytes), extent: moved($0.bytes))
        }
      }
    }
  }

  /// The reference with the byte.
  func reference(at byte: Int, in file: String) -> Reference? {
    references.first { $0.file == file && ($0.bytes.contains(byte) || $0.bytes.upperBound == byte) }
  }

  /// The record whose id contains the byte.
  func record(namedAt byte: Int, in file: String) -> Record? {
    records.first { $0.file == file && ($0.bytes.contains(byte) || $0.bytes.upperBound == byte && !$0.bytes.isEmpty) }
  }

  /// The innermost record with the byte.
  func record(around byte: Int, in file: String) -> Record? {
    // The title of an office is within the record of its holder.
    records.filter { record in
      record.file == file && record.extent.contains(byte)
        && !(record.item.isPart && record.item.form.name == Office.schema.form.name)
    }
    .min { $0.extent.count < $1.extent.count }
  }

  /// The records that the reference means.
  func definitions(of reference: Reference) -> [Record] { records.filter { reference.item.means($0.item) } }

  /// The references to the record.
  func references(to record: Record) -> [Reference] {
    references.filter { $0.item.means(record.item) }
  }

  /// The record at the byte, or the one that a reference there means.
  func target(at byte: Int, in file: String) -> Record? {
    if let reference = reference(at: byte, in: file) { return definitions(of: reference).first }
    return record(namedAt: byte, in: file)
  }
}
