// What dyad does beside what others do, in one run.
//     swift run -c release dyad-benchmark film examples/pakistan-afghanistan pakistan afghanistan
//     swift run -c release dyad-benchmark exchange 1000000
//     swift run -c release dyad-benchmark keystroke 2000
//     swift run -c release dyad-benchmark events 100000 1000000 10000000
//     swift run -c release dyad-benchmark event-rows 1000000 rows.export.CSV
//     swift run -c release dyad-benchmark memory 10000
//     swift run -c release dyad-benchmark layout > graphs && scripts/measure-layouts.py graphs

import Foundation

let arguments = Array(CommandLine.arguments.dropFirst())
switch arguments.first {
case "film": try await measureFilm(Array(arguments.dropFirst()))
case "exchange": try measureExchange(claims: arguments.dropFirst().first.flatMap { Int($0) } ?? 1_000_000)
case "keystroke": try await measureKeystrokes(claims: arguments.dropFirst().first.flatMap { Int($0) } ?? 2000)
case "layout": try await printLayouts()
case "memory":
  try await measureMemory(
    rounds: arguments.dropFirst().first.flatMap { Int($0) } ?? 10_000, only: arguments.dropFirst(2).first)
case "events":
  let counts = arguments.dropFirst().compactMap { Int($0) }
  try measureEvents(counts.isEmpty ? [100_000, 1_000_000, 10_000_000] : counts)
case "event-rows" where arguments.count == 3: try generateEvents(Int(arguments[1]) ?? 0, to: arguments[2])
default:
  say(
    "dyad-benchmark film DOSSIER [PARTY PARTY] | exchange [CLAIMS] | keystroke [CLAIMS] | layout | memory [ROUNDS [layout|svg|png|pdf]] | events [ROWS...] | event-rows ROWS FILE"
  )
}
