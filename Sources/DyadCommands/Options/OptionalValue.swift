internal import DyadContent

/// Options that may be written without their value.
enum OptionalValue {
  /// The values of an option that may be missing, the default first; `nil` for every other word.
  private static func values(of option: String) -> [String]? {
    option == "--coverage" ? Coverage.Form.allCases.map(\.rawValue) : nil
  }

  /// The arguments with a default in place of every missing value.
  ///
  /// The parser reads any word after an option as its value, also the dossier in `check --coverage dossier`.
  static func completed(_ arguments: some Collection<String>) -> [String] {
    let ends = arguments.firstIndex(of: "--") ?? arguments.endIndex
    let all = Array(arguments[..<ends])
    return all.enumerated().map { index, argument in
      guard let values = values(of: argument) else { return argument }
      let next = index + 1 < all.count ? all[index + 1] : nil
      return next.map(values.contains) == true ? argument : "\(argument)=\(values[0])"
    } + arguments[ends...]
  }
}
