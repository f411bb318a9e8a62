internal import DyadSyntax

/// A proposal for the words at the cursor.
struct CompletionItem {
  enum Kind: Int { case text = 1, module = 9, property = 10, value = 12, enumeration = 13, reference = 18, member = 20 }

  var label: String
  var kind: Kind
  /// A few words beside the label.
  var detail: String?
  var documentation: String?
  /// What is inserted; default: the label.
  var text: String?
  /// Further words by which it is found.
  var aliases: [String] = []
}

extension CompletionItem {
  /// Whether the written words are those of the item or of an alias; the better the match, the lower the rank.
  func rank(for written: String) -> Int? {
    let wanted = written.lowercased()
    if wanted.isEmpty { return 0 }
    if label.lowercased().hasPrefix(wanted) { return 0 }
    let names = aliases.map { $0.lowercased() }
    if names.contains(where: { $0.hasPrefix(wanted) }) { return 1 }
    if label.lowercased().contains(wanted) { return 2 }
    let words = names.flatMap { $0.split { !$0.isLetter && !$0.isNumber } }
    return words.contains { $0.hasPrefix(wanted) } ? 3 : nil
  }
}
