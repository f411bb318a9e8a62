/// A program that reads documents, with what installs it.
package struct Program: Sendable {
  package let name: String
  /// How to install it.
  package let advice: String

  static let pandoc = Program(name: "pandoc", advice: "see pandoc.org, or 'apt install pandoc', 'brew install pandoc'")
  static let pdfToText = Program(
    name: "pdftotext", advice: "it is part of poppler: 'apt install poppler-utils', 'brew install poppler'")
  static let pdfInfo = Program(name: "pdfinfo", advice: pdfToText.advice)
  static let iconv = Program(name: "iconv", advice: "it is part of the C library: 'apt install libc-bin'")
}
