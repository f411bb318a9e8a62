/// A document that was read: its text, and what it says about itself.
package struct SourceDocument: Sendable {
  package let format: DocumentFormat
  /// The text, with line ends of Unix.
  package let text: String
  package let record: SourceRecord
  /// Whether the bytes that were read are the text itself.
  package let isPlain: Bool
}
