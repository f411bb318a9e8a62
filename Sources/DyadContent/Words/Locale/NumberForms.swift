/// The digits of a language, and the marks between them.
package struct NumberForms: Hashable, Sendable {
  /// The digits from 0 to 9.
  private let digits: [Character]
  /// What is between groups of three digits.
  private let group: String
  /// The fewest digits before the first mark between groups.
  private let leastLeading: Int

  init(digits: String, group: String, leastLeading: Int) {
    (self.digits, self.group, self.leastLeading) = (Array(digits), group, leastLeading)
  }

  /// A whole number: "100,000".
  package func text(_ number: Int) -> String {
    let plain = String(number.magnitude)
    let sign = number < 0 ? "−" : ""
    guard plain.count >= 3 + leastLeading else { return sign + own(plain) }
    var text = ""
    for (index, digit) in plain.enumerated() {
      if index > 0, (plain.count - index) % 3 == 0 { text += group }
      text += own(String(digit))
    }
    return sign + text
  }

  /// Digits without marks: of a year, or of a number that counts no quantity.
  func own(_ digits: String) -> String {
    guard self.digits[0] != "0" else { return digits }
    return String(
      digits.map { digit in (digit.isASCII ? digit.wholeNumberValue : nil).map { self.digits[$0] } ?? digit })
  }
}
