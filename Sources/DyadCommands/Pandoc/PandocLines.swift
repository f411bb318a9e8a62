internal import Foundation

/// Where the blocks of a document stand: pandoc does not say, so its own files are looked into.
struct PandocLines {
  private var places: [String] = []

  /// The files are those that pandoc was started with, where the system tells.
  init() {
    let parent = (try? Data(contentsOf: URL(fileURLWithPath: "/proc/\(getppid())/cmdline"))) ?? Data()
    let words = parent.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    for word in words.dropFirst() where !word.hasPrefix("-") {
      guard let text = try? String(contentsOfFile: word, encoding: .utf8) else { continue }
      places += PandocLines.lines(in: text).map { "\(word):\($0)" }
    }
  }

  /// The lines on which something of ours begins, in order; a line has as many as it has marks.
  static func lines(in text: String) -> [Int] {
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap { index, line in
      Array(repeating: index + 1, count: line.components(separatedBy: ".dyad").count - 1)
    }
  }

  /// "report.md:12", or the number of the block where the file is not known.
  func place(of count: Int) -> String { count <= places.count ? places[count - 1] : "block \(count) of dyad" }
}
