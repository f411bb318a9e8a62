/// Where the letters of a picture stand, as the browser that shows it measures them.
enum TextFit {
  struct Report: Decodable, Sendable {
    /// How many texts stand inside of a box, to show that there was something to measure.
    var boxed: Int
    /// How many pixels a text sticks out of the innermost box around it, and of which.
    var sticking: [String]
    /// Texts of which one covers more than a quarter of the other.
    var overlapping: [String]
  }

  static func report(in browser: Browser) async throws -> Report { try await browser.run(script) }

  /// Letters reach as high and as deep as their ink; the room that a font leaves around them, two lines may share.
  private static let script = """
    const svg = document.querySelector('svg');
    const brush = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas').getContext('2d');
    const words = node => node.data.trim();
    const letters = node => {
      const start = node.data.indexOf(words(node));
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, start + words(node).length);
      const across = range.getBoundingClientRect();
      const element = node.parentElement, style = getComputedStyle(element);
      brush.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
      const ink = brush.measureText(words(node));
      const matrix = element.getScreenCTM(), baseline = element.getStartPositionOfChar(0).matrixTransform(matrix).y;
      return { words: words(node), element, left: across.left, right: across.right,
        top: baseline - ink.actualBoundingBoxAscent * matrix.d,
        bottom: baseline + ink.actualBoundingBoxDescent * matrix.d };
    };
    const isWords = { acceptNode: node =>
      node.parentElement.closest('text') && words(node) ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP };
    const walk = document.createTreeWalker(svg, NodeFilter.SHOW_TEXT, isWords);
    const texts = [];
    while (walk.nextNode()) texts.push(letters(walk.currentNode));

    const boxOf = group => {
      const shapes = [...group.querySelectorAll('polygon, path, rect, ellipse')].map(s => s.getBoundingClientRect());
      return shapes.length && {
        left: Math.min(...shapes.map(s => s.left)), right: Math.max(...shapes.map(s => s.right)),
        top: Math.min(...shapes.map(s => s.top)), bottom: Math.max(...shapes.map(s => s.bottom)) };
    };
    let boxed = 0;
    const sticking = [];
    for (const text of texts) {
      const group = text.element.closest('.card, .entity, .panel');
      const box = (group && boxOf(group)) || svg.getBoundingClientRect();
      boxed += group ? 1 : 0;
      const out = Math.max(box.left - text.left, text.right - box.right, box.top - text.top, text.bottom - box.bottom);
      if (out > 2) sticking.push(`${out.toFixed(1)} px of "${text.words}" out of ${group ? group.id : 'the page'}`);
    }
    const area = box => Math.max(0, box.right - box.left) * Math.max(0, box.bottom - box.top);
    const overlapping = [];
    texts.forEach((one, index) => texts.slice(index + 1).forEach(other => {
      const shared = { left: Math.max(one.left, other.left), right: Math.min(one.right, other.right),
        top: Math.max(one.top, other.top), bottom: Math.min(one.bottom, other.bottom) };
      const part = area(shared) / Math.min(area(one), area(other));
      if (part > 0.25) overlapping.push(`${Math.round(100 * part)} % of "${one.words}" and "${other.words}"`);
    }));
    return { boxed, sticking, overlapping };
    """
}
