public import DyadCore

/// Writes reviews into the text of a dossier, a line each, and leaves every other line as it is.
///
///     let text = try ReviewEdit(of: text, file: "reviews.yaml").adding([Review("quay", by: "I. Marrow", on: PartialDate("2026-11-26")!, digest: "1f0c3a9e")])
///
/// A review of a claim that already has one replaces its line; others follow the last one.
public struct ReviewEdit {
  private let text: String
  private let file: String
  private let folder: String

  /// The reviews of a file cannot be edited line by line.
  public struct Refusal: Error, CustomStringConvertible {
    /// The file.
    public let file: String
    /// "the reviews in 'ties.yaml' are not written one a line"
    public var description: String {
      "the reviews in '\(file)' are not written one a line: '  claim: { by: …, on: …, digest: … }'"
    }
  }

  /// An edit of a text; `folder` is where the texts of its sources are looked up.
  public init(of text: String, file: String, folder: String = ".") {
    (self.text, self.file, self.folder) = (text, file, folder)
  }

  /// The text with the reviews; throws where the result would not have exactly these reviews and all other records.
  public func adding(_ reviews: [Review]) throws(Refusal) -> String {
    let before = read(text)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    let places = Dictionary(
      before.reviews.compactMap { review in review.place.map { (review.value.id, $0.line - 1) } },
      uniquingKeysWith: { first, _ in first })
    var fresh: [Review] = []
    for review in reviews {
      guard let index = places[review.id], lines.indices.contains(index) else {
        fresh.append(review)
        continue
      }
      lines[index] = lines[index].prefix { $0 == " " } + ReviewEdit.entry(review)
    }
    if !fresh.isEmpty { insert(fresh, into: &lines, after: places.values.max()) }
    let after = lines.map { $0 + "\n" }.joined()
    guard isEdited(before, read(after), by: reviews) else { throw Refusal(file: file) }
    return after
  }

  private func read(_ text: String) -> Dossier { DossierReader.read(text: text, file: file, folder: folder).value }

  /// Inserts new lines after the last review, after the key of an empty section, or in a new section at the end.
  private func insert(_ reviews: [Review], into lines: inout [String], after last: Int?) {
    let section = lines.firstIndex { $0.hasPrefix("reviews:") }
    var indent = "  "
    var place = lines.count
    if let last, lines.indices.contains(last) {
      (indent, place) = (String(lines[last].prefix { $0 == " " }), last + 1)
    } else if let section {
      place = section + 1
    } else {
      lines += (lines.isEmpty ? [] : [""]) + ["reviews:"]
      place = lines.count
    }
    lines.insert(contentsOf: reviews.map { indent + ReviewEdit.entry($0) }, at: place)
  }

  private static func entry(_ review: Review) -> String {
    let by = YAMLWriter.scalar(review.by, isInList: true)
    let digest = YAMLWriter.scalar(review.digest, isInList: true)
    return "\(YAMLWriter.scalar(review.id.text)): { by: \(by), on: \(review.date), digest: \(digest) }"
  }

  private func isEdited(_ before: Dossier, _ after: Dossier, by reviews: [Review]) -> Bool {
    var wanted = Dictionary(before.reviews.map { ($0.value.id, $0.value) }, uniquingKeysWith: { first, _ in first })
    for review in reviews { wanted[review.id] = review }
    let found = Dictionary(after.reviews.map { ($0.value.id, $0.value) }, uniquingKeysWith: { first, _ in first })
    return found == wanted && before.title?.value == after.title?.value && same(before.sources, after.sources)
      && same(before.entities, after.entities) && same(before.offices, after.offices)
      && same(before.holdings, after.holdings) && same(before.kinds, after.kinds)
      && same(before.relations, after.relations) && same(before.events, after.events) && same(before.views, after.views)
  }

  private func same<Value: Equatable>(_ one: [Located<Value>], _ other: [Located<Value>]) -> Bool {
    one.map(\.value) == other.map(\.value)
  }
}
