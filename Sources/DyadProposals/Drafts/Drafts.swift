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
    /// How many a person has rejected before.
    package var rejected = 0
    /// The claims of a program that are not valid.
    package var refused: [ProposalAnswer.Rejection] = []

    /// The drafts with their scores, what was refused, and the counts.
    package var lines: [String] {
      let drafts = added.map { one in
        "\(one.proposal.scoreText) \(one.proposal.kind) '\(one.id)': \(one.proposal.rule)"
      }
      let warnings = refused.map { "warning: \($0.claim) was refused: \($0.reason)" }
      let counts = [
        "\(added.count) draft\(added.count == 1 ? "" : "s") added",
        known == 0 ? nil : "\(known) claimed already",
        weak == 0 ? nil : "\(weak) below the score",
        rejected == 0 ? nil : "\(rejected) rejected before",
        refused.isEmpty ? nil : "\(refused.count) refused",
      ]
      return drafts + warnings + [counts.compactMap(\.self).joined(separator: ", ")]
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

  /// What a proposer finds in the texts of sources.
  package struct Findings: Sendable {
    var answers: [(source: Source, answer: ProposalAnswer)] = []
  }

  /// Adds what the proposer finds in the texts of the sources to the drafts of the dossier.
  ///
  /// - Parameters:
  ///   - source: one source; all sources with a text by default.
  ///   - minimumScore: proposals with a lower score are left out.
  ///   - includingRejected: whether what was rejected is proposed again.
  package static func propose(
    in editor: inout DossierEditor, source: String? = nil, with proposer: any Proposer,
    minimumScore: Double = Drafts.minimumScore, includingRejected: Bool = false
  ) throws(Failure) -> Report {
    let findings = try find(in: editor, source: source, with: proposer)
    return try add(findings, to: &editor, minimumScore: minimumScore, includingRejected: includingRejected)
  }

  /// Reads the texts of the sources, which takes the most time, and changes nothing.
  package static func find(
    in editor: DossierEditor, source: String? = nil, with proposer: any Proposer
  ) throws(Failure) -> Findings {
    let graph = graph(of: editor)
    var findings = Findings()
    for one in try sources(source, in: graph) {
      do throws(ProposalError) {
        findings.answers.append((one, try proposer.proposals(for: ProposalRequest(graph: graph, source: one))))
      } catch { throw .proposing(error) }
    }
    return findings
  }

  /// Adds the findings to the drafts, but for what the dossier says already, and what was rejected.
  package static func add(
    _ findings: Findings, to editor: inout DossierEditor, minimumScore: Double = Drafts.minimumScore,
    includingRejected: Bool = false
  ) throws(Failure) -> Report {
    let (graph, rejected) = (graph(of: editor), editor.rejected)
    var batch = DraftBatch(besides: editor.draftIds)
    var (report, passages) = (Report(), [Source.ID: RejectedPassages]())
    for (source, answer) in findings.answers {
      report.refused += answer.rejected
      let claimed = ClaimedPassages(in: graph, of: source)
      let earlier = RejectedPassages(rejected, of: source)
      passages[source.id] = earlier
      for proposal in answer.proposals {
        if proposal.score < minimumScore {
          report.weak += 1
        } else if claimed.has(proposal) {
          report.known += 1
        } else if !includingRejected, !earlier.about(proposal).isEmpty {
          report.rejected += 1
        } else {
          batch.add(proposal)
        }
      }
    }
    do throws(EditError) {
      var edited = editor
      let ids = try edited.addDrafts(batch.records())
      try edited.forget(batch.proposals.flatMap { passages[$0.source]?.about($0) ?? [] })
      report.added = zip(ids, batch.proposals).map { Report.Added(id: $0, proposal: $1) }
      editor = edited
    } catch { throw .editing(error) }
    return report
  }

  /// The dossier with its drafts.
  private static func graph(of editor: DossierEditor) -> KnowledgeGraph {
    editor.dossiers.then { KnowledgeGraph.linking($0, includingDrafts: true) }.value
  }

  private static func sources(_ id: String?, in graph: KnowledgeGraph) throws(Failure) -> [Source] {
    let all = graph.sources.values.sorted { $0.id < $1.id }
    guard let id else { return all.filter { $0.text != nil } }
    guard let one = all.first(where: { $0.id.text == id }) else {
      throw .unknownSource(id, suggestion: nearest(to: id, among: all.map(\.id.text)))
    }
    return [one]
  }
}
