import DyadCore
import DyadFormats
import DyadProposals
import DyadSources
import DyadSyntax

extension FuzzTarget {
  static let documents: [FuzzTarget] = [
    FuzzTarget(name: "bibliography", law: "what is accepted has a title") { bytes in
      for form in [BibliographyReader.Form.csl, .ris] {
        guard let library = try? BibliographyReader().read(bytes, form) else { continue }
        for record in library.records { require(record["title"]?.isEmpty == false, "\(record)") }
        let known = KnownSources([])
        for record in library.records {
          _ = known.newId(for: record)
          _ = known.same(as: record, text: nil)
        }
      }
    },
    FuzzTarget(name: "annotations", law: "what is accepted quotes something, or is counted") { bytes in
      guard let read = try? AnnotationReader.read(bytes, document: "") else { return }
      require(read.withoutQuote > 0 || !read.quotes.isEmpty, "nothing")
    },
    FuzzTarget(name: "wikidata", law: "what is added is valid, or has refused characters") { bytes in
      var reader = WikidataReader()
      guard (try? reader.read(ScratchFolder.wikidata.file("items.json", bytes))) != nil else { return }
      var facts = WikidataImport(reader, languages: ["en", "ur"])
      guard var editor = EditedDossier.empty else { return }
      _ = try? facts.add(to: &editor)
      // The tool checks an edited dossier before it writes it.
      let read = DossierReader.read(text: editor.text, file: "t.yaml")
      guard !read.errors.contains(where: { $0.code == .controlCharacter }) else { return }
      GraphLaws.isValid(editor)
    },
    FuzzTarget(name: "text", law: "the places of dates and quotes are within the text") { bytes in
      let text = SourceText(String(decoding: bytes, as: UTF8.self))
      let count = text.text.unicodeScalars.count
      for date in PassageDates(in: text, published: PartialDate("2025-05-26")).all {
        require(date.range.lowerBound >= 0 && date.range.upperBound <= count, "\(date)")
      }
      var source = EditedDossier.source
      source.text = text
      let request = ProposalRequest(graph: EditedDossier.graph, source: source)
      _ = try? RuleProposer().proposals(for: request)
    },
  ]
}

extension ScratchFolder {
  fileprivate static let wikidata = ScratchFolder("wikidata")
}
