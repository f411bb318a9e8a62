"""Writes the date, number, list and plural forms of the languages of pictures, from the CLDR data of Babel.

    .build/checkers/bin/python scripts/make-locales.py > Sources/DyadContent/Words/Locale/Locales.swift
    .build/checkers/bin/python scripts/make-locales.py --compare Sources/DyadContent/Words/Locale/Locales.swift

With --compare, prints as JSON whether a file is what would be written.
"""

import json
import re
import sys

import babel
from babel import Locale

# The locale whose forms a language takes: English writes the day before the month outside the United States.
LOCALES = {
    "ar": "ar", "de": "de", "en": "en_001", "es": "es", "fa": "fa", "fr": "fr", "ru": "ru", "ur": "ur", "zh": "zh",
}
# From how many groups of digits on a number is grouped, where it is not one: CLDR's minimumGroupingDigits, which Babel leaves out.
LEAST_GROUPS = {"es": 2}
SKELETONS = ["yMMMd", "yMMM", "y"]
LONG = ["yMMMMd", "yMMMM"]
CATEGORIES = ["zero", "one", "two", "few", "many", "other"]


def quoted(text):
    """A Swift string; narrow and thin spaces, which few fonts have, are plain ones."""
    text = text.replace("\u202f", "\u00a0").replace("\u2009", " ")
    escaped = "".join(
        f"\\u{{{ord(c):X}}}" if c in "\u00a0\u200e\u200f\u061c" else "\\" + c if c in '"\\' else c for c in text
    )
    return f'"{escaped}"'


def names(locale, context, width):
    return "[" + ", ".join(quoted(locale.months[context][width][month]) for month in range(1, 13)) + "]"


def pattern(locale, skeleton):
    if skeleton == "yMMMMd":
        return locale.date_formats["long"].pattern
    known = locale.datetime_skeletons.get(skeleton)
    return known.pattern if known else skeleton


def ranges(locale, skeleton):
    known = locale.interval_formats.get(skeleton) or {}
    return {field: "".join(known[field]) for field in "dMy" if field in known}


def plurals(locale):
    """The categories that whole numbers below a million have, and their indices by number and by last two digits."""
    used = [c for c in CATEGORIES if c in {locale.plural_form(n) for n in range(1_000)}]
    index = {c: str(i) for i, c in enumerate(used)}
    exact = "".join(index[locale.plural_form(n)] for n in range(100))
    hundreds = "".join(index[locale.plural_form(100 + n)] for n in range(100))
    for n in range(100, 20_000):
        assert index[locale.plural_form(n)] == hundreds[n % 100], (locale, n)
    return len(used), exact, hundreds


def numbers(locale):
    system = locale.default_numbering_system
    digits = {"latn": "0123456789", "arab": "٠١٢٣٤٥٦٧٨٩", "arabext": "۰۱۲۳۴۵۶۷۸۹"}[system]
    symbols = locale.number_symbols[system]
    assert re.match(r"#,##0", locale.decimal_formats[None].pattern)
    return digits, symbols["group"]


def locale_forms(language, name):
    locale = Locale.parse(name)
    dates = {s: pattern(locale, s) for s in SKELETONS + LONG}
    digits, group = numbers(locale)
    least = LEAST_GROUPS.get(language, 1)
    lists = locale.list_patterns["standard"]
    count, exact, hundreds = plurals(locale)
    lines = [
        f'    "{language}": LocaleForms(',
        f"      isRightToLeft: {'true' if locale.text_direction == 'rtl' else 'false'},",
        "      dates: DateForms(",
        "        months: [",
        f'          "MMM": {names(locale, "format", "abbreviated")},',
        f'          "MMMM": {names(locale, "format", "wide")},',
        f'          "LLL": {names(locale, "stand-alone", "abbreviated")},',
        f'          "LLLL": {names(locale, "stand-alone", "wide")},',
        "        ],",
        "        patterns: [" + ", ".join(f'"{s}": {quoted(p)}' for s, p in dates.items()) + "],",
        "        ranges: [",
    ]
    for skeleton in SKELETONS:
        inner = ", ".join(f'"{field}": {quoted(p)}' for field, p in ranges(locale, skeleton).items())
        lines.append(f'          "{skeleton}": [{inner}],')
    lines += [
        f"        ], otherRange: {quoted(locale.interval_formats[None])}, digits: {quoted(digits)}),",
        f"      numbers: NumberForms(digits: {quoted(digits)}, group: {quoted(group)}, leastLeading: {least}),",
        "      lists: ListForms(" + ", ".join(f"{key}: {quoted(lists[source])}" for key, source in [("pair", "2"), ("start", "start"), ("middle", "middle"), ("end", "end")]) + "),",
        f'      plurals: PluralForms(count: {count}, exact: "{exact}", byLastTwo: "{hundreds}")),',
    ]
    return lines


def text():
    lines = [
        "// swift-format-ignore-file",
        "// Written by scripts/make-locales.py from the Unicode Common Locale Data Repository",
        f"// (https://cldr.unicode.org, Unicode License v3), as Babel {babel.__version__} has it.",
        "",
        "extension LocaleForms {",
        "  /// The forms of each language, by its tag.",
        "  package static let all: [String: LocaleForms] = [",
    ]
    for language, name in LOCALES.items():
        lines += locale_forms(language, name)
    return "\n".join(lines + ["  ]", "}", ""])


if sys.argv[1:2] == ["--compare"]:
    print(json.dumps(open(sys.argv[2], encoding="utf-8").read() == text()))
else:
    sys.stdout.write(text())
