internal import DyadCore
internal import DyadPrograms
internal import DyadSyntax

/// Proposes what a program finds: it reads a request in JSON from standard input and writes its claims as JSON.
///
/// Nothing that it writes is believed: each quote is looked up in the text, and each id, date and type is validated. No shell
/// is started, unless the command is one.
///
///     let proposer = ProgramProposer("python3 propose.py")
package struct ProgramProposer: Proposer {
  /// The longest answer that is read.
  package static let largestAnswer = 8 << 20

  private let words: [String]
  private let seconds: Int

  /// A program with its arguments; `nil` where the command is empty or has an open quotation mark.
  package init?(_ command: String, seconds: Int = 120) {
    guard let words = CommandWords.divided(command) else { return nil }
    (self.words, self.seconds) = (words, seconds)
  }

  package func proposals(for request: ProposalRequest) throws(ProposalError) -> ProposalAnswer {
    guard let text = request.source.text else { throw .noText(request.source.id) }
    let run = ProgramRun(words, seconds: Double(seconds), largest: ProgramProposer.largestAnswer)
    let bytes: [UInt8]
    do throws(ProgramError) { bytes = try run.output(for: RequestDocument(request, text).json.bytes()) } catch {
      throw .program(error)
    }
    let answer: JSONNode
    do throws(SyntaxError) { answer = try JSONParser.parse(bytes, document: "its output") } catch {
      let place = error.location
      throw .malformed(program: words[0], reason: "line \(place.line), column \(place.column): \(error.message)")
    }
    guard let claims = answer["claims"]?.array else {
      throw .malformed(program: words[0], reason: "an object with the array 'claims' was expected")
    }
    return ClaimValidation(request, text).validated(claims)
  }
}
