import DyadArchive
import DyadSyntax

extension FuzzTarget {
  static let syntaxes: [FuzzTarget] = [
    FuzzTarget(name: "json-text", law: "a value is written and parsed as the same") { bytes in
      guard let value = try? JSONValue(parsing: bytes) else { return }
      for layout in [JSONWriter.Layout.compact, .indented] {
        let again = try? JSONValue(parsing: value.bytes(layout))
        require(again == value, "\(value) is written \(value.text(layout))")
      }
      if let patch = TextPatch(json: value) { _ = try? patch.applied(to: bytes) }
    },
    FuzzTarget(name: "xml", law: "a document is written and parsed as the same") { bytes in
      guard let element = try? XMLElement(parsing: bytes) else { return }
      let written = element.document
      guard let again = try? XMLElement(parsing: written) else {
        fatalError("not well-formed: \(String(decoding: written, as: UTF8.self))")
      }
      require(again.document == written, String(decoding: written, as: UTF8.self))
      require((try? XMLElement(parsing: element.compactDocument))?.document == written, "without indents")
    },
    FuzzTarget(name: "csv-text", law: "cells are written and parsed as the same") { bytes in
      for (delimiter, hasQuotes) in [(UInt8(0x2C), true), (0x3B, false), (0x09, true)] {
        var parser = CSVParser(bytes, document: "", delimiter: delimiter, hasQuotes: hasQuotes)
        while let row = parser.next() {
          let cells = row.map(\.text)
          let written = ByteSink.collected { CSVWriter($0).row(cells) }
          // A row with one empty cell is an empty line, which is none.
          guard cells != [""] else { continue }
          var again = CSVParser(written, document: "")
          require(again.next()?.map(\.text) == cells, "\(cells)")
          require(again.next() == nil && again.errors.isEmpty, "\(cells): \(again.errors)")
        }
      }
    },
    FuzzTarget(name: "html", law: "each element is one of its parent's children, and has text") { bytes in
      let page = HTMLDocument(bytes)
      for element in page.elements.prefix(100) {
        _ = page.text(of: element)
        _ = element["class"]
      }
    },
    FuzzTarget(name: "zip", law: "no file is larger than the limit") { bytes in
      if let archive = ZipArchive(bytes) {
        for name in archive.names.prefix(16) {
          require((archive.file(named: name, limit: 1 << 16)?.count ?? 0) <= 1 << 16, name)
        }
      }
      require((Inflation.inflated(bytes[...], limit: 1 << 16)?.count ?? 0) <= 1 << 16, "inflated")
    },
    FuzzTarget(name: "digest", law: "the digest does not depend on the pieces in which bytes arrive") { bytes in
      var digest = SHA256()
      let cut = bytes.first.map { Int($0) % (bytes.count + 1) } ?? 0
      bytes[..<cut].withUnsafeBytes { digest.update($0) }
      bytes[cut...].withUnsafeBytes { digest.update($0) }
      require(digest.hex == SHA256.hex(bytes), "cut at \(cut)")
    },
  ]
}
