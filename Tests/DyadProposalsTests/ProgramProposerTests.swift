import DyadCore
import DyadEditing
import DyadPrograms
import DyadProposals
import DyadTestSupport
import Foundation
import Testing

/// Programs that propose: those that lie, hang, flood and fail, and those that do as they should.
@Suite struct ProgramProposerTests {
  private func request(
    _ words: String = "Ida Marrow visited Belmar in 2013.\nAn agreement of Arvane and Belmar was signed there."
  ) throws -> ProposalRequest {
    var dossier = Dossier()
    dossier.entities = [
      Located(Entity("arvane", .state, name: "Arvane")), Located(Entity("belmar", .state, name: "Belmar")),
    ]
    let text = SourceText(words)
    let source = Source(
      "herald", title: "The ferry", published: PartialDate("2014-05-02"), language: "en", text: text)
    dossier.sources = [Located(source)]
    return ProposalRequest(graph: try KnowledgeGraph.linking([dossier]).get(), source: source)
  }

  /// What a program that writes this text proposes.
  private func answer(writing text: String, seconds: Int = 20) throws -> ProposalAnswer {
    try inTemporaryFolder { folder in
      let file = folder.appendingPathComponent("answer.json")
      try Data(text.utf8).write(to: file)
      return try answer(of: "cat '\(file.path)'", seconds: seconds)
    }
  }

  private func answer(of command: String, seconds: Int = 20) throws -> ProposalAnswer {
    try #require(ProgramProposer(command, seconds: seconds)).proposals(for: request())
  }

  private func claim(_ record: String, quote: String = "visited Belmar in 2013", more: String = "") -> String {
    #"{"kind":"event","quote":"\#(quote)","record":\#(record)\#(more)}"#
  }

  private let visit =
    #"{"on":"2013","what":"Marrow visits Belmar","type":"CONSULT","actors":["arvane"],"recipients":["belmar"]}"#

  @Test func aTrueClaimIsProposed() throws {
    let answer = try answer(
      writing: #"{"claims":[\#(claim(visit, more: #","score":0.9,"speaker":"Arvanian officials""#))]}"#)
    #expect(answer.rejected == [])
    #expect(answer.proposals.map(\.quote) == ["visited Belmar in 2013"])
    #expect(answer.proposals.first?.speaker == "Arvanian officials" && answer.proposals.first?.score == 0.9)
  }

  @Test(arguments: [
    (
      "quote not found",
      #"{"kind":"event","quote":"visited Arvane in 2013","record":{"on":"2013","what":"x","type":"CONSULT"}}"#
    ),
    ("no quote", #"{"kind":"event","quote":"  ","record":{"on":"2013","what":"x","type":"CONSULT"}}"#),
    (
      "unknown entity 'belmor'",
      #"{"kind":"event","quote":"visited Belmar","record":{"on":"2013","what":"x","type":"CONSULT","actors":["belmor"]}}"#
    ),
    ("date", #"{"kind":"event","quote":"visited Belmar","record":{"on":"2013-02-30","what":"x","type":"CONSULT"}}"#),
    ("TALK", #"{"kind":"event","quote":"visited Belmar","record":{"on":"2013","what":"x","type":"TALK"}}"#),
    ("needs 'what'", #"{"kind":"event","quote":"visited Belmar","record":{"on":"2013","type":"CONSULT"}}"#),
    ("mood", #"{"kind":"event","quote":"visited Belmar","record":{"on":"2013","what":"x","type":"CONSULT","mood":1}}"#),
    (
      "'draft' is not",
      #"{"kind":"event","quote":"visited Belmar","record":{"on":"2013","what":"x","type":"CONSULT","draft":false}}"#
    ),
    (
      "'cite' is not",
      #"{"kind":"event","quote":"visited Belmar","record":{"on":"2013","what":"x","type":"CONSULT","cite":"herald"}}"#
    ),
    ("'kind' is not one of", #"{"kind":"source","quote":"visited Belmar","record":{"title":"x"}}"#),
    (
      "'score' is not",
      #"{"kind":"event","quote":"visited Belmar","score":7,"record":{"on":"2013","what":"x","type":"CONSULT"}}"#
    ),
    (
      "stance",
      #"{"kind":"event","quote":"visited Belmar","stance":"doubts","record":{"on":"2013","what":"x","type":"CONSULT"}}"#
    ),
    ("duplicate id 'arvane'", #"{"kind":"state","quote":"Belmar","record":{"id":"arvane","name":"Arvane"}}"#),
    ("unknown office", #"{"kind":"holding","quote":"Belmar","record":{"official":"arvane","office":"belmar/king"}}"#),
    ("not an object", "7"), ("unknown key 'why'", #"{"kind":"event","why":1}"#),
  ]) func aLieIsRefusedWithItsReason(reason: String, claim: String) throws {
    let answer = try answer(writing: #"{"claims":[\#(claim), \#(self.claim(visit))]}"#)
    #expect(answer.proposals.count == 1)
    #expect(answer.rejected.count == 1 && answer.rejected[0].reason.contains(reason), "\(answer.rejected)")
    #expect(answer.rejected.allSatisfy { $0.claim.hasPrefix("claim 1 ") })
  }

  @Test func aClaimFallsWithTheEntityThatItNeeds() throws {
    let person = #"{"kind":"official","quote":"Ida Marrow","record":{"name":"Ida Marrow","serves":"nowhere"}}"#
    let event = claim(#"{"on":"2013","what":"x","type":"CONSULT","actors":["ida-marrow"],"recipients":["belmar"]}"#)
    let answer = try answer(writing: #"{"claims":[\#(event),\#(person)]}"#)
    #expect(answer.rejected.contains { $0.reason.contains("nowhere") })
    let good = person.replacing("nowhere", with: "arvane")
    let other = try self.answer(writing: #"{"claims":[\#(event),\#(good)]}"#)
    #expect(other.rejected == [] && other.proposals.map(\.kind) == ["official", "event"])
  }

  @Test(arguments: [
    #"{"claims":[{"kind":"event","quo"#, "", "null", "[]", #"{"claims":7}"#, "\u{0}\u{1}",
    #"{"claims":[],"claims":[]}"#,
    String(repeating: "[", count: 100_000),
  ]) func halfAnAnswerIsAnError(text: String) throws {
    #expect { try answer(writing: text) } throws: { error in
      if case .malformed? = error as? ProposalError { true } else { false }
    }
  }

  @Test func aProgramThatHangsOrFloodsIsStopped() throws {
    #expect(throws: ProposalError.program(.timedOut(program: "sh", seconds: 1))) {
      try answer(of: "sh -c 'sleep 60 & sleep 60'", seconds: 1)
    }
    #expect(throws: ProposalError.program(.tooLarge(program: "yes", bytes: ProgramProposer.largestAnswer))) {
      try answer(of: "yes")
    }
  }

  @Test func aProgramThatFailsIsReported() throws {
    #expect(throws: ProposalError.program(.failed(program: "sh", status: 3, message: "no model"))) {
      try answer(of: "sh -c 'echo no model >&2; exit 3'")
    }
    #expect { try answer(of: "no-such-program-of-dyad") } throws: { error in
      if case .program(.notStarted)? = error as? ProposalError { true } else { false }
    }
  }

  @Test func aProgramThatReadsNothingMayAnswer() throws {
    #expect(try answer(of: #"printf '{"claims":[]}'"#).proposals.isEmpty)
  }

  @Test func noShellReadsTheCommand() throws {
    #expect(throws: ProposalError.self) { try answer(of: "echo '{\"claims\":[]}'; touch /tmp/x") }
    #expect(ProgramProposer("cat 'open") == nil && ProgramProposer("  ") == nil)
  }

  @Test func theExampleInPythonProposesAVisit() throws {
    let program = packageRoot.appendingPathComponent("examples/proposers/propose.py").path
    let request = try request("Arvane visited Belmar in 2013.")
    let answer = try #require(ProgramProposer("python3 '\(program)'")).proposals(for: request)
    #expect(answer.rejected == [] && answer.proposals.map(\.quote) == ["Arvane visited Belmar in 2013."])
  }

  @Test(arguments: [["python3", "propose.py"], ["sh", "propose.sh"]])
  func theConformanceKitFindsNoFaults(words: [String]) throws {
    let folder = packageRoot.appendingPathComponent("examples/proposers").path
    let outcome = try Command.run(
      "python3", ["\(folder)/check.py", "\(folder)/request.json", "--"] + words, in: URL(fileURLWithPath: folder))
    #expect(outcome.status == 0, "\(outcome.text)\(outcome.messages)")
  }
}
