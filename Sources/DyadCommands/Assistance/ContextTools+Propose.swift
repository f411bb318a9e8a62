internal import DyadAssistance
internal import DyadEditing
internal import DyadProposals

extension ContextTools {
  /// The only tool that writes: drafts, in their own file.
  var propose: ContextTool {
    ContextTool(
      "propose", "Propose claims",
      """
      Write claims of a source text as drafts, which a person accepts or rejects. Each claim has a quote, word for word from the text; \
      claims with another quote, an unknown id, or a date or type that is not valid are refused, with the reason. Without claims, rules of \
      English grammar propose.
      """,
      isReadOnly: false,
      [
        ToolParameter("source", .text, isRequired: true, "The id of the source whose text is quoted."),
        ToolParameter(
          "claims", .objects,
          """
          Each with 'kind' (event, holding, office, state, group, organization, official or place), 'quote', and 'record', the keys of \
          the dossier: for an event 'on', 'what', 'type' (PLOVER), 'actors' and 'recipients' (ids). Optional: 'speaker', 'stance', \
          'score' (0 to 1), 'rule'.
          """),
      ]
    ) { arguments in
      var editor = try DossierEditor(reading: text.path)
      let proposer: any Proposer = arguments.objects("claims").map(GivenClaims.init) ?? RuleProposer()
      // What an assistant gives without a score is its best.
      let report = try Drafts.propose(
        in: &editor, source: arguments.text("source"), with: proposer,
        minimumScore: arguments.objects("claims") == nil ? Drafts.minimumScore : 0)
      try editor.save()
      return [.text(report.lines.joined(separator: "\n"))]
    }
  }
}
