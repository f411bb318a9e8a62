/// A text that claims are cited from.
///
///     Source("herald", title: "The ferry sails again", published: PartialDate("2014-05-02"))
public struct Source: Hashable, Sendable, Identifiable {
  public typealias ID = Identifier<Source>

  public let id: ID
  public var title: String
  public var publisher: String?
  public var author: String?
  public var published: PartialDate?
  public var url: String?
  public var language: String?
  public var note: String?
  /// The path of its text, as the dossier gives it.
  public var path: String?
  /// Its text, where the dossier has it.
  public var text: SourceText?

  public init(
    _ id: ID, title: String, publisher: String? = nil, author: String? = nil, published: PartialDate? = nil,
    url: String? = nil, language: String? = nil, note: String? = nil, path: String? = nil, text: SourceText? = nil
  ) {
    (self.id, self.title, self.publisher, self.author) = (id, title, publisher, author)
    (self.published, self.url, self.language, self.note) = (published, url, language, note)
    (self.path, self.text) = (path, text)
  }
}
