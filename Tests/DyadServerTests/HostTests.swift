import Testing

import DyadServer

@Suite struct HostTests {
  @Test(arguments: ["localhost", "localhost:8420", "LOCALHOST:1", "127.0.0.1:8420", "[::1]:8420"])
  func thisMachineIsAccepted(host: String) { #expect(Answer.isOwn(host)) }

  @Test(arguments: [
    "example.org", "localhost.example.org", "127.0.0.1.example.org:8420", "", "localhost:8420:1x", "dyad", "10.0.0.1",
  ])
  func otherHostsAreRefused(host: String) { #expect(!Answer.isOwn(host)) }
}
