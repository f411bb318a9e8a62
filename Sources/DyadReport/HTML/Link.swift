/// Where a link from a page may lead.
enum Link {
  /// Only to pages: nothing that runs, and no file.
  static func isSafe(_ url: String) -> Bool {
    let lower = url.lowercased()
    return (lower.hasPrefix("https://") || lower.hasPrefix("http://"))
      && !url.unicodeScalars.contains { $0.properties.isWhitespace || $0.value < 32 }
  }
}
