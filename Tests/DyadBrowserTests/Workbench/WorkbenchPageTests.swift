import DyadTestSupport
import Foundation
import Testing

/// The page of the workbench: hostile text, accessibility, narrow and dark pages, requests.
@Suite(.serialized, .checked(by: .browser)) struct WorkbenchPageTests {
  private static let hostile = """
    <script>window.ran = true</script> <img src=x onerror="window.ran = true"> The </p><b>quay</b> opens.
    Second line with &amp; and "quotes" and {{braces}}.
    """

  private static let dossier = """
    dossier: "<img src=x onerror='window.ran = true'>"
    sources:
      bad: { title: "<script>window.ran = true</script>", published: 2014-05-02, text: bad.txt }
    states:
      a: { name: "<b>A</b>" }
      b: { name: "B\\" onmouseover=\\"window.ran = true" }
    events:
      opens: { on: 2014-05-01, what: "<svg onload='window.ran = true'>", type: AGREE, actors: [a, b], cite: { bad: "The </p><b>quay</b> opens." } }
    """

  @Test func hostileTextComesOutAsText() async throws {
    try await Bench.with(Self.dossier, texts: ["bad.txt": Self.hostile]) { bench in
      #expect(
        try await bench.browser.run("return document.getElementById('source-text').textContent")
          == Self.hostile.replacing("\n", with: ""))
      try await bench.user.click(on: "quay")
      try await bench.user.wait("the claim is shown", until: "document.querySelector('#panel .actions')")
      try await bench.user.press("r")
      try await bench.user.wait("the form is open", until: "document.querySelector('#panel form')")
      // However soon one key follows the other.
      try await bench.browser.press(.escape, .escape, .down, "e")
      try await bench.user.wait("the form is open", until: "document.querySelector('#panel form')")
      try await bench.user.go(to: "Who acted")
      #expect(try await bench.user.isTrue("window.ran === undefined"))
      #expect(try await bench.user.isTrue("!document.querySelector('main b, main img, main script')"))
    }
  }

  private static let states: [(name: String, keys: [Key])] = [
    ("list", []), ("form", [.down, "e"]), ("relation", [.down, "p"]), ("link", [.down, "l"]), ("help", ["?"]),
  ]

  @Test(arguments: [1280, 390]) func axeFindsNothing(width: Int) async throws {
    try await Bench.ferry { bench in
      try await bench.browser.resize(width: width, height: 844)
      /// What axe-core finds in light colours, and what other colours can change in dark ones.
      func violations() async throws -> [String] {
        let light = try await Axe.violations(in: bench.browser)
        try await bench.browser.prefer(.darkColors)
        let dark = try await Axe.lowContrast(in: bench.browser)
        try await bench.browser.prefer(.lightColors)
        return light + dark.map { "dark: \($0)" }
      }
      try await bench.browser.prefer(.lightColors)
      for state in Self.states {
        try await bench.open(bench.address())
        for key in state.keys { try await bench.user.press(key) }
        #expect(try await violations() == [], "\(state.name)")
        #expect(
          try await bench.user.isTrue("document.documentElement.scrollWidth <= innerWidth"), "\(state.name) is too wide"
        )
      }
      try await bench.open(bench.address("?claim=quay"))
      try await bench.user.wait("the claim is shown", until: "document.querySelector('#panel .actions')")
      #expect(try await violations() == [])
    }
  }

  @Test func onANarrowPageTheHalvesAreTabs() async throws {
    try await Bench.ferry { bench in
      try await bench.browser.resize(width: 390, height: 844)
      try await bench.open(bench.address())
      func isShown(_ id: String) async throws -> Bool { try await bench.browser.element("#\(id)").isShown() }
      #expect(try await isShown("source-text"))
      #expect(try await !isShown("drawing"))
      try await bench.user.click("[data-half=sheet]")
      #expect(try await isShown("drawing"))
      #expect(try await !isShown("source-text"))
      try await bench.user.press(.left)
      #expect(try await isShown("source-text"))
    }
  }

  /// A finger has no end of a selection: the form opens when the handles rest.
  @Test func wordsThatAFingerSelectsOpenTheForm() async throws {
    try await Bench.ferry { bench in
      try await bench.browser.run(
        """
        const root = document.getElementById('source-text'), words = root.querySelector('mark').firstChild;
        root.dispatchEvent(new PointerEvent('pointerup', { pointerType: 'touch', bubbles: true }));
        getSelection().setBaseAndExtent(words, 1, words, 9);
        """)
      try await bench.user.wait("the form is open", until: "document.querySelector('#panel form')")
    }
  }

  @Test func paperHasBothHalvesAndNoControls() async throws {
    try await Bench.ferry { bench in
      try await bench.browser.resize(width: 700, height: 900)
      try await bench.browser.print(true)
      for id in ["source-text", "drawing"] { #expect(try await bench.browser.element("#\(id)").isShown()) }
      for id in ["undo", "panel"] { #expect(try await !bench.browser.element("#\(id)").isShown()) }
    }
  }

  @Test func anAddressOfWhatIsGoneSaysSoAndShowsTheRest() async throws {
    try await Bench.ferry { bench in
      try await bench.open(bench.address("?view=nowhere&source=herald"))
      #expect(try await bench.browser.element("#failure").text().contains("nowhere"))
      #expect(try await bench.user.isTrue("document.querySelector('#source-text mark')"))
    }
  }

  @Test func everyControlHasANameAndWhatHappensIsAnnounced() async throws {
    try await Bench.ferry { bench in
      try await bench.user.press(.down, "e")
      try await bench.user.wait("the form is open", until: "document.querySelector('#panel form')")
      let tree = try await bench.browser.accessibilityTree()
      let controls = ["button", "textbox", "combobox", "tab", "checkbox", "radio", "link", "application", "region"]
      let nameless = tree.filter { controls.contains($0.role) && $0.name.isEmpty }
      #expect(nameless == [])
      for name in ["What happened", "Date", "Type", "Who acted", "To whom", "Add", "Undo", "Text of the source"] {
        #expect(tree.contains { $0.name == name }, "\(name)")
      }
      #expect(tree.contains { $0.role == "status" })
      try await bench.user.press(.escape)
      try await bench.user.press(.down)
      #expect(try await bench.user.status().hasPrefix("“"))
    }
  }

  @Test func nothingIsAskedOfOthersAndThePolicyIsKept() async throws {
    try await Bench.ferry { bench in
      _ = try await bench.browser.requests()
      _ = try await bench.browser.complaints()
      try await bench.open(bench.address("?view=ties"))
      try await bench.user.press(.down, "e")
      try await bench.user.wait("the form is open", until: "document.querySelector('#panel form')")
      let requests = try await bench.browser.requests()
      #expect(requests.filter { !$0.hasPrefix(bench.server.root.absoluteString) && !$0.hasPrefix("data:") } == [])
      #expect(try await bench.browser.complaints() == [])
    }
  }
}
