internal import Foundation

/// The positions of blocks in a document, found in its files because pandoc does not pass them on.
struct PandocLines {
  private var places: [String] = []

  /// Reads the files that pandoc was started with, on systems that list the arguments of a process.
  init() {
    let parent = (try? Data(contentsOf: URL(fileURLWithPath: "/proc/\(getppid())/cmdline"))) ?? Data()
    let words = parent.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    for word in words.dropFirst() where !word.hasPrefix("-") {
      guard let text = try? String(contentsOfFile: word, encoding: .utf8) else { continue }
      places += PandocLines.lines(in: text).map { "\(word):\($0)" }
    }
  }

  /// The lines on which dyad blocks and spans begin, in order; a line is repeated for each of them.
  static func lines(in text: String) -> [Int] {
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap { index, line in
      Array(repeating: index + 1, count: line.components(separatedBy: ".dyad").count - 1)
    }
  }

  /// "report.md:12", or the number of the block if the file is unknown.
  func place(of count: Int) -> String { count <= places.count ? places[count - 1] : "dyad block \(count)" }
}
