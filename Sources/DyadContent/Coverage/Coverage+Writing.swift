internal import DyadCore
internal import DyadSyntax

extension Coverage.Form {
  /// The reports in this format.
  public func write(_ reports: [Coverage]) -> String {
    switch self {
    case .text: reports.map(\.asText).joined(separator: "\n")
    case .html: Coverage.html(reports).text
    case .json: Coverage.json(reports)
    }
  }
}

extension Coverage {
  private var percentages: String {
    "\(Coverage.percent(bodyShare)) of its body quoted, \(Coverage.percent(share)) of the whole"
  }

  /// Each unquoted passage with its line, as a compiler would list it.
  private var asText: String {
    let head = "\(source.id) (\(source.path ?? source.title)): \(percentages)\n"
    let gaps = gaps.map { gap in "  \(source.path ?? source.id.text):\(line(of: gap)): not quoted: \(words(gap))\n" }
    return head + gaps.joined()
  }

  /// The unquoted passages that contain letters or digits.
  private var gaps: [Range<Int>] {
    passages.filter { $0.claims.isEmpty }.map(\.range).filter { words($0).contains { $0.isLetter || $0.isNumber } }
  }

  private func words(_ range: Range<Int>) -> String {
    text.passage(range).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func line(of range: Range<Int>) -> Int {
    let before = text.passage(0..<range.lowerBound) + text.passage(range).prefix { $0.isWhitespace }
    return before.count { $0.isNewline } + 1
  }

  private static func percent(_ share: Double) -> String { "\((share * 1000).rounded(.down) / 10) %" }

  // MARK: HTML

  private static func html(_ reports: [Coverage]) -> HTML {
    let style: HTML =
      "body{font:16px/1.6 sans-serif;max-width:46em;margin:2em auto;padding:0 1em;color:#1b1f23;background:#fff}"
      + "mark{background:#dcebd5;color:inherit}del{background:#f9d9cf;text-decoration:none;border-bottom:2px solid #a0522d}"
      + "pre{white-space:pre-wrap;font:inherit}"
    let bodies = reports.map { report -> HTML in
      let text = report.passages.map { passage -> HTML in
        let words = report.text.passage(passage.range)
        if words.allSatisfy(\.isWhitespace) { return "\(words)" }
        return passage.claims.isEmpty
          ? "<del>\(words)</del>" : "<mark title=\"\(passage.claims.joined(separator: ", "))\">\(words)</mark>"
      }
      return
        "<section><h2>\(report.source.title)</h2>\n<p>\(report.percentages)</p>\n<pre>\(text.joined())</pre></section>"
    }
    return """
      <!DOCTYPE html>
      <html lang="en"><head><meta charset="utf-8"><title>What is quoted, and what is not</title>
      <style>\(style)</style></head><body>
      <h1>What is quoted, and what is not</h1>
      <p><mark>Quoted</mark> passages name their claims when pointed at; <del>unquoted</del> ones are underlined.</p>
      \(bodies)
      </body></html>

      """
  }

  // MARK: JSON

  private static func json(_ reports: [Coverage]) -> String {
    let items = reports.map { report in
      let passages = report.passages.map { passage in
        "      {\"claims\": [\(passage.claims.map(JSONWriter.quoted).joined(separator: ", "))], "
          + "\"end\": \(passage.range.upperBound), \"start\": \(passage.range.lowerBound)}"
      }
      return """
          {
            "bodyShare": \(report.bodyShare),
            "passages": [
        \(passages.joined(separator: ",\n"))
            ],
            "share": \(report.share),
            "source": \(JSONWriter.quoted(report.source.id.text))
          }
        """
    }
    return "{\n  \"sources\": [\n\(items.joined(separator: ",\n"))\n  ]\n}\n"
  }
}
