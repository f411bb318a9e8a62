/// The difference of two texts in the unified format, which `patch` and `git apply` read.
///
///     UnifiedDiff(from: "a\nb\n", to: "a\nc\n", name: "ties.yaml").text
package struct UnifiedDiff {
  private typealias Line = [UInt8]

  private let name: String
  private let old: [Line]
  private let new: [Line]
  private let context: Int

  /// - Parameters:
  ///   - name: the path of the file; `patch` without `-p` takes it as it is.
  ///   - context: the number of equal lines around a change.
  package init(from old: [UInt8], to new: [UInt8], name: String, context: Int = 3) {
    (self.old, self.new) = (UnifiedDiff.lines(old), UnifiedDiff.lines(new))
    (self.name, self.context) = (name, context)
  }

  /// The header and the hunks; empty if the texts are equal.
  package var bytes: [UInt8] {
    let steps = steps
    let changes = steps.indices.filter { steps[$0].kind != .same }
    guard let first = changes.first else { return [] }
    var hunks: [ClosedRange<Int>] = [first...first]
    for change in changes.dropFirst() {
      if let last = hunks.last, change - last.upperBound <= 2 * context + 1 {
        hunks[hunks.count - 1] = last.lowerBound...change
      } else {
        hunks.append(change...change)
      }
    }
    var result = Array("--- \(name)\n+++ \(name)\n".utf8)
    for hunk in hunks {
      let range = max(0, hunk.lowerBound - context)...min(steps.count - 1, hunk.upperBound + context)
      result += write(Array(steps[range]))
    }
    return result
  }

  package var text: String { String(decoding: bytes, as: UTF8.self) }

  // MARK: Steps

  private enum Kind: UInt8 { case same = 0x20, removed = 0x2D, added = 0x2B }

  /// A line of the result, with the numbers of lines before it.
  private struct Step {
    var kind: Kind
    var line: Line
    var oldLine, newLine: Int
  }

  private var steps: [Step] {
    let difference = new.difference(from: old)
    var (removed, added): (Set<Int>, Set<Int>) = ([], [])
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): added.insert(offset)
      }
    }
    var steps: [Step] = []
    var (left, right) = (0, 0)
    while left < old.count || right < new.count {
      if left < old.count, removed.contains(left) {
        steps.append(Step(kind: .removed, line: old[left], oldLine: left, newLine: right))
        left += 1
      } else if right < new.count, added.contains(right) {
        steps.append(Step(kind: .added, line: new[right], oldLine: left, newLine: right))
        right += 1
      } else {
        steps.append(Step(kind: .same, line: old[left], oldLine: left, newLine: right))
        (left, right) = (left + 1, right + 1)
      }
    }
    return steps
  }

  private func write(_ steps: [Step]) -> [UInt8] {
    guard let first = steps.first else { return [] }
    let (olds, news) = (steps.count { $0.kind != .added }, steps.count { $0.kind != .removed })
    // A range without lines names the line before it.
    func range(_ start: Int, _ count: Int) -> String { "\(count == 0 ? start : start + 1),\(count)" }
    var result = Array("@@ -\(range(first.oldLine, olds)) +\(range(first.newLine, news)) @@\n".utf8)
    for step in steps {
      result.append(step.kind.rawValue)
      result += step.line
      if step.line.last != 0x0A { result += "\n\\ No newline at end of file\n".utf8 }
    }
    return result
  }

  /// The lines with their line feeds, so that a last line without one differs from one with it.
  private static func lines(_ bytes: [UInt8]) -> [Line] {
    var lines: [Line] = []
    var start = 0
    for (index, byte) in bytes.enumerated() where byte == 0x0A {
      lines.append(Array(bytes[start...index]))
      start = index + 1
    }
    if start < bytes.count { lines.append(Array(bytes[start...])) }
    return lines
  }
}
