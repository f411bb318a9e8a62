import DyadSyntax
import DyadTestSupport
import Testing

@Suite struct PercentEncodingTests {
  @Test(arguments: 1...20) func whatIsEncodedIsDecodedAgain(seed: Int) {
    var random = Seeded(seed)
    let text = anyText(&random)
    let encoded = PercentEncoding.encode(text)
    #expect(PercentEncoding.decode(encoded)?.unicodeScalars.elementsEqual(text.unicodeScalars) == true)
    #expect(encoded.utf8.allSatisfy { $0 == 0x25 || PercentEncoding.isUnreserved($0) })
  }

  @Test func everyByteThatIsNotKeptHasTwoDigits() {
    #expect(PercentEncoding.encode("a/b é\u{1}") == "a%2Fb%20%C3%A9%01")
    #expect(PercentEncoding.encode("a~b", escape: 0x3A) { $0 != 0x7E } == "a:7Eb")
  }

  @Test(arguments: ["%", "%2", "%zz", "%+1", "%FF", "a%C3"]) func anInvalidEscapeIsNotDecoded(text: String) {
    #expect(PercentEncoding.decode(text) == nil)
  }
}
