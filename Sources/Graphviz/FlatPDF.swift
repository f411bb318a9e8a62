import GraphvizShim

/// Writes a PDF with its objects as plain text, as PDF 1.4 has them.
///
/// From version 1.18 on, cairo compresses the objects of a document, among them the one with the date, and the table of
/// their places. Where they are plain, the date can be replaced, so that equal pictures have equal bytes.
enum FlatPDF {
  /// The document with plain objects; `nil` if they are plain already, or not written as cairo does.
  static func bytes(of source: [UInt8]) -> [UInt8]? {
    guard let start = placeOfTable(in: source), let table = PDFObject(source[start...]),
      table.text.contains("/Type /XRef"), let places = places(in: table, before: start),
      let first = places.first?.place
    else { return nil }
    var objects: [Int: ArraySlice<UInt8>] = [:]
    var omitted: Set<Int> = []
    for (index, object) in places.enumerated() {
      let end = index + 1 < places.count ? places[index + 1].place : start
      let bytes = source[object.place..<end]
      guard let container = PDFObject(bytes), container.text.contains("/Type /ObjStm") else {
        objects[object.number] = bytes
        continue
      }
      guard let members = container.members() else { return nil }
      objects.merge(members) { $1 }
      // The length of a stream may be an object of its own.
      if let length = container.numbers(after: "/Length "), length.count > 2 { omitted.insert(length[0]) }
    }
    for number in omitted { objects[number] = nil }
    return written(objects, after: source[..<first], table)
  }

  private static func placeOfTable(in source: [UInt8]) -> Int? {
    let end = String(decoding: source.suffix(40), as: UTF8.self)
    let lines = end.split(separator: "\n")
    guard lines.count >= 3, lines[lines.count - 3] == "startxref", let place = Int(lines[lines.count - 2]),
      source.indices.contains(place)
    else { return nil }
    return place
  }

  /// The objects that are not within another, by their places.
  private static func places(in table: PDFObject, before end: Int) -> [(number: Int, place: Int)]? {
    guard let rows = table.content(), let widths = table.numbers(after: "/W ["), widths.count == 3,
      widths.allSatisfy({ (0...4).contains($0) }), case let width = widths.reduce(0, +), width > 0,
      table.numbers(after: "/Size ")?.first == rows.count / width
    else { return nil }
    let places = (0..<rows.count / width).compactMap { number -> (number: Int, place: Int)? in
      let row = rows[number * width..<(number + 1) * width]
      let kind = row.prefix(widths[0]).last ?? 1
      let place = row.dropFirst(widths[0]).prefix(widths[1]).reduce(0) { $0 << 8 | Int($1) }
      return kind == 1 && place < end ? (number, place) : nil
    }
    return places.sorted { $0.place < $1.place }
  }

  private static func written(
    _ objects: [Int: ArraySlice<UInt8>], after head: ArraySlice<UInt8>, _ table: PDFObject
  ) -> [UInt8]? {
    guard let root = table.numbers(after: "/Root ")?.first, let info = table.numbers(after: "/Info ")?.first,
      let last = objects.keys.max()
    else { return nil }
    var bytes = Array(head)
    var rows = "xref\n0 \(last + 1)\n"
    for number in 0...last {
      // A row has twenty characters.
      let place = objects[number] == nil ? "0" : String(bytes.count)
      rows += String(repeating: "0", count: max(0, 10 - place.count)) + place
      rows += objects[number] == nil ? " 65535 f \n" : " 00000 n \n"
      bytes += objects[number] ?? []
    }
    let start = bytes.count
    bytes += rows.utf8
    bytes += "trailer\n<< /Size \(last + 1)\n   /Root \(root) 0 R\n   /Info \(info) 0 R\n>>\n".utf8
    bytes += "startxref\n\(start)\n%%EOF\n".utf8
    return bytes
  }
}

/// An object with a stream, as cairo writes it.
private struct PDFObject {
  /// The dictionary.
  let text: String
  private let stream: ArraySlice<UInt8>

  /// `nil` if the object has no stream.
  init?(_ bytes: ArraySlice<UInt8>) {
    let keyword = Array("\nstream\n".utf8)
    guard let found = bytes.firstRange(of: keyword) else { return nil }
    (text, stream) = (String(decoding: bytes[..<found.lowerBound], as: UTF8.self), bytes[found.upperBound...])
  }

  /// The whole numbers after a key, up to whatever else follows.
  func numbers(after key: String) -> [Int]? {
    guard let found = text.firstRange(of: key) else { return nil }
    let rest = text[found.upperBound...].split { !($0.isNumber || $0.isLetter) }
    let numbers = rest.prefix { Int($0) != nil || $0 == "R" }.map { Int($0) ?? 0 }
    return numbers.isEmpty ? nil : numbers
  }

  /// The stream without its compression.
  func content() -> [UInt8]? {
    guard text.contains("/Filter /FlateDecode"), !text.contains("/DecodeParms") else { return nil }
    var length = 0
    let inflated = stream.withUnsafeBytes { bytes in
      gvz_inflate(bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count, &length)
    }
    guard let inflated else { return nil }
    defer { gvz_free(inflated) }
    return inflated.withMemoryRebound(to: UInt8.self, capacity: length) {
      Array(UnsafeBufferPointer(start: $0, count: length))
    }
  }

  /// The objects within, by number, each as it is written on its own.
  func members() -> [Int: ArraySlice<UInt8>]? {
    guard let content = content(), let first = numbers(after: "/First ")?.first, (0...content.count).contains(first)
    else { return nil }
    let pairs = String(decoding: content[..<first], as: UTF8.self).split(whereSeparator: \.isWhitespace)
      .compactMap { Int($0) }
    // The standard has no object with a greater number.
    guard pairs.count.isMultiple(of: 2), pairs.allSatisfy({ (0...8_388_607).contains($0) }) else { return nil }
    let places = stride(from: 1, to: pairs.count, by: 2).map { first + pairs[$0] } + [content.count]
    guard zip(places, places.dropFirst()).allSatisfy({ $0 <= $1 }) else { return nil }
    var members: [Int: ArraySlice<UInt8>] = [:]
    for index in 0..<pairs.count / 2 {
      let head = Array("\(pairs[2 * index]) 0 obj\n".utf8)
      members[pairs[2 * index]] = (head + content[places[index]..<places[index + 1]] + Array("endobj\n".utf8))[...]
    }
    return members
  }
}
