/// The verbs of a brief: of what is, or of what was at a date that has passed.
struct BriefTense {
  let isPast: Bool

  var are: String { isPast ? "were" : "are" }
  var `is`: String { isPast ? "was" : "is" }
  var stands: String { isPast ? "stood" : "stands" }
  var stand: String { isPast ? "stood" : "stand" }
  /// Of what had ended before.
  var were: String { isPast ? "had been" : "were" }
  var whoTheyAre: String { isPast ? "Who they were" : "Who they are" }
  var whereTheyStand: String { isPast ? "Where they stood" : "Where they stand" }
}
