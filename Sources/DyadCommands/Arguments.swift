public import ArgumentParser
public import DyadContent
public import DyadCore
public import DyadDrawing
public import Graphviz

// Conversion of command-line arguments into values.

extension PartialDate: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension Interval: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension Cadence: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension ImageFormat: ExpressibleByArgument {}

extension Coverage.Form: ExpressibleByArgument {}

extension DiffReport.Form: ExpressibleByArgument {}

extension Length: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}
