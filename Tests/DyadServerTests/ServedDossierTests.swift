import DyadCore
import DyadServer
import Testing

/// What the server keeps of a version of a dossier.
@Suite struct ServedDossierTests {
  private struct Failure: Error {}

  private let dossier = ServedDossier(
    known: nil, read: { KnowledgeGraph.linking([]) }, stamp: { _ in [] })

  @Test func whatFailedIsMadeAgainAtTheNextRequest() async throws {
    await #expect(throws: Failure.self) { _ = try await dossier.file("page") { _ in throw Failure() } }
    #expect(try await dossier.file("page") { _ in nil } == nil)
  }

  @Test func whatWasMadeIsKept() async throws {
    #expect(try await dossier.file("page") { _ in nil } == nil)
    #expect(try await dossier.file("page") { _ in throw Failure() } == nil)
  }
}
