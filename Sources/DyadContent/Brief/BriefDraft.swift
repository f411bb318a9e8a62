import DyadCore

/// A brief while it is written: the sentences of each section, and the choice of those that there is room for.
struct BriefDraft {
  /// A section with its paragraphs.
  struct Section {
    var title: String?
    /// Paragraphs that always stay.
    var fixed: [Prose] = []
    var paragraphs: [[BriefSentence]] = []
    var picture: Brief.Picture?
    /// The introductions of paragraphs, in the same order.
    var introductions: [Prose?] = []
  }

  /// Two pages, beside two pictures.
  static let wordLimit = 880

  var sections: [Section]
  /// How many sentences have no room.
  private(set) var omitted = 0
  /// The claims that the brief covers.
  private(set) var covered: Set<String> = []

  init(_ text: BriefText, title: String, subtitle: String) {
    let lead = text.lead
    var covered = Set(lead.flatMap(\.claims))
    func fresh(_ sentences: [BriefSentence]) -> [BriefSentence] {
      let new = sentences.filter { covered.isDisjoint(with: $0.claims) }
      covered.formUnion(new.flatMap(\.claims))
      return new
    }
    let news: [BriefSentence]
    if let since = text.since {
      // What is new is covered here, even if the first paragraph has it.
      news = text.news(since: since).inReadingOrder
      covered.formUnion(news.flatMap(\.claims))
    } else {
      news = fresh(text.recent.map { text.sentence(on: $0) }).inReadingOrder
    }
    let other = fresh(text.otherTies)
    let background = fresh(text.background).inReadingOrder
    let thirds = text.thirdParties(without: covered)
    sections = [
      Section(paragraphs: [lead]), Section(title: "The parties", fixed: text.parties),
      Section(
        title: "Other ties between the two", paragraphs: [other],
        picture: Brief.Picture(subject: .sheet, caption: "\(title). \(subtitle).")),
      Section(
        title: text.newsTitle,
        paragraphs: BriefDraft.split(news.filter(\.isBetween)) + BriefDraft.split(news.filter { !$0.isBetween })),
      Section(
        title: "Background", paragraphs: BriefDraft.split(background),
        picture: Brief.Picture(subject: .timeline, caption: "\(title) in the course of time.")),
      Section(
        title: "Third parties", paragraphs: thirds.map(\.sentences),
        introductions: thirds.map { third in text.graph.entities[third.party].flatMap(text.introduction) }),
    ]
    choose()
    if sections[3].paragraphs.allSatisfy(\.isEmpty) {
      sections[3].fixed = [
        text.since == nil
          ? "No event between the two sides is known." : "Nothing that the sources report is new since that day."
      ]
    }
    sections.append(Section(title: "Evidence", fixed: [text.evidence(covered: self.covered, omitted: omitted)]))
  }

  /// Paragraphs that an eye can take in.
  private static func split(_ sentences: [BriefSentence]) -> [[BriefSentence]] {
    let count = (sentences.count + 7) / 8
    guard count > 1 else { return sentences.isEmpty ? [] : [sentences] }
    let size = (sentences.count + count - 1) / count
    return stride(from: 0, to: sentences.count, by: size).map { Array(sentences[$0..<min($0 + size, sentences.count)]) }
  }

  /// Keeps the sentences with the highest rank, as far as there is room.
  private mutating func choose() {
    struct Place { var section, paragraph, index: Int; var rank: Double; var words: Int }
    var places: [Place] = []
    var room =
      BriefDraft.wordLimit - sections.flatMap(\.fixed).map { $0.words.split(separator: " ").count }.reduce(0, +)
    for (section, part) in sections.enumerated() {
      for (paragraph, sentences) in part.paragraphs.enumerated() {
        for (index, sentence) in sentences.enumerated() {
          places.append(
            Place(
              section: section, paragraph: paragraph, index: index, rank: sentence.rank + (section == 3 ? 4 : 0),
              words: sentence.wordCount))
        }
      }
    }
    var kept: Set<[Int]> = []
    for place in places.sorted(by: {
      ($1.rank, $0.section, $0.paragraph, $0.index) < ($0.rank, $1.section, $1.paragraph, $1.index)
    }) {
      // The first sentence of a paragraph brings its introduction with it.
      let introductions = sections[place.section].introductions
      let isFirst = !kept.contains { $0[0] == place.section && $0[1] == place.paragraph }
      let introduction =
        isFirst && introductions.indices.contains(place.paragraph) ? introductions[place.paragraph] : nil
      let words = place.words + (introduction?.words.split(separator: " ").count ?? 0)
      guard place.rank == .infinity || words <= room else { continue }
      room -= words
      kept.insert([place.section, place.paragraph, place.index])
    }
    omitted = places.count - kept.count
    for section in sections.indices {
      for paragraph in sections[section].paragraphs.indices {
        let sentences = sections[section].paragraphs[paragraph]
        sections[section].paragraphs[paragraph] = sentences.indices.filter { kept.contains([section, paragraph, $0]) }
          .map { sentences[$0] }
        covered.formUnion(sections[section].paragraphs[paragraph].flatMap(\.claims))
      }
    }
  }

  /// The parts of the brief, in reading order.
  var blocks: [Brief.Block] {
    sections.flatMap { section -> [Brief.Block] in
      var paragraphs: [Prose] = []
      // Parties with a single sentence share a paragraph.
      var single: [BriefSentence] = []
      for (index, sentences) in section.paragraphs.enumerated() where !sentences.isEmpty {
        let introduction = section.introductions.indices.contains(index) ? section.introductions[index] : nil
        if sentences.count == 1, introduction == nil, !section.introductions.isEmpty {
          single += sentences
        } else {
          paragraphs.append(([introduction].compactMap { $0 } + [sentences.paragraph]).joined())
        }
      }
      paragraphs += BriefDraft.split(single).map(\.paragraph)
      let body =
        (section.fixed + paragraphs).map(Brief.Block.paragraph) + (section.picture.map { [.picture($0)] } ?? [])
      // A heading above nothing, or above a picture alone, says nothing.
      let isEmpty = section.fixed.isEmpty && paragraphs.isEmpty
      return (isEmpty ? [] : section.title.map { [.heading($0)] } ?? []) + body
    }
  }
}
