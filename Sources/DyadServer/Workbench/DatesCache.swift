internal import DyadCore
internal import DyadProposals

/// The dates of texts, each of which is read once, apart from the workbench.
actor DatesCache {
  private struct Reading {
    var text: SourceText
    var published: PartialDate?
    var dates: Task<PassageDates, Never>
  }

  private var readings: [Source.ID: Reading] = [:]

  func dates(of source: Source, _ text: SourceText) async -> PassageDates {
    if let known = readings[source.id], known.published == source.published, known.text == text {
      return await known.dates.value
    }
    let published = source.published
    let dates = Task.detached { PassageDates(in: text, published: published) }
    readings[source.id] = Reading(text: text, published: published, dates: dates)
    return await dates.value
  }
}
