import Testing

@testable import DyadServer

@Suite struct RequestTests {
  private func request(_ text: String) -> Request? { Request(head: Array(text.utf8)) }

  @Test func aHeadIsReadWithItsPathItsQueryAndItsHost() {
    let read = request(
      "GET /dyads/a%7Eb.html?on=2025-05-26&q=two+words%21 HTTP/1.1\r\nhost:  localhost:1 \r\nAccept: x")
    #expect(read?.method == "GET" && read?.path == "/dyads/a~b.html" && read?.host == "localhost:1")
    #expect(read?.query == ["on": "2025-05-26", "q": "two words!"])
  }

  @Test(arguments: [
    "", "GET", "GET / HTTP/1.1", "GET / HTTP/2\r\nHost: a", "GET x HTTP/1.1\r\nHost: a", "GET  / HTTP/1.1\r\nHost: a",
    "GET http://localhost/ HTTP/1.1\r\nHost: a", "GET / HTTP/1.1\r\nHost: a\r\nHost: b", "GET /%FF HTTP/1.1\r\nHost: a",
  ])
  func whatIsNoneIsNotRead(text: String) { #expect(request(text) == nil) }

  @Test func everyAnswerKeepsAPageToItsOwnServer() {
    let head = String(decoding: Response(.ok, "text/html", Array("x".utf8)).data, as: UTF8.self)
    #expect(head.hasPrefix("HTTP/1.1 200 OK\r\n") && head.hasSuffix("\r\n\r\nx"))
    for line in ["Content-Length: 1", "default-src 'none'", "nosniff", "no-referrer", "frame-ancestors 'none'"] {
      #expect(head.contains(line))
    }
    #expect(!head.contains("unsafe"))
  }
}
