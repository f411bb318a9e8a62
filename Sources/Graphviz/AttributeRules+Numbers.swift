extension AttributeRules {
  /// The range of each numeric attribute. Outside of it some version of Graphviz exits, crashes or does not end.
  static let ranges: [String: ClosedRange<Double>] = [
    "sides": 0...100, "peripheries": 0...16, "minlen": 0...1000, "weight": 0...10_000,
    "width": 0...500, "height": 0...500, "dpi": 1...1200, "resolution": 1...1200,
    "arrowsize": 0...100, "labeldistance": 0...100, "labelangle": -3600...3600,
    "fontsize": 1...2000, "labelfontsize": 1...2000, "penwidth": 0...1000,
    "nodesep": 0...100, "ranksep": 0...500, "pad": 0...100, "margin": 0...100, "sep": -500...500,
    "esep": -500...500,
    "distortion": -100...100, "skew": -100...100, "orientation": -3600...3600, "gradientangle": -3600...3600,
    "maxiter": 0...1_000_000, "mclimit": 0...1000, "nslimit": 0...1_000_000, "nslimit1": 0...1_000_000,
    "searchsize": 0...100_000, "K": 0...10_000, "len": 0...10_000, "scale": 0...1000, "Damping": 0...1,
    "epsilon": 0...1000, "levels": 0...10_000, "levelsgap": 0...10_000, "dim": 2...10, "dimen": 2...10,
    "quantum": 0...1000, "samplepoints": 3...1000, "showboxes": 0...2, "defaultdist": 0...100_000,
    "repulsiveforce": 0...100, "voro_margin": 0...10, "rotate": -360...360, "rotation": -3600...3600,
    "size": 0...1000, "ratio": 0...1000, "normalize": -3600...3600, "pack": -1...1000, "mindist": 0...10_000,
    "area": 0...100_000, "layerselect": 0...1000, "smoothing": 0...10, "inputscale": 0...10_000,
    "remincross": 0...1, "quadtree": 0...2, "overlap_scaling": -1000...1000, "overlap_shrink": 0...1,
    "pos": -1e7...1e7, "bb": -1e7...1e7, "lp": -1e7...1e7, "xlp": -1e7...1e7, "head_lp": -1e7...1e7,
    "tail_lp": -1e7...1e7, "vertices": -1e7...1e7, "rects": -1e7...1e7,
    "lwidth": 0...500, "lheight": 0...500,
  ]

  /// Whether all numbers of a value are in the range. Words, as in `1.5 equally`, are allowed; notations that only C
  /// parses (`nan`, `inf`, `0x10`) are not.
  package static func areValid(_ string: String, in range: ClosedRange<Double>) -> Bool {
    // Most values are a number and nothing else.
    if string.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }) {
      return string.isEmpty || string == "." || Double(string).map(range.contains) ?? false
    }
    let lower = string.lowercased()
    if ["nan", "inf", "0x"].contains(where: lower.contains) { return false }
    let runs = string.split { !("0"..."9").contains($0) && !"+-.eE".contains($0) }
    return runs.allSatisfy { run in
      guard run.contains(where: \.isNumber) else { return true }
      return Double(run).map(range.contains) ?? false
    }
  }
}
