import DyadTestSupport
import Foundation
import Testing

/// Pictures and pages of a hostile dossier: no script runs, no request leaves, and every text is text.
@Suite(.serialized, .checked(by: .browser)) struct HostilePagesTests {
  /// What a page has that it may not have: marks of a script that ran, handlers, foreign scripts and links, elements of a payload.
  private static let faults = """
    const faults = [];
    if (window.ran !== undefined) faults.push('a script ran');
    for (const element of document.querySelectorAll('*')) {
      for (const attribute of element.attributes) {
        if (attribute.name.startsWith('on')) faults.push(`${element.tagName} has ${attribute.name}`);
        if (/^\\s*(javascript|vbscript|data):/i.test(attribute.value) && /href|src/.test(attribute.name)
            && element.rel !== 'icon')
          faults.push(`${element.tagName} leads to ${attribute.value.slice(0, 60)}`);
        if (/href|src/.test(attribute.name) && /leak/.test(attribute.value) && !/%22|example.org/.test(attribute.value))
          faults.push(`${element.tagName} asks for ${attribute.value.slice(0, 60)}`);
      }
      if (/^(iframe|object|embed|base|foreignobject|use|img)$/i.test(element.tagName)) faults.push(element.tagName);
      if (element.tagName.toLowerCase() === 'meta' && element.httpEquiv === 'refresh') faults.push('refresh');
      if (element.tagName.toLowerCase() === 'script' && /window\\.ran/.test(element.textContent)
          && element.type !== 'application/json') faults.push('a script of a payload');
    }
    return faults;
    """

  private func check(_ page: URL, with browser: Browser) async throws {
    try await browser.open(page)
    // Whatever reacts to the pointer or the focus reacts now.
    try await browser.run(
      """
      for (const element of document.querySelectorAll('a, button, summary, input, select, textarea, [tabindex]'))
        for (const kind of ['mouseover', 'mouseenter', 'focus', 'click'])
          if (kind !== 'click' || !element.closest('a'))
            element.dispatchEvent(new Event(kind, { bubbles: true, cancelable: true }));
      document.querySelectorAll('details').forEach(part => part.open = true);
      """)
    let faults: [String] = try await browser.run(HostilePagesTests.faults)
    #expect(faults == [], "\(page.lastPathComponent)")
  }

  /// Addresses that a browser asked for, except those of the files and the server of this test.
  private func strangers(_ browser: Browser, besides own: [String]) async throws -> [String] {
    try await browser.requests().filter { address in
      !(own + ["data:", "about:", "chrome"]).contains { address.hasPrefix($0) } || address.contains("leak")
    }
  }

  @Test func picturesOfAHostileDossierRunNothing() async throws {
    try await inTemporaryFolder { folder in
      try HostileDossier.write(in: folder)
      let pictures: [[String]] = [
        ["draw", "--between", "p0", "p1"], ["draw", "--around", "p0"], ["draw"],
        ["draw", "--as-matrix"], ["timeline", "--between", "p0", "p3"],
        ["diff", "--between", "p0", "p1", "--from", "2014-02", "--to", "2014-04"],
        ["film", "--between", "p0", "p4", "--every", "month"], ["draw", "--view", "pair"],
      ]
      let browser = try await Browser.started()
      for (index, words) in pictures.enumerated() {
        let name = "\(index).svg"
        let outcome = try Tool.run([words[0], "hostile.yaml"] + words.dropFirst() + ["-o", name], in: folder)
        #expect(outcome.status == (words[0] == "diff" ? 1 : 0), "\(words): \(outcome.messages)")
        try await check(folder.appendingPathComponent(name), with: browser)
        let inlined =
          "<!doctype html><meta charset=utf-8><title>x</title>"
          + String(decoding: try Data(contentsOf: folder.appendingPathComponent(name)), as: UTF8.self)
        let page = folder.appendingPathComponent("\(index).html")
        try Data(inlined.utf8).write(to: page)
        try await check(page, with: browser)
        let text: String = try await browser.run("return document.querySelector('svg').textContent")
        #expect(text.contains("<") && text.contains("window.ran"), "\(words)")
      }
      #expect(try await strangers(browser, besides: ["file://"]) == [])
    }
  }

  @Test func aSiteOfAHostileDossierRunsNothing() async throws {
    try await inTemporaryFolder { folder in
      try HostileDossier.write(in: folder)
      #expect(try Tool.run(["site", "hostile.yaml", "-o", "site"], in: folder).status == 0)
      #expect(
        try Tool.run(["film", "hostile.yaml", "--around", "p0", "--every", "month", "-o", "film.html"], in: folder)
          .status == 0)
      let browser = try await Browser.started()
      let pages = SampleSite.pages(of: folder.appendingPathComponent("site"))
      #expect(pages.count >= 15)
      let dyads = pages.filter { $0.path.contains("/dyads/") }.prefix(2)
      let entities = pages.filter { $0.path.contains("/entities/") }.prefix(2)
      let others = pages.filter { !$0.path.contains("/dyads/") && !$0.path.contains("/entities/") }
      for page in others + dyads + entities + [folder.appendingPathComponent("film.html")] {
        try await check(page, with: browser)
      }
      #expect(try await strangers(browser, besides: ["file://"]) == [])
    }
  }

  @Test func aServedHostileDossierRunsNothing() async throws {
    try await inTemporaryFolder { folder in
      try HostileDossier.write(in: folder)
      try await Serving.dossier("hostile.yaml", in: folder, options: ["--edit"]) { server in
        let browser = try await Browser.started()
        for path in [
          "index.html", "dyads/p0~p1.html", "entities/m.html", "sources/bad.html", "search.html", "problems",
        ] {
          try await check(server.root.appendingPathComponent(path), with: browser)
        }
        for query in ["%3Cscript%3Ewindow.ran=1%3C/script%3E.html", "dyads/%22onmouseover=%22window.ran=1.html"] {
          try await check(URL(string: server.root.absoluteString + query)!, with: browser)
        }
        try await check(try #require(server.workbench), with: browser)
        #expect(
          try await strangers(browser, besides: [server.root.absoluteString, "http://127.0.0.1:\(server.port)/"]) == [])
      }
    }
  }

  /// The checks find what they look for.
  @Test func aPageThatRunsAPayloadIsReported() async throws {
    try await inTemporaryFolder { folder in
      let browser = try await Browser.started()
      for payload in HostileDossier.payloads.prefix(3) {
        let page = folder.appendingPathComponent("raw.html")
        try Data("<!doctype html><title>x</title><p title=\"\(payload)\">\(payload)".utf8).write(to: page)
        try await browser.open(page)
        let faults: [String] = try await browser.run(HostilePagesTests.faults)
        #expect(!faults.isEmpty, "\(payload)")
      }
      #expect(try await strangers(browser, besides: ["file://"]).contains { $0.contains("leak") })
    }
  }
}
