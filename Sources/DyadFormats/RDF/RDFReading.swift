internal import DyadCore
internal import DyadSyntax

/// The statements of a file by their subjects, and what is found wrong in them.
final class RDFReading {
  var findings: [Diagnostic] = []
  private(set) var things: [NQuadsParser.Term: RDFThing] = [:]
  private(set) var inOrder: [RDFThing] = []
  /// The annotations of each thing.
  private var annotations: [String: [RDFThing]] = [:]
  private var annotated: Set<String> = []
  /// How often each property had no place in a dossier, and where first.
  private var passedOver: [String: (count: Int, place: SourceLocation)] = [:]

  init(_ bytes: [UInt8], file: String) {
    findings = NQuadsParser.parse(bytes, document: file, append).map(\.finding)
    for thing in inOrder {
      for body in thing.objects(.hasBody) { annotations[body.object.text, default: []].append(thing) }
    }
  }

  private func append(_ statement: NQuadsParser.Statement) {
    // Most statements stand behind others of their subject.
    if let last = inOrder.last, last.subject == statement.subject {
      last.append(statement)
    } else if let known = things[statement.subject] {
      known.append(statement)
    } else {
      let thing = RDFThing(statement, self)
      things[statement.subject] = thing
      inOrder.append(thing)
      thing.append(statement)
    }
  }

  func find(_ code: Diagnostic.Code, _ message: String, at place: SourceLocation) {
    findings.append(Diagnostic(code, Message.shown(message), at: place))
  }

  func words(_ statement: NQuadsParser.Statement) -> String? {
    guard statement.object.isLiteral else {
      find(.wrongShape, "expected text, not an IRI", at: statement.objectPlace)
      return nil
    }
    switch Clean.text(statement.object.text) {
    case .success(let words): return words
    case .failure(let refused):
      find(.controlCharacter, "the text contains the character \(refused.description)", at: statement.objectPlace)
      return nil
    }
  }

  /// The annotations whose body the thing is, in order.
  func annotations(of thing: RDFThing) -> [RDFThing] {
    annotated.insert(thing.subject.text)
    return RDFThing.inOrder(annotations[thing.subject.text] ?? [])
  }

  func passOver(_ statement: NQuadsParser.Statement) {
    let first = passedOver[statement.predicate.text]
    let place = min(first?.place ?? statement.place, statement.place)
    passedOver[statement.predicate.text] = ((first?.count ?? 0) + 1, place)
  }

  /// What a dossier of ours says and no walk asked for.
  func passOverTheRest() {
    for (body, all) in annotations where !annotated.contains(body) && body.hasPrefix(RDFAddress.base) {
      find(.unknownId, "<\(all[0].subject.text)> cites for <\(body)>, which does not exist", at: all[0].place)
    }
    for thing in inOrder { thing.leftOver.forEach(passOver) }
  }

  /// A warning for each property that was left out.
  func tellWhatWasPassedOver() {
    for (property, (count, place)) in passedOver.sorted(by: { $0.key < $1.key }) {
      find(.notCarried, "<\(property)> has no counterpart in a dossier; omitted (\(count))", at: place)
    }
  }
}
