import DyadTestSupport
import Foundation
import Testing

/// The workbench in the hands of an author who changes what is there.
@Suite(.serialized, .checked(by: .browser)) struct WorkbenchTests {
  private func panelTitle(_ bench: Bench) async throws -> String {
    try await bench.browser.run("return document.querySelector('#panel h2')?.textContent ?? ''")
  }

  private func choose(_ words: String, _ bench: Bench) async throws {
    try await bench.user.click(on: words)
    try await bench.user.wait("a claim is shown", until: "document.querySelector('#panel .actions')")
  }

  @Test func aClaimIsEditedAndTheChangeIsUndoneAndRedoneAfterAReload() async throws {
    try await Bench.ferry { bench in
      let before = try bench.text()
      let words: String = try await bench.browser.run("return document.querySelector('#source-text mark').textContent")
      try await choose(words, bench)
      try await bench.user.press("r")
      try await bench.user.wait("the form is open", until: "document.querySelector('#panel form')")
      try await bench.user.press(.tab)
      try await bench.browser.run(
        "const note = document.querySelector('#panel textarea'); note.closest('details').open = true; note.focus();")
      try await bench.user.type("seen by two")
      try await bench.user.press(.enter, holding: .control)
      try await bench.user.wait("it is saved", until: "!document.querySelector('#panel form')")
      let after = try bench.text()
      #expect(after != before && after.contains("seen by two"))
      try await bench.open(bench.address())
      try await bench.user.click("#undo")
      try await bench.user.wait("it is undone", until: "document.getElementById('undo').disabled")
      #expect(try bench.text() == before)
      try await bench.open(bench.address())
      try await bench.user.click("#redo")
      try await bench.user.wait("it is done again", until: "document.getElementById('redo').disabled")
      #expect(try bench.text() == after)
      try await bench.user.click("#show-changes")
      try await bench.user.wait("the diff is shown", until: "document.querySelector('dialog .added')")
      let diff = try await bench.browser.element("dialog .diff").text()
      #expect(diff.contains("seen by two"))
    }
  }

  @Test func whatAnEditorSavesMeanwhileIsMergedOrAConflictThatKeepsTheForm() async throws {
    try await Bench.ferry { bench in
      try await bench.open(bench.address("?claim=quay"))
      try await bench.user.wait("a claim is shown", until: "document.querySelector('#panel .actions')")
      try await bench.user.press("r")
      try await bench.user.wait("the form is open", until: "document.querySelector('#panel form')")
      try await bench.user.press("a", holding: .control)
      try await bench.user.type("The quay opens at last")
      // Somebody changes the same words.
      let text = try bench.text()
      let what = try #require(text.firstMatch(of: /quay:\n(?:.*\n)*?\s+what: (.*)\n/)?.1)
      try Data(text.replacing("what: \(what)", with: "what: Something else").utf8).write(to: bench.dossier)
      try await bench.user.press(.enter)
      try await bench.user.wait("the conflict is shown", until: "document.querySelector('#panel .errors p')")
      let kept: String = try await bench.browser.run("return document.querySelector('#panel form input').value")
      #expect(kept == "The quay opens at last")
      #expect(try bench.text().contains("what: Something else"))
      #expect(try await Axe.violations(in: bench.browser) == [])
      // Sent again, it is meant.
      try await bench.user.press(.enter)
      try await bench.user.wait("it is saved", until: "!document.querySelector('#panel form')")
      #expect(try bench.text().contains("what: The quay opens at last"))
    }
  }

  @Test func whatWouldNotCheckIsRefusedWithItsReason() async throws {
    try await Bench.ferry { bench in
      let before = try bench.text()
      try await bench.user.press(.down, "e")
      try await bench.user.wait("the form is open", until: "document.querySelector('#panel form')")
      try await bench.user.go(to: "Date")
      try await bench.user.type("7 May 2014")
      try await bench.user.go(to: "Type")
      try await bench.user.type("Agree")
      try await bench.user.press(.enter)
      try await bench.user.wait("the reason is shown", until: "document.querySelector('#panel .errors p')")
      #expect(try await bench.browser.element("#panel .errors").text().contains("7 May 2014"))
      #expect(try bench.text() == before)
      try await bench.user.press(.escape)
      #expect(try await bench.user.isTrue("document.activeElement.id === 'source-text'"))
    }
  }

  @Test func theSheetLeadsToItsClaimsByPointerAndByKeys() async throws {
    try await Bench.ferry { bench in
      try await bench.open(bench.address("?view=ties"))
      try await bench.user.wait("the sheet is drawn", until: "document.querySelector('#drawing .target')")
      try await bench.browser.run(
        "document.querySelector('#drawing .target').dispatchEvent(new MouseEvent('click', { bubbles: true }))")
      try await bench.user.wait("a claim is shown", until: "document.querySelector('#panel .actions')")
      let address: String = try await bench.browser.run("return location.search")
      #expect(address.contains("claim="))
      // The address restores it.
      let title = try await panelTitle(bench)
      try await bench.open(bench.address(address))
      try await bench.user.wait("the claim is shown again", until: "document.querySelector('#panel .actions')")
      #expect(try await panelTitle(bench) == title)
      try await bench.browser.run("document.getElementById('drawing').focus()")
      try await bench.user.press(.down, .down, .enter)
      try await bench.user.wait("another is shown", until: "document.querySelector('#panel .actions')")
      #expect(try await bench.user.isTrue("document.querySelector('#drawing .target.active')"))
    }
  }

  @Test func aPhaseIsEndedSplitAndContested() async throws {
    try await Bench.ferry { bench in
      func isShown(_ id: String) async throws {
        try await bench.user.wait(
          "'\(id)' is shown",
          until: "[...document.querySelectorAll('#panel .note')].at(-1)?.textContent.endsWith('\(id)')")
      }
      try await bench.open(bench.address("?claim=arvane-belmar_2014-04_.."))
      try await isShown("arvane-belmar_2014-04_..")
      try await bench.user.press("z")
      try await bench.user.type("2016")
      try await bench.user.press(.enter)
      try await isShown("arvane-belmar_2014-04_2016")
      try await bench.user.press("s")
      try await bench.user.type("2015-02")
      try await bench.user.press(.enter)
      try await isShown("arvane-belmar_2015-02_2016")
      let denials = try bench.text().ranges(of: "stance: denies").count
      try await bench.user.press("d", .down, .down, .enter)
      try await bench.user.wait("the form is open", until: "document.querySelector('#panel form')")
      try await bench.user.send()
      #expect(try bench.text().ranges(of: "stance: denies").count == denials + 1)
    }
  }

  @Test func anUndoThatNoLongerFitsIsRefusedAndThenTakenOffTheList() async throws {
    try await Bench.ferry { bench in
      try await bench.open(bench.address("?claim=quay"))
      try await bench.user.wait("a claim is shown", until: "document.querySelector('#panel .actions')")
      try await bench.user.press("r")
      try await bench.user.wait("the form is open", until: "document.querySelector('#panel form')")
      try await bench.user.press("a", holding: .control)
      try await bench.user.type("The quay opens")
      try await bench.user.press(.enter)
      try await bench.user.wait("it is saved", until: "!document.querySelector('#panel form')")
      let text = try bench.text().replacing("The quay opens", with: "Another quay opens")
      try Data(text.utf8).write(to: bench.dossier)
      try await bench.user.click("#undo")
      try await bench.user.wait("it is refused", until: "!document.getElementById('failure').hidden")
      #expect(try bench.text() == text)
      try await bench.user.click("#undo")
      try await bench.user.wait("it is off the list", until: "document.getElementById('undo').disabled")
      #expect(try bench.text() == text)
    }
  }

  @Test func deletingShowsWhatElseGoesAndIsUndone() async throws {
    try await Bench.ferry { bench in
      let before = try bench.text()
      try await bench.open(bench.address("?claim=arvane"))
      try await bench.user.wait("a claim is shown", until: "document.querySelector('#panel .actions')")
      try await bench.user.press("\u{E017}")
      try await bench.user.wait("the references are listed", until: "document.querySelector('#panel .ask li')")
      #expect(try bench.text() == before)
      try await bench.user.press(.enter)
      try await bench.user.wait("they are gone", until: "!document.getElementById('undo').disabled")
      #expect(try bench.text() != before)
      try await bench.user.press("z", holding: .control)
      try await bench.user.wait("they are back", until: "document.getElementById('undo').disabled")
      #expect(try bench.text() == before)
    }
  }
}
