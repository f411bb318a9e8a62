import DyadTestSupport
import Testing

import DyadServer

@Suite struct RequestTests {
  private func request(_ text: String) -> Request? { Request(head: Array(text.utf8)) }

  @Test func aHeadIsParsedWithItsPathItsQueryAndItsHost() {
    let read = request(
      "GET /dyads/a%7Eb.html?on=2025-05-26&q=two+words%21 HTTP/1.1\r\nhost:  localhost:1 \r\nAccept: x")
    #expect(read?.method == "GET" && read?.path == "/dyads/a~b.html" && read?.host == "localhost:1")
    #expect(read?.query == ["on": "2025-05-26", "q": "two words!"])
  }

  @Test(arguments: [
    "", "GET", "GET / HTTP/1.1", "GET / HTTP/2\r\nHost: a", "GET x HTTP/1.1\r\nHost: a", "GET  / HTTP/1.1\r\nHost: a",
    "GET http://localhost/ HTTP/1.1\r\nHost: a", "GET / HTTP/1.1\r\nHost: a\r\nHost: b", "GET /%FF HTTP/1.1\r\nHost: a",
  ])
  func anInvalidHeadIsNotParsed(text: String) { #expect(request(text) == nil) }

  /// Heads with inserted, removed and changed bytes are parsed or refused, and the result is always well-formed.
  @Test(arguments: 0..<20) func mutatedHeadsAreParsedOrRefused(seed: Int) {
    var random = Seeded(seed)
    let whole = Array("GET /dyads/a%7Eb.html?on=2025&since=%31 HTTP/1.1\r\nHost: localhost:1\r\nX: y".utf8)
    for _ in 0..<200 {
      var head = whole
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let place = Int.random(in: 0..<head.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: head[place] = UInt8.random(in: 0...255, using: &random)
        case 1: head.insert([0, 10, 13, 32, 37, 58].randomElement(using: &random)!, at: place)
        default: head.remove(at: place)
        }
      }
      guard let read = Request(head: head) else { continue }
      #expect(read.path.hasPrefix("/") && !read.method.contains(" ") && !read.host.contains("\n"))
    }
  }

  @Test func everyResponseRestrictsAPageToItsServer() {
    let head = String(decoding: Response(.ok, "text/html", Array("x".utf8)).data, as: UTF8.self)
    #expect(head.hasPrefix("HTTP/1.1 200 OK\r\n") && head.hasSuffix("\r\n\r\nx"))
    for line in ["Content-Length: 1", "default-src 'none'", "nosniff", "no-referrer", "frame-ancestors 'none'"] {
      #expect(head.contains(line))
    }
    #expect(!head.contains("unsafe"))
  }
}
