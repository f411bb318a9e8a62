internal import DyadCore
internal import Foundation

/// Valid, unique and stable ids for the records of a foreign graph.
///
///     var ids = ForeignIds()
///     ids.id(for: "n0", named: "Republic of Arvane")     // "republic-of-arvane"
///     ids.id(for: "http://example.org/x#Ünion")          // "union"
struct ForeignIds {
  private var taken: Set<String> = []
  private var known: [String: String] = [:]
  /// The next number for each name, so that many equal names take linear time.
  private var next: [String: Int] = [:]

  /// Creates ids that differ from the reserved ones.
  init(reserving reserved: some Sequence<String> = []) { taken = Set(reserved) }

  /// Ids for kinds of relations, which differ from the built-in ones.
  static var ofKinds: ForeignIds { ForeignIds(reserving: RelationKind.builtIn.keys.map(\.text)) }

  /// The id for a foreign one; a foreign id that is valid and free stays as it is.
  mutating func id(for foreign: String, named name: String? = nil) -> String {
    if let known = known[foreign] { return known }
    let wanted = Identifier<Entity>.isWellFormed(foreign) && name == nil ? foreign : ForeignIds.slug(name ?? foreign)
    let base = wanted.isEmpty ? "thing" : wanted
    var id = base
    var number = next[base] ?? 2
    while !taken.insert(id).inserted {
      id = "\(base)-\(number)"
      number += 1
    }
    if id != base { next[base] = number }
    known[foreign] = id
    return id
  }

  /// The text as lower-case letters and digits without accents; for an IRI, its last part.
  static func slug(_ text: String) -> String {
    let last = text.contains("://") ? text.split { "/#".contains($0) }.last.map(String.init) ?? text : text
    // An id has a hundred characters at most, however long the name.
    let plain = String(last.prefix(500)).decomposedStringWithCanonicalMapping.lowercased().unicodeScalars
    var slug = ""
    for scalar in plain {
      switch scalar {
      case "a"..."z", "0"..."9": slug.unicodeScalars.append(scalar)
      case _ where scalar.properties.canonicalCombiningClass != .notReordered: continue
      default: if !slug.isEmpty, slug.last != "-" { slug.append("-") }
      }
    }
    while slug.last == "-" { slug.removeLast() }
    return String(slug.prefix(100))
  }
}
