/// A form of EDTF (ISO 8601-2) that dates and intervals of dossiers do not have.
///
///     UnsupportedNotation("2001-21")!.description      // "seasons (EDTF level 1) are not supported"
///     UnsupportedNotation("2004-06-XX")!.dates         // ["2004-06"]
package struct UnsupportedNotation: Hashable, Sendable, CustomStringConvertible {
  /// What such a text has and a date does not.
  package enum Form: String, CaseIterable, Sendable {
    case time = "times of day (EDTF level 0)"
    case season = "seasons (EDTF level 1)"
    case bothMarks = "dates with '%' (EDTF level 1)"
    case unspecifiedDigits = "unspecified digits, written X (EDTF levels 1 and 2)"
    case longYear = "years of more than four digits (EDTF level 1)"
    case exponentialYear = "years with an exponent (EDTF level 2)"
    case significantDigits = "significant digits of years (EDTF level 2)"
    case markedParts = "marks on parts of a date (EDTF level 2)"
    case partOfYear = "quarters and other parts of a year (EDTF level 2)"
    case set = "sets of dates (EDTF level 2)"
  }

  package let form: Form
  /// The dates with nearly the same meaning, as dossiers write them.
  package let dates: [String]

  /// `nil` for a date or an interval, and for text that is not EDTF.
  package init?(_ text: some StringProtocol) {
    let halves = text.split(separator: "/", omittingEmptySubsequences: false)
    guard text.utf8.count < 60, halves.count < 3, Interval(String(text)) == nil else { return nil }
    // A bound may have brackets.
    let found = halves.map { halves.count == 2 && Interval.Bound($0) != nil ? nil : UnsupportedNotation.form(of: $0) }
    guard let form = found.compactMap(\.self).first else { return nil }
    self.form = form
    dates = halves.count == 1 ? UnsupportedNotation.dates(form, halves[0]) : []
  }

  /// What is not supported.
  package var description: String { "\(form.rawValue) are not supported" }

  /// The message that the text is not a date or an interval, with the reason if it is EDTF all the same.
  package static func refusal(of text: String, as kind: String) -> String {
    "'\(text)' is not a valid \(kind)" + (UnsupportedNotation(text).map { ": \($0)" } ?? "")
  }

  private static func form(of half: some StringProtocol) -> Form? {
    guard !isSet(half) else { return .set }
    if half.first == "Y" { return formOfLongYear(half.dropFirst()) }
    if let letter = half.firstIndex(of: "T"), isDate(half[..<letter]), half[letter...].contains(":") { return .time }
    let bare = String(half.filter { !isMark($0) })
    let signless = bare.first == "-" ? bare.dropFirst() : bare[...]
    let fields = signless.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(fields.count), fields.dropFirst().allSatisfy({ $0.utf8.count == 2 && digitsOrX($0) }) else {
      return nil
    }
    if fields.count == 1, let cut = fields[0].firstIndex(of: "S") {
      let (year, digits) = (fields[0][..<cut], fields[0][cut...].dropFirst())
      return year.utf8.count == 4 && isNumber(year) && isNumber(digits) ? .significantDigits : nil
    }
    guard fields[0].utf8.count == 4, digitsOrX(fields[0]) else { return nil }
    if bare.contains("X") { return .unspecifiedDigits }
    if fields.count == 2, let part = Int(fields[1]), (21...41).contains(part) {
      return part < 25 ? .season : .partOfYear
    }
    guard PartialDate(bare) != nil else { return nil }
    if isMark(half.last), half.count == bare.count + 1 { return half.last == "%" ? .bothMarks : nil }
    return half.count == bare.count ? nil : .markedParts
  }

  private static func formOfLongYear(_ year: some StringProtocol) -> Form? {
    let digits = year.first == "-" ? year.dropFirst() : year.dropFirst(0)
    let parts = digits.split(separator: "E", omittingEmptySubsequences: false)
    if parts.count == 2, parts.allSatisfy({ isNumber($0.prefix { $0 != "S" }) }) { return .exponentialYear }
    return digits.prefix { $0 != "S" }.count > 4 && isNumber(digits.prefix { $0 != "S" }) ? .longYear : nil
  }

  /// `{1667,1668}`, `[1667,1668]`, `[1667..1668]`: unlike a bound of an interval, with commas, braces or nothing beside it.
  private static func isSet(_ half: some StringProtocol) -> Bool {
    let pairs: [(Character, Character)] = [("[", "]"), ("{", "}")]
    guard pairs.contains(where: { half.first == $0.0 && half.last == $0.1 }) else { return false }
    let elements = half.dropFirst().dropLast().split(separator: ",").flatMap { element in
      element.split(separator: ".").map { form(of: $0) == nil ? isDate($0) : true }
    }
    return !elements.isEmpty && elements.allSatisfy(\.self)
  }

  /// One date for unspecified months and days, two for both marks, the mark of a part for the whole.
  private static func dates(_ form: Form, _ text: some StringProtocol) -> [String] {
    let bare = String(text.filter { !isMark($0) })
    switch form {
    case .bothMarks: return ["\(bare)~", "\(bare)?"]
    case .markedParts: return ["~", "?"].filter { text.contains($0) || text.contains("%") }.map { bare + $0 }
    case .unspecifiedDigits:
      var date = bare
      while date.hasSuffix("-XX") { date.removeLast(3) }
      return PartialDate(date) == nil ? [] : [date + (text.last.map { isMark($0) ? "\($0)" : "" } ?? "")]
    case .time: return [String(text.prefix { $0 != "T" })]
    default: return []
    }
  }

  private static func isMark(_ character: Character?) -> Bool { character.map { "~?%".contains($0) } ?? false }

  private static func isDate(_ text: some StringProtocol) -> Bool { PartialDate(text) != nil }

  private static func isNumber(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  private static func digitsOrX(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x58 }
  }
}
