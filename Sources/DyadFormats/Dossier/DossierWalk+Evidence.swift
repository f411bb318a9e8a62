internal import DyadCore

extension DossierWalk {
  /// `cite` and `known`, in any of their forms; places are kept under `path/0/quote` and the like.
  func evidence(_ fields: Fields, at path: String = "cite") -> Evidence {
    var evidence = Evidence(fields.node("cite").map { citations($0, path) } ?? [])
    if let known = fields.interval("known", as: "\(path)/known") {
      // A date alone says since when.
      let isDate = fields.node("known")?.scalar?.contains("/") == false
      evidence.known = isDate ? Interval(from: known.start, to: .open) : known
    }
    return evidence
  }

  private func citations(_ node: Node, _ path: String) -> [Citation] {
    switch node.value {
    case .scalar:
      keep(node, "\(path)/0/source")
      return reading.words(node, "a source").map { [Citation(of: Source.ID($0))] } ?? []
    case .mapping:
      guard let fields = Fields(node, "a citation", reading) else { return [] }
      var citations: [Citation] = []
      for (id, key, value) in fields.entries {
        let quotes = value.sequence ?? [value]
        for quote in quotes {
          keep(key, "\(path)/\(citations.count)/source")
          keep(quote, "\(path)/\(citations.count)/quote")
          guard let words = reading.words(quote, "a quote") else { continue }
          citations.append(Citation(of: Source.ID(id), quote: words))
        }
      }
      return citations
    case .sequence(let list):
      return list.enumerated().compactMap { index, item in longForm(item, "\(path)/\(index)") }
    }
  }

  private func longForm(_ node: Node, _ path: String) -> Citation? {
    guard let fields = Fields(node, "a citation", reading) else { return nil }
    defer { fields.refuseOthers("a citation") }
    let quoteNode = fields.node("quote")
    quoteNode.map { keep($0, "\(path)/quote") }
    let stance = fields.word("stance", among: Citation.Stance.allCases.map(\.rawValue))
    let source = fields.needed("source", of: "a citation")
    fields.node("source").map { keep($0, "\(path)/source") }
    let (speaker, note, quote) = (
      fields.words("speaker"), fields.words("note"), quoteNode.flatMap { reading.words($0, "a quote") }
    )
    guard let source else { return nil }
    return Citation(
      of: Source.ID(source), quote: quote, speaker: speaker,
      stance: stance.flatMap(Citation.Stance.init) ?? .asserts, note: note)
  }

  private func keep(_ node: Node, _ path: String) { reading.places[path] = reading.place(of: node) }
}
