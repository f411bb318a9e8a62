internal import DyadCore
internal import DyadSyntax

/// The statements of a file by subject, with the findings about them.
final class RDFDocument {
  var findings: [Diagnostic] = []
  private(set) var resources: [NQuadsParser.Term: RDFResource] = [:]
  private(set) var inOrder: [RDFResource] = []
  /// The annotations of each resource.
  private var annotations: [String: [RDFResource]] = [:]
  private var annotated: Set<String> = []
  /// The number of omitted statements of each property, and the first place.
  private var omitted: [String: (count: Int, place: SourceLocation)] = [:]

  init(_ bytes: [UInt8], file: String) {
    findings = NQuadsParser.parse(bytes, document: file, append).map(\.finding)
    for resource in inOrder {
      for body in resource.objects(.hasBody) { annotations[body.object.text, default: []].append(resource) }
    }
  }

  private func append(_ statement: NQuadsParser.Statement) {
    // Most statements follow others about the same subject.
    if let last = inOrder.last, last.subject == statement.subject {
      last.append(statement)
    } else if let known = resources[statement.subject] {
      known.append(statement)
    } else {
      let resource = RDFResource(statement, self)
      resources[statement.subject] = resource
      inOrder.append(resource)
      resource.append(statement)
    }
  }

  func report(_ code: Diagnostic.Code, _ message: String, at place: SourceLocation) {
    findings.append(Diagnostic(code, message, at: place))
  }

  func words(_ statement: NQuadsParser.Statement) -> String? {
    guard statement.object.isLiteral else {
      report(.wrongShape, "expected text, not an IRI", at: statement.objectPlace)
      return nil
    }
    switch CleanText.validated(statement.object.text) {
    case .success(let words): return words
    case .failure(let refused):
      report(.controlCharacter, "the text contains \(refused)", at: statement.objectPlace)
      return nil
    }
  }

  /// The annotations with the resource as their body, in order.
  func annotations(of resource: RDFResource) -> [RDFResource] {
    annotated.insert(resource.subject.text)
    return RDFResource.inOrder(annotations[resource.subject.text] ?? [])
  }

  func omit(_ statement: NQuadsParser.Statement) {
    let first = omitted[statement.predicate]
    let place = min(first?.place ?? statement.place, statement.place)
    omitted[statement.predicate] = ((first?.count ?? 0) + 1, place)
  }

  /// The statements of dyad's export that the import did not read.
  func omitUnread() {
    for (body, all) in annotations where !annotated.contains(body) && body.hasPrefix(RDFAddress.base) {
      report(.unknownId, "<\(all[0].subject.text)> cites for <\(body)>, which does not exist", at: all[0].place)
    }
    for resource in inOrder { resource.leftOver.forEach(omit) }
  }

  /// A warning for each omitted property.
  func reportOmissions() {
    for (property, (count, place)) in omitted.sorted(by: { $0.key < $1.key }) {
      report(.notCarried, "<\(property)> has no counterpart in a dossier; omitted (\(count))", at: place)
    }
  }
}
