import DyadDrawing
import DyadTestSupport
import Foundation
import Testing

@Suite struct ThemeTests {
  @Test(arguments: Theme.all)
  func everyTextContrastsWithItsBackground(theme: Theme) {
    for surface in theme.surfaces {
      #expect(Color(surface.fill).contrast(with: Color(surface.text)) >= 4.5, "\(surface.text) on \(surface.fill)")
    }
  }

  @Test(arguments: Theme.all)
  func everyLineContrastsWithThePage(theme: Theme) {
    for line in theme.lines { #expect(Color(theme.page.fill).contrast(with: Color(line)) >= 3, "\(line)") }
  }

  @Test(arguments: [Theme.light, .dark], Vision.allCases)
  func coloursWithDifferentMeaningsDifferForAnyVision(theme: Theme, vision: Vision) {
    for (name, one, other) in theme.opposites {
      #expect(Color(one).distance(to: Color(other), seenWith: vision) >= 11, "\(name)")
    }
  }

  /// The table in the documentation, as computed here.
  @Test func theDocumentationStatesTheseFigures() {
    var lines = [
      "| theme | least contrast of text | least contrast of lines | least distance of colours: all cones | no red | no green | no blue |",
      "|---|---|---|---|---|---|---|",
    ]
    for theme in Theme.all {
      let text = theme.surfaces.map { Color($0.fill).contrast(with: Color($0.text)) }.min()!
      let line = theme.lines.map { Color(theme.page.fill).contrast(with: Color($0)) }.min()!
      let distances = Vision.allCases.map { vision in
        theme.opposites.map { Color($0.1).distance(to: Color($0.2), seenWith: vision) }.min()!
      }
      let told = theme.id == "print" ? distances.map { _ in "by form" } : distances.map { "ΔE \(rounded($0))" }
      lines.append("| \(theme.id) | \(rounded(text)) : 1 | \(rounded(line)) : 1 | \(told.joined(separator: " | ")) |")
    }
    let page = packageRoot.appendingPathComponent("Documentation/Colours.md")
    let text = """
      # Colours

      The tests compute this table from the themes. Contrast is that of WCAG 2. Distance is CIEDE2000 between the colours of
      conflict, cooperation and neutral, and between those of the two states, for normal colour vision and for dichromats
      (simulated as in Machado, Oliveira and Fernandes, 2009, at full severity). The tests require 4.5 : 1, 3 : 1 and ΔE 11.
      The print theme has no colours: signs, dashes and text carry the meaning, as they do in the other themes besides
      colour.

      \(lines.joined(separator: "\n"))

      """
    #expect(difference(from: page, text) == nil)
  }

  private func rounded(_ value: Double) -> Double { (value * 10).rounded(.down) / 10 }

  @Test func anAdaptivePictureHasBothThemes() async throws {
    let svg = try await adaptive()
    #expect(svg.contains("@media (prefers-color-scheme: dark)"))
    #expect(svg.contains("fill=\"#FFFFFF\"") && svg.contains("{ fill: \(Theme.dark.page.fill) }"))
    // The distinct colours of painting are replaced.
    #expect(!svg.contains("#FFFFFE"))
  }

  private func adaptive() async throws -> String {
    try await Composition(try Samples.thaw(), style: Style(theme: .light, darkTheme: .dark)).svg()
  }

  @Test func exceptForItsClassesItIsTheLightPicture() async throws {
    func bare(_ svg: String) -> String {
      svg.replacing(#/\ class="[^"]*"/#, with: "").replacing(#/\ *<style>[\s\S]*<\/style>\n/#, with: "")
    }
    let light = try await Composition(try Samples.thaw()).svg()
    #expect(bare(try await adaptive()).uppercased() == bare(light).uppercased())
  }

  @Test(arguments: Theme.all)
  func thePageAndTheTwoStatesHaveTheColorsOfTheirTheme(theme: Theme) async throws {
    let svg = try await Composition(try Samples.thaw("2025-02-01"), style: Style(theme: theme)).svg()
    let page = try #require(svg.firstMatch(of: /<polygon fill="([^"]*)"/)).1
    #expect(page.uppercased() == theme.page.fill)
    for (state, surface) in [("pakistan", theme.first), ("afghanistan", theme.second)] {
      let figure = try #require(svg.firstMatch(of: try Regex("id=\"entity-\(state)\"[\\s\\S]*?fill=\"([^\"]*)\"")))
      #expect(figure.output[1].substring?.uppercased() == surface.fill, "\(state)")
    }
  }
}

extension Theme {
  fileprivate var lines: [String] { [conflict, cooperation, neutral, groupOutline] }

  /// Colours with different meanings.
  fileprivate var opposites: [(String, String, String)] {
    [
      ("conflict and cooperation", conflict, cooperation), ("conflict and neither", conflict, neutral),
      ("cooperation and neither", cooperation, neutral), ("the two states", first.fill, second.fill),
    ]
  }
}
