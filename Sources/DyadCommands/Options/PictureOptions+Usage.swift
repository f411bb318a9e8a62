internal import DyadContent
internal import DyadCore

extension PictureOptions {
  /// The first contradiction among the options; `name` writes an option as its user does.
  func contradiction(for form: Form, _ name: (String) -> String) -> String? {
    let asked = [!between.isEmpty, around != nil, view != nil].count { $0 }
    let rules: [(isBroken: Bool, message: String)] = [
      (!between.isEmpty && between.count != 2, "\(name("between")) takes two parties"),
      (between.count == 2 && between[0] == between[1], "\(name("between")) takes two different parties"),
      (
        form == .timeline && asked == 0,
        "a timeline requires \(name("between")), \(name("around")) or \(name("view"))"
      ),
      (asked > 1, "\(name("between")), \(name("around")) and \(name("view")) exclude each other"),
      (isMatrix && !between.isEmpty, "\(name("as-matrix")) excludes \(name("between"))"),
      (
        isMatrix && (form == .timeline || form == .film),
        "only pictures of one date and diffs take \(name("as-matrix"))"
      ),
      (hops != nil && around == nil, "\(name("hops")) requires \(name("around"))"),
      (hops.map { !(0...9).contains($0) } ?? false, "\(name("hops")) is a number from 0 to 9"),
      (!(0...10).contains(minTone), "\(name("min-tone")) is a number from 0 to 10"),
      (on != nil && during != nil, "\(name("on")) and \(name("during")) exclude each other"),
      (height != nil && aspect != nil, "\(name("height")) and \(name("aspect")) exclude each other"),
      (!(36...1200).contains(resolution), "\(name("dpi")) is a number from 36 to 1200"),
      (isReversed && form != .diff, "\(name("from")) is later than \(name("to"))"),
      (
        form == .film && (on != nil || during != nil),
        "a film takes \(name("from")) and \(name("to")), not \(name("on")) or \(name("during"))"
      ),
    ]
    return rules.first(where: \.isBroken)?.message ?? (form == .diff ? contradictionOfDiff(name) : nil)
  }

  private var isReversed: Bool {
    guard let from, let to else { return false }
    return from.days.lowerBound > to.days.upperBound
  }

  private func contradictionOfDiff(_ name: (String) -> String) -> String? {
    let rules: [(isBroken: Bool, message: String)] = [
      ((from == nil) != (to == nil), "\(name("from")) and \(name("to")) require each other"),
      ((knownFrom == nil) != (knownTo == nil), "\(name("known-from")) and \(name("known-to")) require each other"),
      (
        from != nil && (on != nil || during != nil),
        "\(name("from")) and \(name("to")) exclude \(name("on")) and \(name("during"))"
      ),
      (knownFrom != nil && known != nil, "\(name("known-from")) and \(name("known-to")) exclude \(name("known"))"),
    ]
    return rules.first(where: \.isBroken)?.message
  }
}
