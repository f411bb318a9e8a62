import DyadCore
import DyadEditing
import DyadFormats
import DyadProposals
import DyadSyntax

extension FuzzTarget {
  static let drafts: [FuzzTarget] = [
    FuzzTarget(name: "drafts", law: "accepted drafts add no error, and rejected ones are no drafts any more") { bytes in
      guard let text = String(validating: bytes, as: UTF8.self), let editor = EditedDossier.withDrafts(text) else {
        return
      }
      let isValid = editor.edited.errors.isEmpty
      let drafts = editor.drafts.map(\.id)
      var accepting = editor
      if (try? accepting.accept(drafts)) != nil, isValid {
        let errors = accepting.edited.errors
        require(errors.isEmpty, "accepting gives \(errors)\n\(accepting.texts.map(\.text).joined(separator: "---\n"))")
      }
      var rejecting = editor
      if (try? rejecting.reject(drafts)) != nil {
        let left = rejecting.drafts.map(\.id).filter(drafts.contains)
        require(left.isEmpty, "\(left) are drafts after they were rejected")
        if isValid { require(rejecting.edited.errors.isEmpty, "rejecting gives \(rejecting.edited.errors)") }
      }
    },
    FuzzTarget(name: "claims", law: "the claims of a program that are not refused are drafts without errors") { bytes in
      guard let claims = try? JSONValue(parsing: bytes).array, var editor = EditedDossier.withDrafts("") else { return }
      guard
        let report = try? Drafts.propose(in: &editor, source: "gazette", with: GivenClaims(claims), minimumScore: 0)
      else { return }
      let texts = editor.texts.map(\.text).joined(separator: "---\n")
      require(editor.edited.errors.isEmpty, "\(editor.edited.errors)\n\(texts)")
      let drafts = Set(editor.drafts.map(\.id))
      for added in report.added { require(drafts.contains(added.id), "\(added.id) is no draft\n\(texts)") }
    },
  ]
}
