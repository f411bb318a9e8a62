/// A text that claims are cited from.
///
///     Source("herald", title: "The ferry sails again", published: PartialDate("2014-05-02"))
public struct Source: Hashable, Sendable, Identifiable {
  /// The id of a source.
  public typealias ID = Identifier<Source>

  /// The id in the dossier.
  public let id: ID
  /// The title.
  public var title: String
  /// What kind of text it is, if the dossier says so.
  public var kind: Kind?
  /// The publisher.
  public var publisher: String?
  /// The author.
  public var author: String?
  /// The date of publication, from which its claims could be known.
  public var published: PartialDate?
  /// The URL, which begins with `https://` or `http://`.
  public var url: String?
  /// The language of its text, as a BCP 47 tag.
  public var language: String?
  /// Free text.
  public var note: String?
  /// The path of its text, as the dossier gives it.
  public var path: String?
  /// The text, if the dossier has it.
  public var text: SourceText?
  /// The digest of the text from which its quotes were taken, if the dossier records it.
  public var digest: String?

  /// A source with its title.
  public init(
    _ id: ID, title: String, kind: Kind? = nil, publisher: String? = nil, author: String? = nil,
    published: PartialDate? = nil, url: String? = nil, language: String? = nil, note: String? = nil,
    path: String? = nil, text: SourceText? = nil, digest: String? = nil
  ) {
    (self.id, self.title, self.kind, self.publisher, self.author) = (id, title, kind, publisher, author)
    (self.published, self.url, self.language, self.note) = (published, url, language, note)
    (self.path, self.text, self.digest) = (path, text, digest)
  }
}
