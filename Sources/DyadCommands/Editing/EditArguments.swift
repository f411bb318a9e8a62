internal import ArgumentParser
internal import DyadCore
internal import DyadEditing
internal import DyadSyntax
internal import Foundation

/// The options of the commands that edit a dossier.
struct EditArguments: ParsableArguments {
  @Flag(help: "Print the changes as a unified diff, and write nothing.")
  var dryRun = false

  @Flag(help: "Write the result even if it has errors that the dossier has not now.")
  var force = false

  @Flag(
    help:
      "Read an object of JSON, or an array of objects, from standard input; - in place of the last arguments does the same."
  )
  var json = false

  /// Edits the dossier, reports what was done, and writes the files that changed.
  func run(_ dossier: String, _ edit: (inout DossierEditor) throws(EditError) -> [String]) throws {
    try EditArguments.run(dossier, isDry: dryRun, force: force, edit)
  }

  /// - Parameters:
  ///   - force: whether the result is written even if it has new errors.
  ///   - confirm: may end the run before anything is written.
  static func run(
    _ dossier: String, isDry dryRun: Bool, force: Bool = false,
    confirm: (DossierEditor) throws(EditError) -> Void = { (_) throws(EditError) in },
    _ edit: (inout DossierEditor) throws(EditError) -> [String]
  ) throws {
    try EditArguments.reporting {
      var editor = try DossierEditor(reading: dossier)
      let report = try edit(&editor)
      let findings = editor.newFindings
      if !force, findings.contains(where: { $0.severity == .error }) { throw EditError.findings(findings) }
      if dryRun {
        if editor.isChanged { try Terminal.result(Array(editor.diff.utf8)) }
      } else {
        if editor.isChanged { try confirm(editor) }
        try editor.save()
      }
      report.forEach { Terminal.report($0) }
      Terminal.report(findings)
    }
  }

  /// Ends the run with the status of the error.
  static func reporting(_ work: () throws -> Void) throws {
    do { try work() } catch let error as EditError {
      switch error {
      case .unreadable(let findings):
        Terminal.report(findings)
        throw Failure.inputErrors
      case .findings(let findings):
        Terminal.report(findings)
        throw Failure.input(
          "the edited dossier would have errors, at these places of the edited text; nothing was written")
      case .environment, .diskFull, .changed: throw Failure.environment(error.description)
      case .unknown, .ambiguous, .request, .form, .referred, .conflict: throw Failure.input(error.description)
      }
    }
  }

  /// The objects on standard input.
  func objects() throws -> [JSONNode] {
    try EditArguments.objects(in: StandardStreams.input(atMost: 16))
  }

  /// The object of a text in JSON, or the objects of an array.
  static func objects(in bytes: [UInt8]) throws -> [JSONNode] {
    let root: JSONNode
    do throws(SyntaxError) { root = try JSONParser.parse(bytes, document: "standard input") } catch {
      throw Failure.input(
        "\(error.location.document):\(error.location.line):\(error.location.column): \(error.message)")
    }
    let objects = root.array ?? [root]
    guard objects.allSatisfy({ $0.members != nil }) else {
      throw Failure.input("standard input is not an object of JSON or an array of objects")
    }
    return objects
  }

  /// The texts of the named members of an object; all of them are required.
  static func texts(_ keys: [String], in object: JSONNode) throws -> [String] {
    let known = (object.members ?? []).map(\.key)
    if let other = known.first(where: { !keys.contains($0) }) {
      throw Failure.input("unknown key '\(other)' on standard input; the keys are \(keys.joined(separator: ", "))")
    }
    return try keys.map { key in
      guard let text = object[key]?.text else { throw Failure.input("an object on standard input needs '\(key)'") }
      return text
    }
  }

  /// The texts of each object on standard input, or the arguments of the command line.
  func requests(_ keys: [String], _ arguments: [String?]) throws -> [[String]] {
    guard isFromStandardInput(arguments) else { return [arguments.compactMap(\.self)] }
    return try objects().map { try EditArguments.texts(keys, in: $0) }
  }

  func isFromStandardInput(_ arguments: [String?]) -> Bool { json || arguments.first == .some("-") }

  /// Ends the run as wrong usage unless all arguments are given, or none and JSON.
  func validate(_ arguments: [String?], _ names: String) throws {
    let given = arguments.compactMap(\.self)
    if isFromStandardInput(arguments) {
      if given.contains(where: { $0 != "-" }) { throw ValidationError("Give \(names), or JSON on standard input.") }
    } else if given.count != arguments.count {
      throw ValidationError("Give \(names).")
    }
  }
}
