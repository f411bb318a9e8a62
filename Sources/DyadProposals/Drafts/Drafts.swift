internal import DyadCore
package import DyadEditing

/// Writes proposals as drafts, which a person accepts or rejects.
///
///     var editor = try DossierEditor(reading: "ferry")
///     let report = try Drafts.propose(in: &editor, with: RuleProposer())
///     try editor.save()
package enum Drafts {
  /// The score of the weakest proposals that become drafts, unless another is asked for.
  package static let minimumScore = 0.5

  /// What became of the proposals.
  package struct Report: Sendable {
    /// A draft that was added.
    package struct Added: Sendable {
      package var id: String
      package var proposal: Proposal
    }

    package var added: [Added] = []
    /// How many are claimed already by the same words.
    package var known = 0
    /// How many scored less than was asked for.
    package var weak = 0
    package var rejected: [ProposalAnswer.Rejection] = []

    /// The drafts with their scores, what was refused, and the counts.
    package var lines: [String] {
      let drafts = added.map { one in
        "\(one.proposal.scoreText) \(one.proposal.kind) '\(one.id)': \(one.proposal.rule)"
      }
      let refused = rejected.map { "warning: \($0.claim) was refused: \($0.reason)" }
      let counts = [
        "\(added.count) draft\(added.count == 1 ? "" : "s") added",
        known == 0 ? nil : "\(known) claimed already",
        weak == 0 ? nil : "\(weak) below the score",
        rejected.isEmpty ? nil : "\(rejected.count) refused",
      ]
      return drafts + refused + [counts.compactMap(\.self).joined(separator: ", ")]
    }
  }

  /// The reason why no drafts were made.
  package enum Failure: Error, CustomStringConvertible {
    case editing(EditError)
    case proposing(ProposalError)
    case unknownSource(String, suggestion: String?)

    package var description: String {
      switch self {
      case .editing(let error): error.description
      case .proposing(let error): error.description
      case .unknownSource(let source, let suggestion):
        "unknown source '\(source)'" + (suggestion.map { "; did you mean '\($0)'?" } ?? "")
      }
    }
  }

  /// Adds what the proposer finds in the texts of the sources to the drafts of the dossier.
  ///
  /// - Parameters:
  ///   - source: one source; all sources with a text by default.
  ///   - minimumScore: proposals with a lower score are left out.
  package static func propose(
    in editor: inout DossierEditor, source: String? = nil, with proposer: any Proposer,
    minimumScore: Double = Drafts.minimumScore
  ) throws(Failure) -> Report {
    let graph = editor.dossiers.then { KnowledgeGraph.linking($0, includingDrafts: true) }.value
    let sources = try sources(source, in: graph)
    var report = Report()
    var edited = editor
    for one in sources {
      let answer: ProposalAnswer
      do throws(ProposalError) {
        answer = try proposer.proposals(for: ProposalRequest(graph: graph, source: one))
      } catch { throw .proposing(error) }
      report.rejected += answer.rejected
      let claimed = ClaimedPassages(in: graph, of: one)
      for proposal in answer.proposals {
        if proposal.score < minimumScore {
          report.weak += 1
        } else if claimed.has(proposal) {
          report.known += 1
        } else {
          do throws(EditError) { try add(proposal, to: &edited, &report) } catch { throw .editing(error) }
        }
      }
    }
    editor = edited
    return report
  }

  private static func sources(_ id: String?, in graph: KnowledgeGraph) throws(Failure) -> [Source] {
    let all = graph.sources.values.sorted { $0.id < $1.id }
    guard let id else { return all.filter { $0.text != nil } }
    guard let one = all.first(where: { $0.id.text == id }) else {
      throw .unknownSource(id, suggestion: nearest(to: id, among: all.map(\.id.text)))
    }
    return [one]
  }

  private static func add(_ proposal: Proposal, to editor: inout DossierEditor, _ report: inout Report)
    throws(EditError)
  {
    for part in proposal.requires {
      guard let id = part.record["id"]?.scalar, !editor.hasRecord(id) else { continue }
      try add(part, to: &editor, &report)
    }
    let form = try DossierEditor.form(ofKind: proposal.kind, entityKind: nil)
    var assignments = (proposal.record.members ?? []).map { Assignment($0.key, $0.value) }
    assignments.append(Assignment("cite", proposal.citation))
    if proposal.record["note"] == nil {
      assignments.append(Assignment("note", .text(DraftNote(score: proposal.score, rule: proposal.rule).text)))
    }
    let id = try editor.addDraft(form, assignments)
    report.added.append(Report.Added(id: id, proposal: proposal))
  }
}
