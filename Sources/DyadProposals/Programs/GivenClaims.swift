internal import DyadCore
package import DyadSyntax

/// Proposes claims that somebody gives, such as an assistant, in the form of a program's answer.
///
/// None of them is believed, as with a program.
///
///     let proposer = GivenClaims(claims)
package struct GivenClaims: Proposer {
  private let claims: [JSONValue]

  package init(_ claims: [JSONValue]) { self.claims = claims }

  package func proposals(for request: ProposalRequest) throws(ProposalError) -> ProposalAnswer {
    guard let text = request.source.text else { throw .noText(request.source.id) }
    do throws(SyntaxError) {
      let nodes = try JSONParser.parse(JSONValue.array(claims).bytes(), document: "claims").array ?? []
      return ClaimValidation(request, text).validated(nodes)
    } catch { throw .malformed(program: "claims", reason: error.message) }
  }
}
