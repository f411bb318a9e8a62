/// The character references of HTML.
package enum HTMLText {
  /// The text with its character references replaced; unknown ones stay.
  package static func decoded(_ text: String) -> String {
    guard text.contains("&") else { return text }
    var decoded = ""
    var rest = Substring(text)
    while let start = rest.firstIndex(of: "&") {
      decoded += rest[..<start]
      rest = rest[start...]
      guard let end = rest.prefix(34).firstIndex(of: ";"),
        let character = character(of: rest[rest.index(after: start)..<end])
      else {
        decoded.append("&")
        rest = rest.dropFirst()
        continue
      }
      decoded += character
      rest = rest[rest.index(after: end)...]
    }
    return decoded + rest
  }

  private static func character(of name: Substring) -> String? {
    guard name.hasPrefix("#") else { return named[String(name)] }
    let digits = name.dropFirst()
    let isHexadecimal = digits.hasPrefix("x") || digits.hasPrefix("X")
    guard let number = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits) else { return nil }
    // References between 128 and 159 mean characters of Windows-1252 on the web.
    if (128...159).contains(number) { return windows[Int(number) - 128] }
    guard let scalar = Unicode.Scalar(number), number != 0 else { return "\u{FFFD}" }
    return String(Character(scalar))
  }

  private static let windows =
    "€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ".unicodeScalars.map { String(Character($0)) }

  /// The references of Latin 1 and of typography.
  private static let named: [String: String] = {
    let latin =
      """
      nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro \
      para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil \
      Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave \
      Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml \
      igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute \
      thorn yuml
      """.split(separator: " ")
    let others = [
      "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "ndash": "–", "mdash": "—", "lsquo": "‘",
      "rsquo": "’", "sbquo": "‚", "ldquo": "“", "rdquo": "”", "bdquo": "„", "hellip": "…", "bull": "•", "euro": "€",
      "trade": "™", "lsaquo": "‹", "rsaquo": "›", "ensp": " ", "emsp": " ", "thinsp": " ", "zwnj": "\u{200C}",
      "zwj": "\u{200D}", "minus": "−", "OElig": "Œ", "oelig": "œ", "Scaron": "Š", "scaron": "š", "Yuml": "Ÿ",
      "dagger": "†", "Dagger": "‡", "prime": "′", "Prime": "″", "num": "#", "colon": ":", "comma": ",", "period": ".",
    ]
    return latin.enumerated().reduce(into: others) { names, entry in
      names[String(entry.element)] = Unicode.Scalar(UInt32(160 + entry.offset)).map { String(Character($0)) }
    }
  }()
}
