/// A rule of `dyad check --lint`, which finds what is valid and surprising in a dossier.
///
///     LintRule.all.map(\.code.id)     // ["type-surprise", "phase-gap", …]
public struct LintRule: Sendable {
  /// The code of its findings, by which a dossier ignores them.
  public let code: Diagnostic.Code
  let findings: @Sendable (LintedDossier) -> [LintFinding]

  init(_ code: Diagnostic.Code, _ findings: @escaping @Sendable (LintedDossier) -> [LintFinding]) {
    (self.code, self.findings) = (code, findings)
  }

  /// Every rule, in the order of the manual.
  public static let all: [LintRule] = [
    typeSurprise, phaseGap, officeHeldTwice, officeNotHeld, sameEvent, knownBeforeSource, unnamedParty, headlineOnly,
  ]
}

/// A finding of a rule, about a claim.
struct LintFinding {
  /// The id of the claim.
  var claim: String
  var message: String
  var place: SourceLocation?
  var suggestion: String?
  var notes: [Diagnostic.Note] = []
}

/// What a dossier accepts of the findings of a rule: those about some claims, or all.
///
///     LintException("phase-gap", of: ["arvane-belmar_2015_.."])
public struct LintException: Hashable, Sendable {
  /// The code of the rule.
  public var code: String
  /// The ids of the claims; `nil` for all.
  public var claims: Set<String>?

  /// The findings of the rule that are accepted.
  public init(_ code: String, of claims: Set<String>? = nil) { (self.code, self.claims) = (code, claims) }
}

extension Linker {
  /// Reports accepted claims that do not exist.
  mutating func checkAccepted() {
    guard dossier.accepted.contains(where: { $0.value.claims != nil }) else { return }
    let claims = Set(graph.claims)
    for exception in dossier.accepted {
      for id in (exception.value.claims ?? []).subtracting(claims).sorted() {
        findings.append(
          Diagnostic(
            .unknownId, "unknown claim '\(id)'", at: exception.place(of: id), suggestion: nearest(to: id, among: claims)
          ))
      }
    }
  }
}

/// A linked dossier with the places of its records.
struct LintedDossier {
  let dossier: Dossier
  let graph: KnowledgeGraph

  /// The records of the graph, whose evidence is linked, at the places where the dossier has them.
  var events: [Located<Event>] { located(dossier.events, graph.events) }
  var relations: [Located<Relation>] { located(dossier.relations, graph.relations) }
  var holdings: [Located<Holding>] { located(dossier.holdings, graph.holdings) }

  private func located<Record: Identifiable>(
    _ records: [Located<Record>], _ linked: [Record.ID: Record]
  ) -> [Located<Record>] {
    records.compactMap { record in
      linked[record.value.id].map { Located($0, at: record.place, places: record.places) }
    }
  }

  /// The findings of all rules, without those that the dossier accepts.
  var findings: [Diagnostic] {
    LintRule.all.flatMap { rule in
      rule.findings(self).filter { !accepts($0, of: rule) }.map { finding in
        Diagnostic(rule.code, finding.message, at: finding.place, notes: finding.notes, suggestion: finding.suggestion)
      }
    }
  }

  private func accepts(_ finding: LintFinding, of rule: LintRule) -> Bool {
    dossier.accepted.contains { exception in
      exception.value.code == rule.code.id && exception.value.claims?.contains(finding.claim) ?? true
    }
  }
}
