/// The form in which a patch is stored.
extension TextPatch {
  package var json: JSONValue {
    func texts(_ lines: [Line]) -> JSONValue { .array(lines.map { .string(String(decoding: $0, as: UTF8.self)) }) }
    return .array(
      hunks.map { hunk in
        [
          "at": .array([JSONValue(Double(hunk.oldStart)), JSONValue(Double(hunk.newStart))]),
          "before": texts(hunk.before), "old": texts(hunk.old), "new": texts(hunk.new), "after": texts(hunk.after),
        ]
      })
  }

  /// `nil` for anything that `json` does not write.
  package init?(json: JSONValue) {
    func lines(_ value: JSONValue?) -> [Line]? {
      guard let items = value?.array else { return nil }
      let texts = items.compactMap(\.string)
      return texts.count == items.count ? texts.map { Array($0.utf8) } : nil
    }
    guard let items = json.array else { return nil }
    var hunks: [Hunk] = []
    for item in items {
      let starts = (item["at"]?.array ?? []).compactMap(\.number).compactMap { Int(exactly: $0) }
      guard starts.count == 2, starts.allSatisfy({ (0...Int(Int32.max)).contains($0) }),
        let before = lines(item["before"]),
        let old = lines(item["old"]), let new = lines(item["new"]), let after = lines(item["after"])
      else { return nil }
      hunks.append(
        Hunk(oldStart: starts[0], newStart: starts[1], before: before, old: old, new: new, after: after))
    }
    self.init(hunks: hunks)
  }
}
