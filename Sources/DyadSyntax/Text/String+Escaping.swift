extension String {
  /// The text with an escape before each of these signs.
  ///
  /// It reads scalars, as the parsers of other programs do: a quotation mark with an accent is one character in Swift, which is
  /// not equal to a quotation mark, and ends a quoted text elsewhere.
  ///
  ///     "5\" gun".escaping(["\""], with: "\"")     // 5"" gun
  package func escaping(_ signs: Set<Unicode.Scalar>, with escape: Unicode.Scalar) -> String {
    guard unicodeScalars.contains(where: signs.contains) else { return self }
    var escaped = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if signs.contains(scalar) { escaped.append(escape) }
      escaped.append(scalar)
    }
    return String(escaped)
  }
}
