import DyadTestSupport
import Foundation
import Testing

/// The served dossier in the hands of its author: other dates, other parties, files, and what is saved meanwhile.
@Suite(.serialized, .checked(by: .browser)) struct ServeTests {
  private func serving(_ work: (Serving, Browser, URL) async throws -> Void) async throws {
    try await inTemporaryFolder { folder in
      #expect(try Tool.run(["new", "ferry"], in: folder).status == 0)
      try await Serving.dossier("ferry", in: folder) { server in
        try await work(server, try await Browser.started(), folder.appendingPathComponent("ferry/dossier.yaml"))
      }
    }
  }

  private func isTrue(_ script: String, _ browser: Browser) async throws -> Bool {
    try await browser.run("return !!(\(script))")
  }

  @Test func anyDateCanBeAskedForAndAnyOtherToCompareIt() async throws {
    try await serving { server, browser, _ in
      try await browser.open(server.root.appendingPathComponent("dyads/arvane~belmar.html"))
      try await browser.run(
        """
        document.querySelector('details.live').open = true;
        document.getElementById('day').value = '2014-03-15';
        document.getElementById('since').value = '2009-01-01';
        """)
      try await browser.element("#ask").click()
      try await browser.wait(until: "it is drawn") {
        try await isTrue("document.querySelector('.frame.asked')", browser)
      }
      #expect(try await browser.element(".frame.asked h2").text() == "As of 15 Mar 2014")
      #expect(try await browser.element(".frame.asked .changes h3").text() == "Changes since 1 Jan 2009")
      let address: String = try await browser.run("return location.href")
      #expect(address.contains("on=2014-03-15") && address.contains("since=2009-01-01"))
      // The address leads to it again.
      try await browser.open(server.root.appendingPathComponent("search.html"))
      try await browser.open(URL(string: address)!)
      try await browser.wait(until: "it is drawn again") {
        try await isTrue("document.querySelector('.frame.asked')", browser)
      }
      #expect(try await browser.element("#date").text() == "15 Mar 2014")
    }
  }

  @Test func anyTwoCanBeChosenAndEveryPictureBeHad() async throws {
    try await serving { server, browser, _ in
      try await browser.open(server.root)
      try await browser.run(
        """
        document.querySelector('details.live').open = true;
        document.getElementById('one').value = 'belmar';
        document.getElementById('other').value = 'arvane';
        """)
      try await browser.element("#go").click()
      try await browser.wait(until: "the pair is open") {
        try await isTrue("location.pathname === '/dyads/arvane~belmar.html'", browser)
      }
      let kinds: [String] = try await browser.run(
        """
        return Promise.all([...document.querySelectorAll('#downloads a')].map(async link => {
          const answer = await fetch(link.href);
          const bytes = await answer.arrayBuffer();
          return answer.status + ' ' + answer.headers.get('content-type') + ' ' + (bytes.byteLength > 500);
        }));
        """)
      #expect(
        kinds == [
          "200 image/svg+xml true", "200 image/png true", "200 application/pdf true",
          "200 text/vnd.graphviz; charset=utf-8 true",
        ])
    }
  }

  @Test func whatIsSavedIsShownAndWhatIsBrokenIsToldInPlace() async throws {
    try await serving { server, browser, file in
      try await browser.open(server.root.appendingPathComponent("dyads/arvane~belmar.html"))
      let text = try String(contentsOf: file, encoding: .utf8)
      #expect(text.contains("reconciled"))
      try Data(text.replacing("reconciled", with: "best of friends").utf8).write(to: file)
      try await browser.wait(until: "it is redrawn") {
        try await isTrue(
          "document.querySelector('.frame:not([hidden]) svg').textContent.includes('best of friends')", browser)
      }
      try Data(text.replacing("kind: ties", with: "kind: tiez").utf8).write(to: file)
      try await browser.wait(until: "the mistake is told") {
        try await isTrue("!document.getElementById('problems').hidden", browser)
      }
      let told = try await browser.element("#problems").text()
      #expect(told.contains("dossier.yaml:") && told.contains("did you mean 'ties'?"))
      #expect(
        try await isTrue(
          "document.querySelector('.frame:not([hidden]) svg').textContent.includes('best of friends')", browser))
      #expect(try await Axe.violations(in: browser) == [])
      try Data(text.utf8).write(to: file)
      try await browser.wait(until: "it is well again") {
        try await isTrue(
          "document.getElementById('problems').hidden && document.querySelector('.frame:not([hidden]) svg').textContent.includes('reconciled')",
          browser)
      }
    }
  }

  @Test func itsPolicyIsKeptAndNothingIsAskedOfOthers() async throws {
    try await serving { server, browser, _ in
      _ = try await browser.requests()
      _ = try await browser.complaints()
      for path in [
        "", "dyads/arvane~belmar.html", "entities/marrow.html", "sources/herald.html", "search.html?q=ferry",
      ] {
        try await browser.open(URL(string: server.root.absoluteString + path)!)
      }
      let requests = try await browser.requests()
      #expect(requests.filter { !$0.hasPrefix(server.root.absoluteString) && !$0.hasPrefix("data:") } == [])
      #expect(try await browser.complaints() == [])
      // What its policy forbids does not run, even where it got into a page.
      try await browser.open(server.root)
      try await browser.run(
        """
        const script = document.createElement('script');
        script.textContent = 'window.ran = true';
        document.body.append(script);
        document.body.insertAdjacentHTML('beforeend', '<img src="x" onerror="window.ran = true">');
        """)
      #expect(try await isTrue("window.ran === undefined", browser))
    }
  }

  @Test func pagesWithControlsAreAccessible() async throws {
    try await serving { server, browser, _ in
      for path in ["", "dyads/arvane~belmar.html", "entities/marrow.html", "nowhere.html"] {
        try await browser.open(URL(string: server.root.absoluteString + path)!)
        try await browser.run("document.querySelectorAll('details').forEach(more => { more.open = true; })")
        #expect(try await Axe.violations(in: browser) == [], "\(path)")
      }
    }
  }
}
