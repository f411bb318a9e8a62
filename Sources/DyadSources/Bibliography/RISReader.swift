internal import DyadCore

/// Reads RIS, a list of tagged lines for each item.
enum RISReader {
  private static let kinds: [String: Source.Kind] = [
    "NEWS": .press, "MGZN": .press, "JOUR": .article, "EJOUR": .article, "RPRT": .report, "GOVDOC": .report,
    "BOOK": .book, "EBOOK": .book, "CHAP": .book, "ELEC": .web, "BLOG": .web, "ICOMM": .web, "DATA": .dataset,
    "VIDEO": .broadcast, "SOUND": .broadcast,
  ]

  static func read(_ text: String) throws(SourceError) -> [SourceRecord] {
    var records: [SourceRecord] = []
    var item: [String: [String]]?
    var last = ""
    // Databases say before the first item who they are.
    let hasItems = text.contains(/(?m)^\u{FEFF}?TY  -/)
    for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let line = line.drop { $0 == "\u{FEFF}" }
      if let match = line.prefixMatch(of: /([A-Z][A-Z0-9])  -(.*)/) {
        let (tag, value) = (String(match.1), String(match.2).trimmed)
        if tag == "ER" {
          if let item { records.append(record(item)) }
          item = nil
          continue
        }
        if tag == "TY" {
          if let item { records.append(record(item)) }
          item = [:]
        }
        guard item != nil else { throw .document("line \(number + 1): an item of RIS begins with 'TY  - '") }
        item?[tag, default: []].append(value)
        last = tag
      } else if !line.trimmed.isEmpty, item != nil || !records.isEmpty || !hasItems {
        // A long value goes on.
        guard let lines = item?[last], let start = lines.last else {
          throw .document("line \(number + 1): a line of RIS begins with a tag, such as 'TI  - '")
        }
        item?[last]?[lines.count - 1] = "\(start) \(line.trimmed)"
      }
    }
    if let item { records.append(record(item)) }
    return records
  }

  private static func record(_ item: [String: [String]]) -> SourceRecord {
    var record = SourceRecord()
    record.id = item["ID"]?.first
    let kind = item["TY"]?.first.flatMap { kinds[$0] }
    func offer(_ key: String, _ tags: [String]) {
      for tag in tags { record.offer(key, item[tag]?.first, from: tag) }
    }
    offer("title", ["TI", "T1", "CT"])
    record.offer("kind", kind?.rawValue, from: "TY")
    offer("publisher", kind == .book || kind == .report ? ["PB", "T2"] : ["T2", "JO", "JF", "JA", "PB"])
    for tag in ["AU", "A1", "A2"] {
      record.offer("author", item[tag]?.map(inOrder).joined(separator: ", "), from: tag)
    }
    for tag in ["DA", "PY", "Y1"] { record.offer("published", item[tag]?.first.flatMap(date), from: tag) }
    offer("url", ["UR", "L2"])
    record.offer("url", item["DO"]?.first.map { $0.contains("://") ? $0 : "https://doi.org/\($0)" }, from: "DO")
    offer("language", ["LA"])
    return record
  }

  /// "Marrow, Ida, Jr." as "Ida Marrow Jr."
  private static func inOrder(_ name: String) -> String {
    let parts = name.split(separator: ",").map(\.trimmed)
    return parts.count < 2 ? name : ([parts[1], parts[0]] + parts.dropFirst(2)).joined(separator: " ")
  }

  /// "2014/05/02/morning"
  private static func date(_ text: String) -> String? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).prefix(3).prefix { !$0.isEmpty }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count, let year = numbers.first else { return text }
    return PartialDate(
      year: year, month: numbers.count > 1 ? numbers[1] : nil, day: numbers.count > 2 ? numbers[2] : nil
    )?.description
  }
}
