internal import DyadSyntax

/// A part of a record in RDF, and the grammar of IRIs with a fragment.
///
///     RDFPart.cite(1).address(in: "urn:dyad:event/quay")     // "urn:dyad:event/quay#cite1"
enum RDFPart {
  case interval
  /// A name by its index, from 0 for the plain one.
  case name(Int)
  case code(register: String)
  /// A citation, an actor, a recipient or an amount by its rank, from 1.
  case cite(Int), actor(Int), recipient(Int), number(Int)

  func address(in record: String) -> String { "\(record)#\(fragment)" }

  private var fragment: String {
    switch self {
    case .interval: "interval"
    case .name(let index): "name\(index)"
    case .code(let register): "code-\(PercentEncoding.encode(register))"
    case .cite(let rank): "cite\(rank)"
    case .actor(let rank): "actor\(rank)"
    case .recipient(let rank): "recipient\(rank)"
    case .number(let rank): "number\(rank)"
    }
  }
}
