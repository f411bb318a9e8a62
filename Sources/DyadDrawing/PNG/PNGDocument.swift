internal import DyadContent
internal import DyadSyntax
internal import Graphviz

/// A PNG as its chunks: the picture that cairo paints, to which resolution, texts and recipe are added.
///
/// Chunks are those of the PNG specification (W3C, third edition, section 11).
struct PNGDocument {
  private struct Chunk {
    var type: String
    var content: [UInt8]
  }

  private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
  private static let recipeKey = "dyad"
  private var chunks: [Chunk] = []

  init(_ bytes: [UInt8]) throws(Graph.Failure) {
    guard let chunks = PNGDocument.chunks(bytes) else {
      throw .graphviz(GraphvizError(stage: .rendering(.png), messages: ["the result is not a PNG"]))
    }
    self.chunks = chunks
  }

  /// The file with its resolution, a title, a description and the recipe.
  func finished(dpi: Int, of composition: Composition, _ finish: Finish) -> [UInt8] {
    var document = self
    let perMetre = UInt32((Double(dpi) / 0.0254).rounded())
    let content = composition.content
    var added = [
      Chunk(type: "pHYs", content: PNGDocument.bytes(perMetre) + PNGDocument.bytes(perMetre) + [1]),
      PNGDocument.text("Title", "\(content.title). \(content.subtitle)."),
      PNGDocument.text("Description", content.description),
    ]
    document.chunks.insert(contentsOf: added, at: 1)
    guard var recipe = finish.recipe else { return document.bytes }
    recipe.picture = SHA256.hex(document.bytes)
    added = [PNGDocument.text(PNGDocument.recipeKey, recipe.json)]
    document.chunks.insert(contentsOf: added, at: 1)
    return document.bytes
  }

  /// The recipe that the picture carries, and the digest of the picture without it.
  static func recipe(in bytes: [UInt8]) -> (recipe: String, picture: String)? {
    guard var document = try? PNGDocument(bytes),
      let index = document.chunks.firstIndex(where: { $0.type == "iTXt" && $0.content.starts(with: recipeKey.utf8) })
    else { return nil }
    let text = document.chunks.remove(at: index).content.dropFirst(recipeKey.utf8.count + 5)
    return (String(decoding: text, as: UTF8.self), SHA256.hex(document.bytes))
  }

  static func isPNG(_ bytes: [UInt8]) -> Bool { bytes.starts(with: signature) }

  // MARK: Chunks

  private var bytes: [UInt8] {
    PNGDocument.signature
      + chunks.flatMap { chunk -> [UInt8] in
        let body = Array(chunk.type.utf8) + chunk.content
        return PNGDocument.bytes(UInt32(chunk.content.count)) + body + PNGDocument.bytes(PNGDocument.checksum(body))
      }
  }

  private static func chunks(_ bytes: [UInt8]) -> [Chunk]? {
    guard isPNG(bytes) else { return nil }
    var chunks: [Chunk] = []
    var place = signature.count
    while place + 12 <= bytes.count {
      let length = bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
      guard place + 12 + length <= bytes.count else { return nil }
      let type = String(decoding: bytes[place + 4..<place + 8], as: UTF8.self)
      chunks.append(Chunk(type: type, content: Array(bytes[place + 8..<place + 8 + length])))
      place += 12 + length
    }
    return place == bytes.count && !chunks.isEmpty ? chunks : nil
  }

  /// A chunk of international text: a keyword and its text, uncompressed and without a language.
  private static func text(_ key: String, _ text: String) -> Chunk {
    Chunk(type: "iTXt", content: Array(key.utf8) + [0, 0, 0, 0, 0] + Array(text.utf8))
  }

  private static func bytes(_ number: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }

  /// The CRC-32 of a chunk.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~UInt32(0)) { sum, byte in table[Int((sum ^ UInt32(byte)) & 0xFF)] ^ (sum >> 8) }
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
  }
}
