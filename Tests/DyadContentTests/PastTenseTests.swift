import DyadContent
import DyadCore
import DyadTestSupport
import Foundation
import Testing

@Suite struct PastTenseTests {
  private let past = PastTense(
    names: ["Dar", "Begin", "Egypt", "Syria", "Pashinyan", "Taliban", "Afghan Taliban", "Fatah"],
    plurals: ["Taliban", "Afghan Taliban"])

  @Test(arguments: [
    (
      "Dar visits Kabul, first foreign-minister visit in three years",
      "Dar visited Kabul, first foreign-minister visit in three years"
    ),
    ("The Taliban arrest Afghan nationals who had joined", "The Taliban arrested Afghan nationals who had joined"),
    ("Egypt and Syria attack Israel", "Egypt and Syria attacked Israel"),
    (
      "Begin agrees to build nothing until the talks are over",
      "Begin agreed to build nothing until the talks were over"
    ),
    ("Fatah gunmen kill 38 people", "Fatah gunmen killed 38 people"),
    (
      "Several people, recruiters above all, are detained and face proceedings",
      "Several people, recruiters above all, were detained and faced proceedings"
    ),
    ("Ethiopia does not leave Badme", "Ethiopia did not leave Badme"),
    ("Belmar is said to have paid for the quay", "Belmar was said to have paid for the quay"),
    (
      "Both sides agree on commitments; no attacks are to be launched",
      "Both sides agreed on commitments; no attacks were to be launched"
    ),
    (
      "Azerbaijanis who call themselves ecologists close the corridor",
      "Azerbaijanis who called themselves ecologists closed the corridor"
    ),
    ("Archbishop Galstanyan leads protests to Yerevan", "Archbishop Galstanyan led protests to Yerevan"),
    ("Food, medicine and fuel run short", "Food, medicine and fuel ran short"),
    ("Islamabad eases trade terms, waives bank guarantees", "Islamabad eased trade terms, waived bank guarantees"),
    ("The leaders sign the statement that ends the war", "The leaders signed the statement that ended the war"),
    ("Peace talks open in Cairo", "Peace talks opened in Cairo"),
    ("Air strikes kill ten people", "Air strikes killed ten people"),
    ("Pashinyan says that Armenia has frozen its part", "Pashinyan said that Armenia had frozen its part"),
    ("Sadat and Begin are to share the prize", "Sadat and Begin were to share the prize"),
    (
      "The Taliban detain helpers, which greatly bolsters trust",
      "The Taliban detained helpers, which greatly bolstered trust"
    ),
    (
      "Militants, most of them Afghans, attempt to infiltrate Egypt",
      "Militants, most of them Afghans, attempted to infiltrate Egypt"
    ),
    (
      "Involvement in TTP-orchestrated attacks in Egypt grows and alarms Syria",
      "Involvement in TTP-orchestrated attacks in Egypt grew and alarmed Syria"
    ),
    ("Dar keeps Begin in Kabul until they agree", "Dar kept Begin in Kabul until they agreed"),
    ("Sadat visited Jerusalem", nil), ("Sadat was murdered at a parade", "Sadat was murdered at a parade"),
    ("Peace talks collapse", nil), ("A frobnication in Kabul", nil), ("Arvane frobs Belmar", nil),
  ]) func aSentenceIsPutIntoThePastOrDeclined(present: String, expected: String?) {
    #expect(past.sentence(present) == expected)
  }

  /// Every event of every example, one line each: what the dossier says and what a brief says.
  @Test(arguments: ExampleDossiers.names) func everyEventOfTheExamplesIsPutIntoThePast(example: String) throws {
    let graph = try Samples.example(example)
    let names = BriefNames(graph, at: .ever)
    let lines = graph.events.values.sorted { $0.id < $1.id }.map { event in
      "\(event.what)\n  → \(names.happened(event) ?? "DECLINED")\n"
    }
    #expect(!lines.contains { $0.contains("DECLINED") }, "\(lines.filter { $0.contains("DECLINED") })")
    // The invented example repeats a few sentences with many names.
    guard example != "archipelago" else { return }
    let golden = packageRoot.appendingPathComponent("Tests/DyadContentTests/Golden/past-\(example).txt")
    #expect(difference(from: golden, lines.joined()) == nil)
  }
}
