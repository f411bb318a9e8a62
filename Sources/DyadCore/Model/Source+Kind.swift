extension Source {
  /// The kind of a text, by which a picture names what it rests on: "one press report of 26 May 2025".
  ///
  /// The types of the Citation Style Language (CSL 1.0.2) that reports on relations cite.
  ///
  ///     Source("treaty", title: "Treaty of Algiers", kind: .treaty)
  public enum Kind: String, CaseIterable, Sendable {
    /// An article of a newspaper, a magazine or a news agency.
    case press
    /// A programme of radio or television.
    case broadcast
    /// A statement, communiqué or press release of a party.
    case statement
    /// A speech.
    case speech
    /// An interview.
    case interview
    /// A treaty or another agreement.
    case treaty
    /// A report of an authority, an organization or a research institute.
    case report
    /// An article in a scholarly journal.
    case article
    /// A book.
    case book
    /// A data set.
    case dataset
    /// A page of the web that is none of these.
    case web
  }
}
