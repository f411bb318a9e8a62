import DyadSources
import DyadTestSupport
import Testing

/// Texts that are not UTF-8.
@Suite(.checked(by: .pandoc)) struct EncodingTests {
  private func latin(_ text: String) -> [UInt8] { text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) } }

  @Test func aPageIsReadInTheEncodingThatItDeclares() throws {
    for head in [
      "<meta charset=iso-8859-1>", "<meta http-equiv=Content-Type content='text/html; charset=windows-1252'>",
    ] {
      // 0x93 and 0x94 are quotation marks of Windows-1252, which browsers read where a page declares Latin 1.
      let page = latin(
        "<html><head>\(head)<title>Fähre</title></head><body><p>\u{93}Die Fähre\u{94} fährt.</p></body></html>")
      let found = try DocumentReader().read(page, named: "f.html")
      #expect(found.text == "“Die Fähre” fährt.\n")
      #expect(found.record["title"] == "Fähre")
    }
  }

  @Test func aByteOrderMarkDecides() throws {
    let text = "The ferry – Die Fähre"
    let little: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big: [UInt8] = [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    let marked: [UInt8] = [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    for bytes in [little, big, marked] {
      #expect(try DocumentReader().read(bytes, named: "f.txt").text == text)
    }
  }

  @Test func whatDeclaresNothingIsNotGuessed() throws {
    let bytes = latin("Die Fähre fährt.")
    #expect { try DocumentReader().read(bytes, named: "f.txt") } throws: { "\($0)".contains("--encoding windows-1252") }
    #expect(try DocumentReader(encoding: "windows-1252").read(bytes, named: "f.txt").text == "Die Fähre fährt.")
  }

  @Test func aWrongDeclarationIsAnError() {
    let page = latin("<meta charset=utf-8><p>Die Fähre")
    #expect { try DocumentReader().read(page, named: "f.html") } throws: { "\($0)".contains("not valid") }
    #expect { try DocumentReader(encoding: "no-such").read(latin("ä"), named: "f.txt") } throws: {
      "\($0)".contains("no-such")
    }
    #expect { try DocumentReader(encoding: "-h; ls").read(latin("ä"), named: "f.txt") } throws: {
      "\($0)".contains("not the name of an encoding")
    }
  }
}
