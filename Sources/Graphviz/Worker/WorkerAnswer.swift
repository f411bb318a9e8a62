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
      UInt8(0).write(to: &bytes)
      product.write(to: &bytes)
      warnings.write(to: &bytes)
    case .refused(let reasons):
      UInt8(1).write(to: &bytes)
      reasons.write(to: &bytes)
    case .failed(let messages):
      UInt8(2).write(to: &bytes)
      messages.write(to: &bytes)
    }
  }
}
