import CLibFuzzer
import Foundation

/// Runs one target under libFuzzer, with the options of libFuzzer.
///
///     dyad-fuzz --list
///     dyad-fuzz --seeds json FOLDER
///     dyad-fuzz --words
///     dyad-fuzz json CORPUS -max_total_time=60
@main struct Fuzzer {
  nonisolated(unsafe) fileprivate static var target = FuzzTarget.all[0]

  static func main() {
    var (count, arguments) = (CommandLine.argc, Optional(CommandLine.unsafeArgv))
    exit(LLVMFuzzerRunDriver(&count, &arguments, tryInput))
  }

  /// Does what the first argument says; returns if it is the name of a target.
  fileprivate static func start(_ arguments: [String]) throws {
    switch arguments.first {
    case "--list":
      for target in FuzzTarget.all { print(target.name) }
    case "--laws":
      for target in FuzzTarget.all { print("| \(target.name) | \(target.law) |") }
    case "--words":
      for word in FuzzTarget.words { print(word) }
    case "--seeds" where arguments.count == 3:
      guard let target = FuzzTarget.named(arguments[1]) else { usage() }
      for (index, seed) in target.seeds().enumerated() {
        try Data(seed).write(to: URL(fileURLWithPath: arguments[2]).appendingPathComponent("made-\(index)"))
      }
    case let name?:
      guard let target = FuzzTarget.named(name) else { usage() }
      Fuzzer.target = target
      return
    case nil: usage()
    }
    exit(0)
  }

  private static func usage() -> Never {
    let names = FuzzTarget.all.map(\.name).joined(separator: ", ")
    FileHandle.standardError.write(Data("usage: dyad-fuzz TARGET [option of libFuzzer …]; targets: \(names)\n".utf8))
    exit(64)
  }
}

/// libFuzzer calls it first; what it leaves of the arguments are options.
@_cdecl("LLVMFuzzerInitialize")
public func initialize(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>
) -> CInt {
  do {
    try Fuzzer.start((1..<Int(count.pointee)).compactMap { arguments.pointee[$0].map { String(cString: $0) } })
  } catch {
    fatalError("\(error)")
  }
  // Without the name of the target; libFuzzer requires that of the program.
  arguments.pointee[1] = arguments.pointee[0]
  count.pointee -= 1
  arguments.pointee += 1
  return 0
}

/// libFuzzer calls it with every input.
@_cdecl("LLVMFuzzerTestOneInput")
public func tryInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  Fuzzer.target.run(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}
