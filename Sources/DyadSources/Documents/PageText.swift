internal import DyadSyntax

/// The part of a page of HTML that is its text: the article without navigation, banners, forms and scripts.
struct PageText {
  private let page: HTMLDocument
  /// The number of characters of text within each element.
  private let sizes: [Int]

  init(_ page: HTMLDocument) {
    self.page = page
    var sizes = [Int](repeating: 0, count: page.elements.count)
    // Children follow their parents.
    for index in page.elements.indices.reversed() where !PageText.silent.contains(page.elements[index].name) {
      sizes[index] = page.elements[index].children.reduce(0) { sum, child in
        switch child {
        case .text(let text): sum + text.utf8.count { $0 > 0x20 }
        case .element(let child): sum + sizes[child]
        }
      }
    }
    self.sizes = sizes
  }

  private static let silent: Set<String> = [
    "script", "style", "noscript", "template", "head", "title", "nav", "aside", "form", "button", "select", "textarea",
    "iframe",
    "object", "embed", "svg", "canvas", "math", "video", "audio", "img", "picture", "map", "dialog", "menu", "noembed",
  ]
  private static let roles: Set<String> = [
    "navigation", "banner", "contentinfo", "search", "complementary", "dialog", "alertdialog", "alert", "menu",
    "menubar",
    "toolbar", "form",
  ]
  /// Words of classes and ids of what surrounds an article.
  private static let surroundings: Set<String> = [
    "cookie", "cookies", "consent", "gdpr", "onetrust", "breadcrumb", "breadcrumbs", "share", "sharing", "social",
    "newsletter", "subscribe", "subscription", "related", "recommended", "recommendations", "sidebar", "advert",
    "adverts", "advertisement", "ad", "ads", "promo", "comments", "skip", "nav", "navbar", "navigation", "menu",
    "toolbar", "popup", "modal", "byline-share", "signup",
  ]

  /// The text as HTML without attributes, for pandoc.
  var html: String {
    let root = self.root
    var html = "<html><body>"
    // The headline is often beside the article.
    if !contains("h1", root), let headline = headline { html += "<h1>\(escaped(page.text(of: headline)))</h1>" }
    write(root, root, into: &html)
    return html + "</body></html>"
  }

  private func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }

  private var headline: HTMLDocument.Element? {
    let all = page.elements(named: "h1").filter { !page.text(of: $0).isEmpty }
    return all.count == 1 ? all[0] : nil
  }

  /// The longest article, unless the page is a list of them; else the main part, else the body.
  private var root: Int {
    let main = longest { $0.name == "main" || $0["role"]?.lowercased() == "main" }
    let article = longest { $0.name == "article" || $0["itemprop"]?.lowercased() == "articlebody" }
    if let article, sizes[article] * 3 >= main.map({ sizes[$0] }) ?? 0, sizes[article] * 5 >= sizes[0] {
      return article
    }
    return main ?? longest { $0.name == "body" } ?? 0
  }

  private func longest(_ fits: (HTMLDocument.Element) -> Bool) -> Int? {
    page.elements.indices.filter { fits(page.elements[$0]) && sizes[$0] > 0 }.max { sizes[$0] < sizes[$1] }
  }

  private func contains(_ name: String, _ index: Int) -> Bool {
    page.elements[index].children.contains { child in
      guard case .element(let child) = child else { return false }
      return page.elements[child].name == name || contains(name, child)
    }
  }

  private func write(_ index: Int, _ root: Int, into html: inout String) {
    let name = page.elements[index].name
    let tag = index == root ? "div" : name
    if HTMLDocument.empty.contains(tag) {
      if ["br", "hr", "wbr"].contains(tag) { html += "<\(tag)>" }
      return
    }
    html += "<\(tag)>"
    for child in page.elements[index].children {
      switch child {
      case .text(let text): html += text.replacing("<", with: "&lt;")
      case .element(let child): if isText(child, root) { write(child, root, into: &html) }
      }
    }
    html += "</\(tag)>"
  }

  private func isText(_ index: Int, _ root: Int) -> Bool {
    let element = page.elements[index]
    if PageText.silent.contains(element.name) || element.attributes["hidden"] != nil { return false }
    if element["aria-hidden"] == "true" { return false }
    if let role = element["role"]?.lowercased(), PageText.roles.contains(role) { return false }
    if ["header", "footer"].contains(element.name), page.elements[root].name != "article" { return false }
    // What has most of the text is no banner, whatever its class is.
    guard sizes[index] * 2 < sizes[root] else { return true }
    let words = ((element["class"] ?? "") + " " + (element["id"] ?? "")).lowercased()
      .split { !$0.isLetter && !$0.isNumber }
    return !words.contains { PageText.surroundings.contains(String($0)) }
  }
}
