import DyadCore
import DyadFormats
import DyadProposals
import DyadSyntax
import DyadTestSupport
import Foundation

import DyadServer

/// A workbench on a dossier in a temporary folder, and its requests without a network.
struct Bench {
  let folder: URL
  let path: String
  let workbench: Workbench

  static let text = """
    dossier: The ferry
    sources:
      herald:
        title: Herald
        published: 2014-05-03
        content: "The quay opened on 2 May. 🚢 Arvane and Belmar agreed “at last”. The ferry sails again."
    states:
      arvane: { name: Republic of Arvane, short: Arvane, iso3: ARV }
      belmar: { name: Belmar }
    officials:
      marrow:
        name: Ida Marrow
        serves: arvane
        offices:
          - { title: Minister, during: 2011/.. }
    relations:
      ties:
        between: [arvane, belmar]
        kind: ties
        phases:
          - { during: 2010/.., reads: cordial, tone: 5, cite: { herald: "Arvane and Belmar agreed" } }
    events:
      quay: # comment
        on: 2014-05-02
        what: The quay opens
        type: AGREE
        actors: [arvane]
        recipients: [belmar]
        cite: { herald: "The quay opened on 2 May" }

    """

  /// Creates the dossier, or opens it again.
  init(in folder: URL, _ text: String? = Bench.text, proposer: any Proposer = RuleProposer()) throws {
    self.folder = folder
    let file = folder.appendingPathComponent("ferry.yaml")
    if let text { try Data(text.utf8).write(to: file) }
    path = file.path
    workbench = try Workbench(
      editing: path, stamp: { _ in [Bench.stamp(file)] }, proposer: proposer,
      environment: ["XDG_STATE_HOME": folder.appendingPathComponent("state").path])
  }

  private static func stamp(_ file: URL) -> String {
    let values = try? FileManager.default.attributesOfItem(atPath: file.path)
    let bytes = (try? Data(contentsOf: file)) ?? Data()
    return "\(values?[.systemFileNumber] ?? 0) \(SHA256.hex(bytes))"
  }

  var text: String { (try? String(contentsOfFile: path, encoding: .utf8)) ?? "" }

  /// What another program saves.
  func save(_ text: String) throws { try Data(text.utf8).write(to: URL(fileURLWithPath: path)) }

  struct Reply {
    var status: Response.Status
    var json: JSONValue

    init(_ reply: WorkbenchReply) throws {
      status = reply.response.status
      json = try JSONValue(parsing: reply.response.bytes)
    }
  }

  /// The reply to edits in JSON.
  func edit(_ edits: String, version: Int? = nil) async throws -> Reply {
    let version = version.map { "\"version\": \($0), " } ?? ""
    let body = try JSONParser.parse(Array("{\(version)\"edits\": [\(edits)]}".utf8), document: "")
    return try Reply(await workbench.edit(try EditRequest(body)))
  }

  func undo(drop: Bool = false) async throws -> Reply { try Reply(await workbench.undo(dropping: drop)) }
  func redo() async throws -> Reply { try Reply(await workbench.redo(dropping: false)) }

  func state(_ query: [String: String] = [:]) async throws -> JSONValue {
    try JSONValue(parsing: try await workbench.state(try Sight(query)))
  }
}
