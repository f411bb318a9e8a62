public import ArgumentParser
public import DyadContent
public import DyadCore
public import DyadDrawing
public import Graphviz

// Conversion of command-line arguments into values.

extension PartialDate: ExpressibleByArgument {
  /// A date as it is written in a dossier; `nil` for other text.
  public init?(argument: String) { self.init(argument) }
}

extension Interval: ExpressibleByArgument {
  /// An interval as it is written in a dossier; `nil` for other text.
  public init?(argument: String) { self.init(argument) }
}

extension Cadence: ExpressibleByArgument {
  /// `month`, `quarter`, `year`, `change` or a number of days; `nil` for other text.
  public init?(argument: String) { self.init(argument) }
}

extension Lookback: ExpressibleByArgument {
  /// A number with `d`, `m` or `y`; `nil` for other text.
  public init?(argument: String) { self.init(argument) }
}

extension ImageFormat: ExpressibleByArgument {}

extension View.Blocs: ExpressibleByArgument {}

extension Coverage.Form: ExpressibleByArgument {}

extension DiffReport.Form: ExpressibleByArgument {}

extension Length: ExpressibleByArgument {
  /// A number with `mm`, `cm`, `in` or `pt`; `nil` for other text.
  public init?(argument: String) { self.init(argument) }
}

extension DetailLevel: ExpressibleByArgument {}
