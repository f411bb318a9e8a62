/// What a worker answers to a request.
package struct WorkerAnswer<Product: ByteCodable & Sendable> {
  enum Result {
    case done(Product, warnings: [String])
    case refused([String])
    case failed([String])
  }

  var result: Result
  /// The worker ends after this answer, because it has become large.
  var isLast: Bool
}

extension WorkerAnswer: ByteCodable {
  package init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
    isLast = try reader.value()
    switch try reader.value(UInt8.self) {
    case 0: result = .done(try reader.value(), warnings: try reader.value())
    case 1: result = .refused(try reader.value())
    default: result = .failed(try reader.value())
    }
  }

  package func write(to bytes: inout [UInt8]) {
    isLast.write(to: &bytes)
    switch result {
    case .done(let product, let warnings):
      bytes.append(parts: UInt8(0), product, warnings)
    case .refused(let reasons): bytes.append(parts: UInt8(1), reasons)
    case .failed(let messages): bytes.append(parts: UInt8(2), messages)
    }
  }
}
