extension Field {
  /// The text; `nil` where the field is empty, or has a word for a missing value: `NA` of R, `None` of Python.
  var known: String? { isMissing ? nil : text }

  /// Whether the field is empty, or has a word for a missing value.
  var isMissing: Bool { isEmpty || self == "NA" || self == "None" || self == "nan" }
}
