"""Reads folders of tables with Python's reader of CSV; takes off the apostrophes that keep spreadsheets from calculating."""

import csv
import json
import sys
from pathlib import Path

told = {}
for folder in map(Path, sys.argv[1:]):
    told[folder.name] = {}
    for path in sorted(folder.glob("*.csv")):
        with path.open(newline="", encoding="utf-8") as file:
            _, *rows = csv.reader(file, strict=True)
        told[folder.name][path.name] = [[cell[1:] if cell.startswith("'") else cell for cell in row] for row in rows]
print(json.dumps(told))
