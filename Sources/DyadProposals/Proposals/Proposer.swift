package import DyadCore
package import DyadPrograms

/// What finds claims in the text of a source.
///
///     let answer = try RuleProposer().proposals(for: ProposalRequest(graph: graph, source: source))
package protocol Proposer: Sendable {
  /// The claims of the text, in its order, and those that were refused.
  func proposals(for request: ProposalRequest) throws(ProposalError) -> ProposalAnswer
}

/// The text of a source with the dossier that it belongs to.
package struct ProposalRequest: Sendable {
  /// The dossier, with its drafts.
  package var graph: KnowledgeGraph
  /// The source, with its text.
  package var source: Source

  package init(graph: KnowledgeGraph, source: Source) { (self.graph, self.source) = (graph, source) }
}

/// What a proposer returns.
package struct ProposalAnswer: Sendable {
  /// A claim that was refused.
  package struct Rejection: Hashable, Sendable {
    /// The claim in a few words: its number, its kind, its first words.
    package var claim: String
    /// Why: "quote not found in the text of 'thaw'".
    package var reason: String
  }

  package var proposals: [Proposal]
  package var rejected: [Rejection]

  package init(_ proposals: [Proposal], rejected: [Rejection] = []) {
    (self.proposals, self.rejected) = (proposals, rejected)
  }
}

/// The reason why nothing was proposed.
package enum ProposalError: Error, Hashable, CustomStringConvertible {
  /// The dossier has no text of the source.
  case noText(Source.ID)
  /// The program has no output.
  case program(ProgramError)
  /// What the program wrote is not an answer.
  case malformed(program: String, reason: String)

  package var description: String {
    switch self {
    case .noText(let source): "source '\(source)' has no text"
    case .program(let error): error.description
    case .malformed(let program, let reason): "'\(program)' wrote no valid answer: \(reason)"
    }
  }
}
