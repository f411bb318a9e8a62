package import Graphviz

/// The versions of a picture that may go on a paper, from the most content to the least.
///
/// Every way to fit a picture to its paper is this search.
package struct Candidates<Value> {
  /// Tried one after the other.
  var stepwise: [Value]
  /// Tried by bisection if none of the others fits: each fits if one with more content does.
  var bisected: [Value] = []

  package init(stepwise: [Value], bisected: [Value] = []) { (self.stepwise, self.bisected) = (stepwise, bisected) }

  /// The picture with the most content that fits; if none fits, the one with the least.
  ///
  /// - Parameters:
  ///   - make: makes a picture; `nil` if it equals an earlier one. The first picture is always made.
  ///   - fits: whether a picture fits the paper.
  package func best<Picture>(
    _ make: (Value) async throws(Graph.Failure) -> Picture?, fits: (Picture) -> Bool
  ) async throws(Graph.Failure) -> Picture {
    var best: Picture?
    for value in stepwise {
      guard let picture = try await make(value) else { continue }
      if fits(picture) { return picture }
      best = picture
    }
    if let least = bisected.last, let picture = try await make(least) { best = picture }
    var (tooMuch, fitting) = (-1, bisected.count - 1)
    while fitting - tooMuch > 1 {
      let middle = (tooMuch + fitting + 1) / 2
      if let picture = try await make(bisected[middle]), fits(picture) {
        (best, fitting) = (picture, middle)
      } else {
        tooMuch = middle
      }
    }
    guard let best else { preconditionFailure("no candidate was made") }
    return best
  }
}
