/// The targets of a manifest, and what each declares that it depends on.
///
/// It reads the text, since asking the package manager would wait for the build that the tests run in.
struct Manifest {
  struct Target: Sendable {
    var name: String
    /// Where its sources stand, from the root of the package.
    var folder: String
    /// The names of targets and of products of other packages.
    var dependencies: Set<String>
  }

  let targets: [Target]
  /// The targets of each library.
  let libraries: [String: Set<String>]

  init(_ text: String) {
    let tokens = Token.all(in: text)
    let products = Manifest.products(in: tokens)
    libraries = Manifest.libraries(in: tokens)
    // `targets:` stands inside of products, too, where words in quotes follow it and no calls.
    let start = tokens.indices.first { index in
      guard index + 3 < tokens.count, case .word = tokens[index + 3] else { return false }
      return tokens[index...].starts(with: [.word("targets"), .mark(":"), .mark("[")])
    }
    guard let start else {
      targets = []
      return
    }
    var targets: [Target] = []
    var rest = Token.inside(tokens[(start + 2)...])
    while let open = rest.firstIndex(of: .mark("(")), open > rest.startIndex {
      let call = Token.inside(rest[open...])
      if case .word(let callee) = tokens[open - 1], let target = Manifest.target(callee, call, products) {
        targets.append(target)
      }
      rest = rest[call.endIndex...].dropFirst()
    }
    self.targets = targets
  }

  /// All targets that a library is linked with, those of other packages by their products.
  func reach(of library: String) -> Set<String> {
    var reached: Set<String> = []
    var next = libraries[library] ?? []
    while let name = next.popFirst() {
      guard reached.insert(name).inserted else { continue }
      next.formUnion(targets.first { $0.name == name }?.dependencies ?? [])
    }
    return reached
  }

  private static func libraries(in tokens: [Token]) -> [String: Set<String>] {
    let calls = tokens.indices.filter { tokens[$0] == .word(".library") }.map { Token.inside(tokens[($0 + 1)...]) }
    let libraries = calls.compactMap { call -> (String, Set<String>)? in
      guard let name = call.lazy.compactMap(\.text).first, let list = value(of: "targets", in: call) else { return nil }
      return (name, Set(Token.inside(list).compactMap(\.text)))
    }
    return Dictionary(uniqueKeysWithValues: libraries)
  }

  private static func target(
    _ callee: String, _ call: ArraySlice<Token>, _ products: [String: String]
  ) -> Target? {
    guard let name = call.lazy.compactMap(\.text).first else { return nil }
    let isTest = callee.lowercased().contains("test")
    let list = value(of: "dependencies", in: call) ?? call.firstIndex(of: .mark("[")).map { call[$0...] }
    let isSystem = callee == ".systemLibrary"
    return Target(
      name: name, folder: value(of: "path", in: call)?.first?.text ?? "\(isTest ? "Tests" : "Sources")/\(name)",
      dependencies: isSystem ? [] : Set(names(in: list.map(Token.inside) ?? [], products)))
  }

  /// Words in quotes, constants by what they stand for, and of `.product(name:package:)` the name.
  private static func names(in list: ArraySlice<Token>, _ products: [String: String]) -> [String] {
    var names: [String] = []
    var rest = list
    while let token = rest.popFirst() {
      switch token {
      case .text(let name): names.append(name)
      case .word(let constant): if rest.first != .mark("(") { names.append(products[constant] ?? constant) }
      case .mark("("):
        let call = Token.inside([token] + rest)
        call.lazy.compactMap(\.text).first.map { names.append($0) }
        rest = rest.dropFirst(call.count + 1)
      case .mark: break
      }
    }
    return names
  }

  /// What follows the label.
  private static func value(of label: String, in call: ArraySlice<Token>) -> ArraySlice<Token>? {
    call.indices.first { call[$0...].starts(with: [.word(label), .mark(":")]) }.map { call[($0 + 2)...] }
  }

  /// Constants that stand for a product: `let yams: Target.Dependency = .product(name: "Yams", package: "Yams")`.
  private static func products(in tokens: [Token]) -> [String: String] {
    var products: [String: String] = [:]
    for index in tokens.indices where tokens[index] == .word("let") {
      let line = tokens[index...].prefix(8)
      guard let equals = line.firstIndex(of: .mark("=")), case .word(let name) = tokens[index + 1],
        tokens[(equals + 1)...].first == .word(".product")
      else { continue }
      products[name] = tokens[equals...].lazy.compactMap(\.text).first
    }
    return products
  }
}
