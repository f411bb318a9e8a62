import DyadTestSupport
import Foundation
import Testing

/// Somebody at the workbench, who counts the keys that are pressed and the clicks.
final class WorkbenchUser {
  let browser: Browser
  private(set) var keys = 0
  private(set) var clicks = 0
  /// The claims that were made, and the proposals that were decided on.
  private(set) var claims = 0

  init(_ browser: Browser) { self.browser = browser }

  func isTrue(_ script: String) async throws -> Bool { try await browser.run("return Boolean(\(script))") }

  func wait(_ condition: String, until script: String) async throws {
    try await browser.wait(until: condition) { try await isTrue(script) }
  }

  // MARK: Keys and clicks

  func press(_ pressed: Key..., holding modifier: Key? = nil) async throws {
    keys += pressed.count + (modifier == nil ? 0 : 1)
    for key in pressed { try await browser.press(key, holding: modifier) }
  }

  /// Types where the focus is; a capital letter counts as one key.
  func type(_ words: String) async throws {
    keys += words.count
    let strokes = words.map(String.init).flatMap { letter in
      ["keyDown", "keyUp"].map { ["type": $0, "value": letter] }
    }
    try await browser.post("actions", ["actions": [["type": "key", "id": "keyboard", "actions": strokes]]])
  }

  func click(_ selector: String) async throws {
    clicks += 1
    try await browser.element(selector).click()
  }

  /// Selects words of the text with the mouse.
  func select(_ words: String) async throws {
    let ends: [Spot] = try await browser.run(
      WorkbenchUser.range + """
        if (!range) return [];
        range.startContainer.parentElement.scrollIntoView({ block: 'center' });
        const rows = [...range.getClientRects()], [first, last] = [rows[0], rows.at(-1)];
        return [{ x: first.left + 1, y: first.top + first.height / 2 }, { x: last.right - 1, y: last.top + last.height / 2 }];
        """, words)
    try #require(ends.count == 2, "the text has no '\(words)'")
    clicks += 1
    try await browser.drag(from: ends[0], to: ends[1])
  }

  /// Clicks on words of the text.
  func click(on words: String) async throws {
    let spots: [Spot] = try await browser.run(
      WorkbenchUser.range + """
        if (!range) return [];
        range.startContainer.parentElement.scrollIntoView({ block: 'center' });
        const [first] = range.getClientRects();
        return [{ x: first.left + first.width / 2, y: first.top + first.height / 2 }];
        """, words)
    clicks += 1
    try await browser.click(at: try #require(spots.first, "the text has no '\(words)'"))
  }

  /// The range of words that one or more segments of the text contain.
  private static let range = """
    const root = document.getElementById('source-text'), nodes = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push(node);
    const all = nodes.map(node => node.data).join(''), start = all.indexOf(arguments[0]);
    let range = null;
    if (start >= 0) {
      range = document.createRange();
      let at = 0;
      for (const node of nodes) {
        if (at <= start && start < at + node.length) range.setStart(node, start - at);
        const end = start + arguments[0].length;
        if (at < end && end <= at + node.length) range.setEnd(node, end - at);
        at += node.length;
      }
    }

    """

  // MARK: Forms

  /// What is typed into a field.
  enum Entry {
    case words(String, in: String)
    /// A party that is there, or the one that the list offers for words of it.
    case party(String, in: String)
    /// A party that is made on the fly.
    case new(String, named: String, in: String)

    /// The name of the field.
    var label: String {
      switch self {
      case .words(_, let label), .party(_, let label), .new(_, _, let label): label
      }
    }
  }

  /// Fills in the open form in the order of its fields, and adds the claim.
  func add(_ entries: Entry...) async throws {
    try await wait("the form is open", until: "document.querySelector('#panel form')")
    for entry in entries {
      try await go(to: entry.label)
      try await enter(entry)
    }
    try await send()
  }

  /// Types into the field that has the focus.
  private func enter(_ entry: Entry) async throws {
    switch entry {
    case .words(let words, _): try await type(words)
    case .party(let words, _):
      try await type(words)
      try await press(.enter)
    case .new(let kind, let name, _):
      try await type(name)
      for _ in 0..<20 where try await activeOption() != "New \(kind): \(name)" { try await press(.down) }
      try await press(.enter)
    }
  }

  private func activeOption() async throws -> String {
    try await browser.run(
      "return document.querySelector('[aria-selected=true][role=option]:not([hidden])')?.textContent ?? ''")
  }

  /// The next field of that name, by the Tab key.
  func go(to label: String) async throws {
    for _ in 0..<30 {
      let now: String = try await browser.run("return document.activeElement.labels?.[0]?.textContent ?? ''")
      if now == label { return }
      try await press(.tab)
    }
    Issue.record("the form has no field '\(label)'")
  }

  /// Adds the claim, and waits until it is marked.
  func send() async throws {
    try await press(.enter)
    try await browser.wait(until: "the claim is added") {
      let problem: String = try await browser.run("return document.querySelector('#panel .errors')?.textContent ?? ''")
      if !problem.isEmpty { throw BrowserError("The form was refused: \(problem)") }
      return try await isTrue("!document.querySelector('#panel form')")
    }
    claims += 1
  }

  // MARK: Proposals

  /// Has claims proposed, of which the first is shown.
  func propose() async throws {
    try await click("#propose")
    try await wait("a proposal is shown", until: WorkbenchUser.isProposalShown)
  }

  private static let isProposalShown =
    "document.querySelector('#panel .actions .primary')?.textContent.startsWith('Accept')"

  /// The label of the shown claim.
  func shown() async throws -> String {
    try await browser.run("return document.querySelector('#panel .claim-panel h2')?.textContent ?? ''")
  }

  /// Accepts or rejects the shown proposal with a key, and waits for the next one, or for the text after the last.
  func decide(_ key: Key, on label: String) async throws {
    let now = try await shown()
    guard now.hasPrefix(label) else { throw BrowserError("'\(now)' is shown, not '\(label)'.") }
    try await press(key)
    claims += 1
    try await browser.wait(until: "another is shown") { try await shown() != now }
  }

  /// Corrects fields of the shown proposal, each of which is emptied of so many parties or of its text first, and accepts it.
  func correct(_ label: String, _ entries: (removed: Int, Entry)...) async throws {
    let now = try await shown()
    guard now.hasPrefix(label) else { throw BrowserError("'\(now)' is shown, not '\(label)'.") }
    try await press("r")
    try await wait("the form is open", until: "document.querySelector('#panel form')")
    for (removed, entry) in entries {
      try await go(to: entry.label)
      for _ in 0..<removed { try await press(.backspace) }
      try await enter(entry)
    }
    try await send()
  }

  func status() async throws -> String {
    try await browser.run("return document.getElementById('status').textContent")
  }

  func coverage() async throws -> Int {
    try await browser.run("return document.getElementById('coverage').value")
  }
}
