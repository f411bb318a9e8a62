"""Reads folders of notes: front matter by PyYAML, links and blocks by their marks. Prints what it found."""

import json
import re
import sys
from pathlib import Path

import yaml

told = {}
for folder in map(Path, sys.argv[1:]):
    wrong, ids = [], {}
    files = sorted(folder.rglob("*.md"))
    names = [path.stem.casefold() for path in files]
    wrong += [f"duplicate {name}" for name in set(names) if names.count(name) > 1]
    for path in files:
        text = path.read_text(encoding="utf-8")
        if re.search(r'[\\/:*?"<>|#^\[\]\x00-\x1f\u202a-\u202e]', path.stem) or path.stem[0] == "." or path.stem[-1] in " .":
            wrong.append(f"{path.stem!r} is no safe name")
        body = text
        links = []
        if path.name != "index.md":
            _, front, body = text.split("---\n", 2)
            values = yaml.safe_load(front)
            ids[values["dyad_id"]] = [values["kind"], values.get("during"), values.get("aliases", [])]
            links = [v for key, value in values.items() if isinstance(value, list) and key not in ("aliases", "tags") for v in value]
        blocks = set(re.findall(r"^\^([a-z0-9-]+)$", body, re.M))
        plain = re.sub(r"\\[^|]", "", body).replace("\\|", "|")
        for target in re.findall(r"\[\[([^\]]*)\]\]", plain + " ".join(links)):
            name, _, block = target.partition("|")[0].partition("#^")
            if name and name.casefold() not in names:
                wrong.append(f"{path.name}: nothing is called {name!r}")
            if block and block not in blocks:
                wrong.append(f"{path.name}: there is no block {block!r}")
        if "<" in body:
            wrong.append(f"{path.name}: markup stands in it")
        for line in body.splitlines():
            if line.startswith("|") and len(re.findall(r"(?<!\\)\|", line)) not in (4, 7):
                wrong.append(f"{path.name}: a broken row: {line[:80]}")
    told[folder.name] = {"wrong": wrong[:10], "ids": ids}
print(json.dumps(told))
