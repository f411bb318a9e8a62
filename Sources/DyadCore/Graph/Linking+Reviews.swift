extension Linker {
  /// Links each review to its claim; the review of a claim with an error is omitted without another finding.
  mutating func linkReviews() {
    guard !dossier.reviews.isEmpty else { return }
    let claims = Set(graph.claims)
    let written = claims.union(dossier.claims)
    var firsts: [Review.ID: SourceLocation?] = [:]
    for review in inOrder(dossier.reviews) {
      let id = review.value.id
      if let first = firsts[id] {
        findings.append(
          Diagnostic(
            .duplicateId, "duplicate review of '\(id)'", at: review.place,
            notes: [Diagnostic.Note("first written here", at: first)]))
        continue
      }
      firsts[id] = .some(review.place)
      if claims.contains(id.text) { graph.reviews[id] = review.value }
      guard !written.contains(id.text) else { continue }
      findings.append(
        Diagnostic(
          .reviewUnknown, "review of an unknown claim '\(id)'", at: review.place,
          suggestion: nearest(to: id.text, among: claims)))
    }
  }
}

extension KnowledgeGraph {
  /// The ids of all claims, sorted: entities, offices, offices held, phases, events, and links between events.
  ///
  ///     graph.claims.first     // "arvane"
  public var claims: [String] {
    let registers = entities.keys.map(\.text) + offices.keys.map(\.text) + holdings.keys.map(\.text)
    let links = events.values.flatMap(\.links).map(\.id.text)
    return (registers + relations.values.flatMap(\.phases).map(\.id.text) + events.keys.map(\.text) + links).sorted()
  }
}

extension Dossier {
  /// The ids of all claims, also of those with errors.
  fileprivate var claims: [String] {
    let registers = entities.map(\.value.id.text) + offices.map(\.value.id.text) + holdings.map(\.value.id.text)
    let links = events.flatMap(\.value.links).map(\.id.text)
    return registers + relations.flatMap(\.value.phases).map(\.id.text) + events.map(\.value.id.text) + links
  }
}
