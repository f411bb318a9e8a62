public import Testing
internal import Foundation

/// An external program with which tests check results.
///
///     @Suite(.checked(by: .pandoc)) struct PandocTests { … }
public enum Checker: String, CaseIterable, Sendable {
  case browser = "chromedriver"
  case node
  case pandoc
  case weasyprint
  case python = "the environment .build/checkers"
  case poppler = "pdftotext"
  case unzip
  case tidy
  case serdi
  case rapper
  case neovim = "nvim"

  public var isInstalled: Bool {
    switch self {
    case .python: FileManager.default.isExecutableFile(atPath: Python.executable.path)
    default: Command.path(of: rawValue) != nil
    }
  }

  /// What is missing, and what installs it.
  public var advice: String { "\(rawValue) is not installed: run scripts/install-checkers" }

  /// Whether a missing checker is a failure.
  public static var isRequired: Bool { ProcessInfo.processInfo.environment["CI"] == "true" }
}

extension Trait where Self == ConditionTrait {
  /// Skips a test on a machine without the checker, and says so; under `CI=true` the test runs, and fails.
  public static func checked(by checker: Checker) -> Self {
    .enabled(if: checker.isInstalled || Checker.isRequired, "\(checker.advice)")
  }
}
