"""Compares the pictures of the examples with those of the last release as a reader sees them, and writes a page of what moved.

    .build/checkers/bin/python scripts/compare-pictures.py EXAMPLES FOLDER

The last release is the newest tag v*, or the last commit if there is no such tag. The difference is that of FLIP (Andersson et al.,
FLIP: A Difference Evaluator for Alternating Images, 2020): 0 for pictures that look the same, 1 for black against white. Commit the
pictures to accept what moved.
"""

import html
import io
import pathlib
import subprocess
import sys

import flip_evaluator
import numpy
from PIL import Image

# Pixels of a picture as it is compared: about 150 to the inch on a page.
WIDTH = 1004
THUMBNAIL = 420
# Below this no reader sees a difference; rasterizers of fonts differ as much.
LEAST = 0.0005

STYLE = """
  body { font: 16px/1.4 sans-serif; margin: 2rem; background: #fff; color: #1b1f23 }
  section { display: flex; flex-wrap: wrap; gap: 1rem; align-items: start }
  h2 { flex-basis: 100%; margin: 2rem 0 0; font-size: 1.1rem }
  figure { margin: 0; border: 1px solid #c9ced3; padding: .5rem }
  figcaption { color: #565d64 }
  img { display: block; max-width: 100% }
"""


def git(*words):
    return subprocess.run(["git", *words], capture_output=True, check=False)


def release():
    tag = git("describe", "--tags", "--match", "v*", "--abbrev=0")
    found = tag if tag.returncode == 0 else git("rev-parse", "--short", "HEAD")
    return found.stdout.decode().strip()


def pixels(data):
    """The picture at the width of a page, on white."""
    image = Image.open(io.BytesIO(data)).convert("RGBA")
    ground = Image.new("RGBA", image.size, "white")
    ground.alpha_composite(image)
    height = max(1, round(image.height * WIDTH / image.width))
    return ground.convert("RGB").resize((WIDTH, height), Image.Resampling.LANCZOS)


def padded(image, height):
    page = Image.new("RGB", (WIDTH, height), "white")
    page.paste(image, (0, 0))
    return page


def difference(old, new):
    """The mean difference, and the map of it as a picture."""
    height = max(old.height, new.height)
    arrays = [numpy.asarray(padded(image, height), dtype=numpy.float32) / 255 for image in (old, new)]
    shown, mean, _ = flip_evaluator.evaluate(arrays[0], arrays[1], "LDR")
    return mean, Image.fromarray((numpy.asarray(shown) * 255).astype(numpy.uint8))


def thumbnail(image, path):
    image = image.copy()
    image.thumbnail((THUMBNAIL, 10_000))
    image.save(path)


def figure(folder, name, label, image, link=None):
    thumbnail(image, folder / f"{name}.png")
    shown = f'<img src="{name}.png" alt="{html.escape(label)}">'
    if link:
        shown = f'<a href="{html.escape(link)}">{shown}</a>'
    return f"<figure><figcaption>{html.escape(label)}</figcaption>{shown}</figure>"


def main(examples, folder):
    last = release()
    folder.mkdir(parents=True, exist_ok=True)
    moved, same, new = [], 0, 0
    for path in sorted(examples.glob("*/*/*.png")):
        name = str(path.relative_to(examples).with_suffix(""))
        stem = name.replace("/", "-")
        now = path.read_bytes()
        before = git("show", f"{last}:./{path}")
        link = pathlib.Path("../..", path).as_posix()
        if before.returncode != 0:
            new += 1
            moved.append((2, name, "new", [figure(folder, stem, "now", pixels(now), link)]))
            continue
        if before.stdout == now:
            same += 1
            continue
        old_pixels, new_pixels = pixels(before.stdout), pixels(now)
        mean, shown = difference(old_pixels, new_pixels)
        if mean < LEAST:
            same += 1
            continue
        figures = [
            figure(folder, f"{stem}.old", last, old_pixels), figure(folder, stem, "now", new_pixels, link),
            figure(folder, f"{stem}.difference", "difference", shown),
        ]
        moved.append((mean, name, f"difference {mean:.3f}", figures))
    moved.sort(key=lambda row: (-row[0], row[1]))
    sections = "".join(
        f'<section id="{html.escape(name)}"><h2>{html.escape(name)}: {words}</h2>{"".join(figures)}</section>\n'
        for _, name, words, figures in moved
    )
    title = f"Pictures compared with {last}"
    (folder / "index.html").write_text(
        f'<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n'
        f"<title>{title}</title>\n<style>{STYLE}</style>\n<h1>{title}</h1>\n<main>\n{sections}</main>\n</html>\n",
        encoding="utf-8",
    )
    for _, name, words, _ in moved:
        print(f"{name}: {words}")
    print(
        f"{same} pictures look as in {last}, {len(moved) - new} moved, {new} are new. Look at {folder / 'index.html'};"
        " commit the pictures to accept them."
    )


main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
