import Foundation

/// Colour vision with all kinds of cones, or without one.
enum Vision: String, CaseIterable, Sendable {
  case all, withoutRed, withoutGreen, withoutBlue

  /// Machado, Oliveira and Fernandes, 2009, severity 1, on linear RGB.
  var matrix: [[Double]] {
    switch self {
    case .all: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    case .withoutRed:
      [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    case .withoutGreen:
      [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    case .withoutBlue:
      [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    }
  }
}

/// A colour as light.
struct Color {
  private let linear: [Double]

  init(_ hex: String) {
    let number = Int(hex.dropFirst(), radix: 16)!
    linear = [16, 8, 0].map { shift in
      let share = Double(number >> shift & 255) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
  }

  /// The ratio of WCAG 2.
  func contrast(with other: Color) -> Double {
    let lights = [luminance, other.luminance].sorted()
    return (lights[1] + 0.05) / (lights[0] + 0.05)
  }

  private var luminance: Double { 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] }

  /// CIE ΔE 2000.
  func distance(to other: Color, seenWith vision: Vision) -> Double {
    let (one, two) = (lab(vision), other.lab(vision))
    let (l, c1, c2) = ((one[0] + two[0]) / 2, hypot(one[1], one[2]), hypot(two[1], two[2]))
    let c7 = pow((c1 + c2) / 2, 7)
    let g = 0.5 * (1 - (c7 / (c7 + pow(25, 7))).squareRoot())
    let (a1, a2) = (one[1] * (1 + g), two[1] * (1 + g))
    let (d1, d2) = (hypot(a1, one[2]), hypot(a2, two[2]))
    func angle(_ a: Double, _ b: Double) -> Double {
      let degrees = atan2(b, a) * 180 / .pi
      return degrees < 0 ? degrees + 360 : degrees
    }
    let (h1, h2) = (angle(a1, one[2]), angle(a2, two[2]))
    var dh = h2 - h1
    if d1 * d2 == 0 { dh = 0 } else if dh > 180 { dh -= 360 } else if dh < -180 { dh += 360 }
    var h = (h1 + h2) / 2
    if d1 * d2 == 0 { h = h1 + h2 } else if abs(h1 - h2) > 180 { h += h < 180 ? 180 : -180 }
    let d = (d1 + d2) / 2
    func cosine(_ degrees: Double) -> Double { cos(degrees * .pi / 180) }
    let t = 1 - 0.17 * cosine(h - 30) + 0.24 * cosine(2 * h) + 0.32 * cosine(3 * h + 6) - 0.2 * cosine(4 * h - 63)
    let turn = 30 * exp(-pow((h - 275) / 25, 2))
    let rc = 2 * (pow(d, 7) / (pow(d, 7) + pow(25, 7))).squareRoot()
    let sl = 1 + 0.015 * pow(l - 50, 2) / (20 + pow(l - 50, 2)).squareRoot()
    let (sc, sh) = (1 + 0.045 * d, 1 + 0.015 * d * t)
    let (x, y) = ((two[0] - one[0]) / sl, (d2 - d1) / sc)
    let z = 2 * (d1 * d2).squareRoot() * sin(dh / 2 * .pi / 180) / sh
    return (x * x + y * y + z * z - sin(2 * turn * .pi / 180) * rc * y * z).squareRoot()
  }

  private func lab(_ vision: Vision) -> [Double] {
    let seen = vision.matrix.map { row in min(1, max(0, zip(row, linear).map(*).reduce(0, +))) }
    let xyz = [
      (0.4124564 * seen[0] + 0.3575761 * seen[1] + 0.1804375 * seen[2]) / 0.95047,
      0.2126729 * seen[0] + 0.7151522 * seen[1] + 0.0721750 * seen[2],
      (0.0193339 * seen[0] + 0.1191920 * seen[1] + 0.9503041 * seen[2]) / 1.08883,
    ]
    let f = xyz.map { $0 > 216 / 24389 ? cbrt($0) : (24389 / 27 * $0 + 16) / 116 }
    return [116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])]
  }
}
