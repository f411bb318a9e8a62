// Parts that `Benchmarks/bench.py` measures, and measurements of a kind of their own.
//     dyad-benchmark read ntriples claims.nt
//     dyad-benchmark write graphml 50000 claims.graphml
//     dyad-benchmark quotes 10000
//     dyad-benchmark snapshot 1000000
//     dyad-benchmark keystroke 2000
//     dyad-benchmark events 100000 1000000 10000000
//     dyad-benchmark event-rows 1000000 rows.export.CSV
//     dyad-benchmark memory 10000
//     dyad-benchmark layout > graphs && scripts/measure-layouts.py graphs

import Foundation

let arguments = Array(CommandLine.arguments.dropFirst())
let number = arguments.dropFirst().first.flatMap { Int($0) }
switch arguments.first {
case "read" where arguments.count == 3: PartBenchmark.read(arguments[1], arguments[2])
case "write" where arguments.count == 4:
  try PartBenchmark.write(arguments[1], Int(arguments[2]) ?? 1000, to: arguments[3])
case "quotes": PartBenchmark.quotes(number ?? 1000)
case "snapshot": PartBenchmark.snapshot(number ?? 1000)
case "keystroke": try await measureKeystrokes(claims: number ?? 2000)
case "layout": try await printLayouts()
case "memory": try await measureMemory(rounds: number ?? 10_000, only: arguments.dropFirst(2).first)
case "events":
  let counts = arguments.dropFirst().compactMap { Int($0) }
  try measureEvents(counts.isEmpty ? [100_000, 1_000_000, 10_000_000] : counts)
case "event-rows" where arguments.count == 3: try generateEvents(Int(arguments[1]) ?? 0, to: arguments[2])
default:
  say(
    "dyad-benchmark read FORMAT FILE | write FORMAT CLAIMS FILE | quotes [COUNT] | snapshot [CLAIMS] | keystroke [CLAIMS] | layout | memory [ROUNDS [layout|svg|png|pdf]] | events [ROWS...] | event-rows ROWS FILE"
  )
}
// Without the queues of an asynchronous program, which callgrind cannot run to their end.
exit(0)
