import Foundation

/// An element of the open page.
struct PageElement: Sendable {
  private let browser: Browser
  private let path: String

  /// What the protocol calls an element: an object whose only key is the same for all of them.
  typealias Reference = [String: String]

  init(_ reference: Reference, in browser: Browser) {
    self.browser = browser
    path = "element/\(reference.values.first ?? "")"
  }

  static func query(_ selector: String) -> [String: String] { ["using": "css selector", "value": selector] }

  func click() async throws { try await browser.post("\(path)/click") }
  func clear() async throws { try await browser.post("\(path)/clear") }

  /// Gives it the focus, then types.
  func type(_ letters: String) async throws { try await browser.post("\(path)/value", ["text": letters]) }

  /// What of its text can be seen.
  func text() async throws -> String { try await browser.get("\(path)/text") }
  func isShown() async throws -> Bool { try await browser.get("\(path)/displayed") }
  func isEnabled() async throws -> Bool { try await browser.get("\(path)/enabled") }

  func attribute(_ name: String) async throws -> String? { try await browser.get("\(path)/attribute/\(name)") }

  /// What a script would read from it, as words: `"true"`, `"7"`.
  func property(_ name: String) async throws -> String? {
    let words: Words? = try await browser.get("\(path)/property/\(name)")
    return words?.text
  }

  /// What it inherits and is told by style sheets, as the browser writes it: `"rgb(255, 255, 255)"`.
  func style(_ name: String) async throws -> String { try await browser.get("\(path)/css/\(name)") }
}

/// A key: a letter, or by its number in the protocol one that writes none.
struct Key: ExpressibleByStringLiteral, Sendable {
  let letter: String
  init(stringLiteral letter: String) { self.letter = letter }

  static let backspace: Key = "\u{E003}"
  static let tab: Key = "\u{E004}"
  static let enter: Key = "\u{E007}"
  static let shift: Key = "\u{E008}"
  static let control: Key = "\u{E009}"
  static let escape: Key = "\u{E00C}"
  static let space: Key = " "
  static let pageUp: Key = "\u{E00E}"
  static let pageDown: Key = "\u{E00F}"
  static let end: Key = "\u{E010}"
  static let home: Key = "\u{E011}"
  static let left: Key = "\u{E012}"
  static let up: Key = "\u{E013}"
  static let right: Key = "\u{E014}"
  static let down: Key = "\u{E015}"
}
