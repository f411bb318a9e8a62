import DyadContent
import DyadCore
import DyadDrawing
import DyadFormats
import DyadSyntax
import DyadTestSupport
import Graphviz

extension FuzzTarget {
  /// Dossiers that somebody else wrote, drawn in this process; the number of bytes chooses what is drawn.
  static let drawing = FuzzTarget(
    name: "picture", law: "a picture is XML without scripts and foreign addresses, and contains its request",
    seeds: {
      let made = (0..<3).map { GraphLaws.dossier.bytes(of: everything(seed: $0)) }
      return made + (0..<3).map { GraphLaws.dossier.bytes(of: anyGraph(seed: $0)) }
    }
  ) { bytes in
    guard let text = String(validating: bytes, as: UTF8.self) else { return }
    let read = DossierReader.read(text: text, file: "fuzz.yaml", folder: "/nowhere")
    guard read.errors.isEmpty else { return }
    let linked = KnowledgeGraph.linking([read.value])
    guard linked.errors.isEmpty, let request = request(bytes.count, of: linked.value) else { return }
    switch Waiting.result(of: { () async -> Result<Rendering, PictureError> in
      do throws(PictureError) {
        return .success(try await request.picture(of: linked.value).rendering(as: .svg))
      } catch { return .failure(error) }
    }) {
    case .success(let rendering): PictureLaws.check(rendering)
    case .failure(.request): break
    case .failure(.graph(let failure)): require(false, "Graphviz draws it: \(failure)")
    }
  }

  private static func request(_ number: Int, of graph: KnowledgeGraph) -> PictureRequest? {
    let parties = graph.entities.keys.sorted().prefix(8)
    let (first, last) = (graph.dates.first, graph.dates.last)
    guard let one = parties.first, let other = parties.last, let first, let last else { return nil }
    let party = parties[parties.startIndex + number % parties.count]
    let pair: View.Focus = one == other ? .around(one, hops: 1) : .between(one, other)
    let now = PictureRequest.Kind.state(Moment(on: last))
    var request =
      switch number % 8 {
      case 0: PictureRequest(.everyone, now)
      case 1: PictureRequest(.everyone, now, form: .matrix)
      case 2: PictureRequest(pair, now)
      case 3: PictureRequest(.around(party, hops: 1 + number % 3), now)
      case 4: PictureRequest(pair, .change(from: first...first, to: last...last, known: nil))
      case 5: PictureRequest(pair, .timeline(first...last, known: nil))
      case 6: PictureRequest(.around(party, hops: 1), .timeline(first...last, known: nil))
      default:
        PictureRequest(
          pair,
          .film(
            Set([first, graph.dates[graph.dates.count / 2], last]).sorted(), known: nil, hidesAbsent: false, sheet: nil)
        )
      }
    request.language = ["en", "ur", "fr", "xx"][number / 8 % 4]
    request.theme = PictureRequest.themes[number / 32 % PictureRequest.themes.count]
    return request
  }
}

/// The laws of every picture, whoever wrote the dossier.
enum PictureLaws {
  static func check(_ rendering: Rendering) {
    let svg: XMLElement
    do { svg = try XMLElement(parsing: rendering.bytes) } catch {
      fatalError("the picture is not XML: \(error.message)\n\(String(decoding: rendering.bytes, as: UTF8.self))")
    }
    check(svg)
    guard let (recipe, isUntouched) = Recipe.read(from: rendering.bytes) else { fatalError("no recipe is read") }
    require(isUntouched, "the picture is as it was drawn")
    require(recipe.request == rendering.recipe.request, "\(recipe.request) is \(rendering.recipe.request)")
  }

  /// Elements that run, embed or fetch something; none is part of a picture.
  private static let active: Set = [
    "script", "foreignObject", "iframe", "image", "object", "embed", "audio", "video", "handler", "set", "feImage",
  ]

  private static func check(_ element: XMLElement) {
    let name = element.name.split(separator: ":").last.map(String.init) ?? ""
    require(!active.contains(name), "an element '\(element.name)'")
    for (key, value) in element.attributes {
      require(!key.lowercased().hasPrefix("on"), "a handler \(key)=\(value)")
      guard key == "href" || key.hasSuffix(":href") || key == "src" else { continue }
      let isOwn = ["https://", "http://", "mailto:", "#"].contains { value.lowercased().hasPrefix($0) }
      require(isOwn, "the address \(value)")
    }
    for case .element(let child) in element.content { check(child) }
  }
}
