package import DyadAssistance
internal import DyadDrawing

extension ContextServer {
  /// A server with the tools and texts of a dossier; throws if its format is unknown.
  package init(serving path: String) throws {
    let text = try ServedText(path)
    self.init(
      version: Recipe.version, instructions: ContextServer.instructions, tools: ContextTools(text).all,
      resources: { await text.resources() })
  }

  private static let instructions = """
    A dossier records relations between states, groups and officials. Every claim has dates and quotes its source. State only what claims \
    and quotes say, with their dates and sources; 'possibly' and 'inferred' are part of what they say. Find ids with 'search', exact words \
    of sources with 'quote', and check what you conclude with 'show'.
    """
}
