internal import DyadCore
internal import DyadSyntax

/// How the vocabularies of bibliographies name the kind of a source.
extension Source {
  /// The type of CSL 1.0.2, which has none for statements.
  var typeOfCSL: String {
    switch kind {
    case .press: "article-newspaper"
    case .broadcast: "broadcast"
    case .statement: "document"
    case .speech: "speech"
    case .interview: "interview"
    case .treaty: "treaty"
    case .report: "report"
    case .article: "article-journal"
    case .book: "book"
    case .dataset: "dataset"
    case .web: "webpage"
    case nil: publisher == nil ? "document" : "article-newspaper"
    }
  }

  /// The type of entry of BibTeX, which every style knows.
  var typeOfBibTeX: String {
    switch kind {
    case .press, .article: "article"
    case .report: "techreport"
    case .book: "book"
    case .broadcast, .statement, .speech, .interview, .treaty, .dataset, .web: "misc"
    case nil: publisher == nil ? "misc" : "article"
    }
  }

  /// The field of BibTeX for the publisher.
  var publisherFieldOfBibTeX: String {
    switch typeOfBibTeX {
    case "article": "journal"
    case "techreport": "institution"
    case "book": "publisher"
    default: "howpublished"
    }
  }

  /// Whether it is part of what its publisher issues, such as a newspaper.
  var isPartOfPublication: Bool {
    switch kind {
    case .press, .article, .web, nil: true
    case .broadcast, .statement, .speech, .interview, .treaty, .report, .book, .dataset: false
    }
  }

  /// The class of schema.org, which has none for statements, speeches and interviews.
  var classOfSchemaOrg: RDFName {
    switch kind {
    case .press: RDFName(.schema, "NewsArticle")
    case .broadcast: RDFName(.schema, "Episode")
    case .treaty: RDFName(.schema, "Legislation")
    case .report: RDFName(.schema, "Report")
    case .article: RDFName(.schema, "ScholarlyArticle")
    case .book: RDFName(.schema, "Book")
    case .dataset: RDFName(.schema, "Dataset")
    case .web: RDFName(.schema, "WebPage")
    case .statement, .speech, .interview, nil: .creativeWork
    }
  }
}
