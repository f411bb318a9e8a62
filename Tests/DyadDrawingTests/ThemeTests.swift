import DyadDrawing
import Foundation
import Testing

@Suite struct ThemeTests {
  @Test(arguments: Theme.all)
  func everyTextStandsOutFromItsGround(theme: Theme) {
    for surface in theme.surfaces {
      #expect(contrast(surface.fill, surface.text) >= 4.5, "\(theme.id): \(surface.text) on \(surface.fill)")
    }
  }

  @Test(arguments: Theme.all)
  func everyLineStandsOutFromThePage(theme: Theme) {
    for line in [theme.conflict, theme.cooperation, theme.neutral, theme.groupOutline] {
      #expect(contrast(theme.page.fill, line) >= 3, "\(theme.id): \(line)")
    }
  }

  /// The ratio of WCAG 2.
  private func contrast(_ one: String, _ other: String) -> Double {
    let lights = [luminance(one), luminance(other)].sorted()
    return (lights[1] + 0.05) / (lights[0] + 0.05)
  }

  private func luminance(_ color: String) -> Double {
    let number = Int(color.dropFirst(), radix: 16)!
    let channels = [16, 8, 0].map { shift -> Double in
      let share = Double(number >> shift & 255) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
  }
}
