/// The theme of a picture, and of an SVG the theme for dark pages.
///
///     try await Composition(content, style: Style(theme: .print))
public struct Style: Hashable, Sendable {
  /// The theme.
  public var theme: Theme
  /// The theme of an SVG for readers who prefer dark pages; `nil` keeps one theme for all.
  public var darkTheme: Theme?

  /// Creates a style; by default light for all readers.
  public init(theme: Theme = .light, darkTheme: Theme? = nil) {
    (self.theme, self.darkTheme) = (theme, darkTheme)
  }

  /// The theme for painting: all colours differ if an SVG can change its theme.
  package var paintedTheme: Theme { darkTheme == nil ? theme : theme.withDistinctColors }
}
