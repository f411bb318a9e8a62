internal import DyadSyntax

/// Reads annotations of texts: the Web Annotation Data Model of the W3C, and the exports of Hypothesis.
///
///     try AnnotationReader.read(Array(export.utf8), document: "export.json").map(\.exact)
package enum AnnotationReader {
  /// The annotations of a file, and how many of its annotations quote nothing.
  package struct Annotations: Sendable {
    package var quotes: [QuotedAnnotation]
    package var withoutQuote: Int
  }

  package static func read(_ bytes: [UInt8], document: String) throws(SourceError) -> Annotations {
    let root: JSONNode
    do { root = try JSONParser.parse(bytes, document: document) } catch {
      throw .document("line \(error.location.line), column \(error.location.column): \(error.message)")
    }
    let all = annotations(in: root)
    guard !all.isEmpty else { throw .document("it has no annotations") }
    var found = Annotations(quotes: [], withoutQuote: 0)
    for annotation in all {
      let quotes = quotes(of: annotation)
      if quotes.isEmpty { found.withoutQuote += 1 } else { found.quotes += quotes }
    }
    return found
  }

  /// An annotation, an array of them, a page, a collection, or an answer of Hypothesis.
  private static func annotations(in node: JSONNode, _ depth: Int = 0) -> [JSONNode] {
    if let array = node.array { return array.filter { $0.members != nil } }
    if node["target"] != nil { return [node] }
    guard depth < 4 else { return [] }
    // W3C: items of a page, and the first page of a collection; Hypothesis: rows, or annotations.
    return ["items", "first", "rows", "annotations"].compactMap { node[$0] }.flatMap { annotations(in: $0, depth + 1) }
  }

  private static func list(_ node: JSONNode?) -> [JSONNode] { node.map { $0.array ?? [$0] } ?? [] }

  private static func quotes(of annotation: JSONNode) -> [QuotedAnnotation] {
    let bodies = list(annotation["body"])
    func values(_ purpose: String) -> [String] {
      bodies.filter { $0["purpose"]?.text == purpose }.compactMap { $0["value"]?.text?.onOneLine }
    }
    let others = bodies.filter { !["identifying", "describing", "tagging"].contains($0["purpose"]?.text ?? "") }
    let comments = others.compactMap { ($0["value"]?.text ?? $0.text)?.onOneLine } + values("describing")
    let tags = values("tagging") + list(annotation["tags"]).compactMap(\.text)
    let comment = (annotation["text"]?.text?.onOneLine).map { [$0] } ?? comments
    return list(annotation["target"]).compactMap { target in
      var quote = QuotedAnnotation()
      quote.address = (target["source"]?.text ?? target["source"]?["id"]?.text) ?? annotation["uri"]?.text ?? ""
      quote.comment = comment.filter { !$0.isEmpty }.joined(separator: "; ")
      quote.tags = tags
      quote.claim = values("identifying").first
      for selector in list(target["selector"]).flatMap({ [$0] + list($0["refinedBy"]) }) {
        switch selector["type"]?.text {
        case "TextQuoteSelector":
          quote.exact = selector["exact"]?.text ?? ""
          quote.before = selector["prefix"]?.text.flatMap { $0.trimmed.isEmpty ? nil : $0.trimmed }
          quote.after = selector["suffix"]?.text.flatMap { $0.trimmed.isEmpty ? nil : $0.trimmed }
        case "TextPositionSelector": quote.at = selector["start"]?.number.flatMap { Int(exactly: $0) }
        default: break
        }
      }
      return quote.exact.trimmed.isEmpty ? nil : quote
    }
  }
}

/// A quote that somebody marked in a text, with what they wrote about it.
package struct QuotedAnnotation: Equatable, Sendable {
  /// The address of the text.
  package var address = ""
  package var exact = ""
  /// The words before and after the quote.
  package var before: String?
  package var after: String?
  /// Where it begins in the text that was annotated, in Unicode characters.
  package var at: Int?
  package var comment = ""
  package var tags: [String] = []
  /// The id of the claim that it supports, if the annotation names one.
  package var claim: String?
}
