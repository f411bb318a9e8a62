"""The mode and the size of each PNG, and the colors in its corner and its middle, as Pillow reads them."""

import json
import sys

from PIL import Image


def read(path):
    with Image.open(path) as picture:
        picture.load()
        middle = (picture.width // 2, picture.height // 2)
        colors = [list(picture.convert("RGBA").getpixel(at)) for at in ((0, 0), middle)]
        return {"mode": picture.mode, "size": list(picture.size), "colors": colors}


print(json.dumps([read(path) for path in sys.argv[1:]]))
