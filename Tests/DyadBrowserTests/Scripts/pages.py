"""What is wrong with the pages of a folder: as HTML, and where their links lead.

    pages.py FOLDER

A parser by the rules of HTML 5 (html5rdf, from html5lib), and HTML Tidy; of Tidy's words, those that are not so are left out.
"""

import json
import re
import subprocess
import sys
import warnings
from collections import Counter
from pathlib import Path
from urllib.parse import unquote, urlsplit

import html5rdf

warnings.simplefilter("ignore")
folder = Path(sys.argv[1])

# In SVG, widths have units, and titles ids.
NOT_SO = re.compile(r'<svg> attribute "(width|height)" has invalid value|<title> proprietary attribute "id"')

pages = sorted(folder.rglob("*.html"))
texts = {page: page.read_text(encoding="utf-8") for page in pages}
ids = {page: set(re.findall(r'\sid="([^"]*)"', text)) for page, text in texts.items()}
problems = []


def unescaped(words):
    for code, sign in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&#39;", "'"), ("&amp;", "&")]:
        words = words.replace(code, sign)
    return words


def with_one_picture(text):
    """The first picture of a page; the others are of the same writer, and nearly all of its bytes. Tidy reads them all."""
    start, picture, rest = text.partition("</svg>")
    return start + picture + re.sub(r"<svg\b.*?</svg>", "", rest, flags=re.DOTALL)


for page, text in texts.items():
    name = str(page.relative_to(folder))
    parser = html5rdf.HTMLParser()
    parser.parse(with_one_picture(text))
    problems += [f"{name}: {place} {code} {more}" for place, code, more in parser.errors]
    tidy = subprocess.run(
        ["tidy", "-errors", "-quiet", "-utf8", "--drop-empty-elements", "no", str(page)], capture_output=True, text=True
    )
    problems += [f"{name}: tidy: {line}" for line in tidy.stderr.splitlines() if line and not NOT_SO.search(line)]
    counts = Counter(re.findall(r'\sid="([^"]*)"', text))
    problems += [f"{name}: id twice: {one}" for one, count in counts.items() if count > 1]
    for attribute, link in re.findall(r'\s(href|src|action)="([^"]*)"', text):
        link = unescaped(link)
        parts = urlsplit(link)
        if parts.scheme in ("http", "https"):
            if attribute != "href":
                problems.append(f"{name}: is fetched from elsewhere: {link}")
            continue
        if parts.scheme == "data":
            continue
        if parts.scheme or link.startswith("/"):
            problems.append(f"{name}: is not relative: {link}")
            continue
        target = (page.parent / unquote(parts.path)).resolve() if parts.path else page
        if not target.is_file():
            problems.append(f"{name}: leads nowhere: {link}")
        elif parts.fragment and target.suffix == ".html" and "=" not in parts.fragment:
            if unquote(parts.fragment) not in {unescaped(one) for one in ids[target]}:
                problems.append(f"{name}: no such place: {link}")

print(json.dumps({"pages": len(pages), "problems": problems[:40]}))
