public import ArgumentParser
public import DyadCore
public import DyadDrawing
public import DyadReport
public import Graphviz

// How the words of a command line become values.

extension PartialDate: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension Interval: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension ImageFormat: ExpressibleByArgument {}

extension Coverage.Form: ExpressibleByArgument {}

extension Theme: ExpressibleByArgument {
  public init?(argument: String) {
    guard let theme = Theme.named(argument) else { return nil }
    self = theme
  }
  public static var allValueStrings: [String] { Theme.all.map(\.id) }
}
