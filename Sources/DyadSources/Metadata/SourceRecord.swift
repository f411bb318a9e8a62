internal import DyadCore
internal import DyadFormats

/// The keys of a source as a document gives them, each with its origin: the first origin of a key counts.
///
///     var record = SourceRecord()
///     record.offer("published", "2014-05-02T08:00:00Z", from: "JSON-LD datePublished")      // 2014-05-02
package struct SourceRecord: Equatable, Sendable {
  package struct Entry: Equatable, Sendable {
    package let key: String
    package let value: String
    /// "JSON-LD datePublished"
    package let origin: String
  }

  /// The id that a bibliography gives, made a valid one.
  package var id: String?
  private var values: [String: Entry] = [:]

  package init() {}

  /// The entries in the order in which a dossier has them.
  package var entries: [Entry] { Source.schema.form.keys.compactMap { values[$0.name] } }

  package subscript(key: String) -> String? { values[key]?.value }

  /// Takes the value, unless an earlier origin had one or it is no value of the key.
  mutating func offer(_ key: String, _ value: String?, from origin: String) {
    guard values[key] == nil, let value = value?.onOneLine, !value.isEmpty,
      let valid = SourceRecord.valid(value, of: key)
    else { return }
    values[key] = Entry(key: key, value: valid, origin: origin)
  }

  private static func valid(_ value: String, of key: String) -> String? {
    switch key {
    case "published": return date(value)
    case "url": return value.hasPrefix("https://") || value.hasPrefix("http://") ? value : nil
    case "language": return language(value)
    case "kind": return Source.Kind(rawValue: value)?.rawValue
    default: return value.count <= 400 ? value : "\(value.prefix(399))…"
    }
  }

  /// The day, month or year of a time stamp, or of a date as people write it.
  private static func date(_ value: String) -> String? {
    var text = value
    // The offset from UTC and the time of day do not matter to a day.
    if text.hasPrefix("D:") { text = String(text.dropFirst(2).prefix(8)) }
    if let date = PartialDate(text.prefix(10)) ?? PartialDate(text.prefix(7)) ?? PartialDate(text) {
      return isPlausible(date) ? date.description : nil
    }
    // "Fri, 02 May 2014 08:00:00 GMT"
    if let time = text.firstRange(of: /\d\d:\d\d/) { text = String(text[..<time.lowerBound]) }
    let readings = DateSpelling.readings(of: text, isInterval: false)
    guard readings.count == 1, let date = PartialDate(readings[0]), isPlausible(date) else { return nil }
    return date.description
  }

  /// Programs write the start of their clock where they have no date.
  private static func isPlausible(_ date: PartialDate) -> Bool {
    date.year >= 1000 && date.description != "1970-01-01"
  }

  private static func language(_ value: String) -> String? {
    let tag = value.replacing("_", with: "-").prefix { $0 != "." }
    return tag.wholeMatch(of: /[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*/) == nil ? nil : String(tag)
  }
}
