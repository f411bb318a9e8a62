#!/usr/bin/env python3
"""Measures dyad beside other programs, in rounds of a run of each.

    bench.py run [ROW...]            measure all rows or some, and write results.json and Documentation/Benchmarks.md
    bench.py page                    print the page of results.json
    bench.py compare REF [ROW...]    measure this tree beside another commit, which is built once

Run it from the root of the package; `make bench` builds what it needs before.
"""

import json
import os
import platform
import re
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, os.path.dirname(__file__))
from inputs import Inputs  # noqa: E402
from measuring import Failure, instructions, interleaved, median, slowness  # noqa: E402
from page import page  # noqa: E402
from rows import COUNTED, ROWS  # noqa: E402

ROUNDS = int(os.environ.get("ROUNDS", 5))
WORK, DATA, PAGE = Path(".build/bench"), Path("Benchmarks/results.json"), Path("Documentation/Benchmarks.md")
PEERS = {
    "Graphviz": "dot -V 2>&1", "serdi": "serdi -v", "rapper": "rapper -v", "Python": "python3 -V",
    "libyaml": r"grep -rhoP '(?<=YAML_VERSION_STRING \")[0-9.]+' .build/checkouts/Yams/Sources/CYaml/src/yaml_private.h || echo 0.2.5",
}
PACKAGES = ["pyoxigraph", "rdflib", "igraph", "networkx", "PyYAML", "jsonschema"]


def output(command):
    found = subprocess.run(command, shell=True, capture_output=True, text=True).stdout
    return re.search(r"\d+(\.\d+)+", found)[0] if re.search(r"\d+(\.\d+)+", found) else "none"


def versions():
    python = WORK.parent / "checkers/bin/python"
    sqlite = output(f"{python} -c 'import sqlite3; print(sqlite3.sqlite_version)'")
    listed = {name: output(f"{python} -c 'import importlib.metadata as m; print(m.version(\"{name}\"))'") for name in PACKAGES}
    return {name: output(command) for name, command in PEERS.items()} | listed | {"SQLite": sqlite}


def machine():
    model = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())
    return f"{os.cpu_count()} cores of {model[1] if model else platform.machine()}, {platform.system()}"


RELEASE = Path(os.environ.get("RELEASE", ".build/release"))


def words(size, release=RELEASE):
    return Inputs(
        size, dyad=str(release / "dyad"), parts=str(release / "dyad-benchmark"), python=".build/checkers/bin/python",
        out=str(WORK / "out" / str(size or "example")))


def measure(row, size):
    commands = {"dyad": row.ours}
    if size is None or size <= row.reach:
        commands |= row.peers
    filled = {name: command.format_map(words(size)) for name, command in commands.items()}
    return interleaved(filled, ROUNDS, row.figure)


def commit():
    return subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True).stdout.strip()


def chosen(names):
    unknown = set(names) - {row.id for row in ROWS}
    if unknown:
        sys.exit(f"unknown rows: {', '.join(sorted(unknown))}; known: {', '.join(row.id for row in ROWS)}")
    return [row for row in ROWS if not names or row.id in names]


def save(results):
    DATA.write_text(json.dumps(results, indent=1, sort_keys=True) + "\n")
    PAGE.write_text(page(results))


def run(names):
    (WORK / "out").mkdir(parents=True, exist_ok=True)
    results = json.loads(DATA.read_text()) if DATA.exists() else {"rows": {}, "instructions": {}}
    results |= {"versions": versions()}
    for row in chosen(names):
        sizes = {}
        is_timed = "seconds" in row.goals
        before = slowness() if is_timed else None
        for size in row.sizes:
            try:
                sizes[str(size or 0)] = measure(row, size)
            except (Failure, subprocess.CalledProcessError) as failure:
                print(f"{row.id}, {size}: {failure}", file=sys.stderr)
                continue
            figures = {name: median([run["seconds"] for run in runs]) for name, runs in sizes[str(size or 0)].items()}
            print(f"{row.id:18} {size or '':>8}  " + ", ".join(f"{name} {time:.3f} s" for name, time in figures.items()), flush=True)
        # A row that could not be measured keeps its figures.
        if sizes:
            own = {"slowness": round((before + slowness()) / 2, 2)} if is_timed else {}
            results["rows"][row.id] = {"commit": commit(), "machine": machine(), "sizes": sizes} | own
        save(results)
    if not names:
        results["instructions"] = {title: counted(command, RELEASE) for title, command in COUNTED.items()}
        save(results)


def counted(command, release):
    """Instructions of a stripped copy: valgrind reads no debugging information of Swift."""
    stripped = WORK / "stripped" / release.parent.name
    stripped.mkdir(parents=True, exist_ok=True)
    subprocess.run(["strip", "-o", stripped / "dyad-benchmark", release / "dyad-benchmark"], check=True)
    named = words(1000, release)
    named["parts"] = str(stripped / "dyad-benchmark")
    return instructions(command.format_map(named))


def compare(reference, names):
    base = build(reference)
    here = RELEASE
    (WORK / "out").mkdir(parents=True, exist_ok=True)
    print(f"{'':28} {reference:>10} {'here':>10}   here / {reference}")
    for row in chosen(names):
        for size in row.sizes:
            commands = {name: row.ours.format_map(words(size, release)) for name, release in [("base", base), ("here", here)]}
            try:
                runs = interleaved(commands, ROUNDS, row.figure)
            except Failure as failure:
                print(f"{row.id}, {size}: {failure}", file=sys.stderr)
                continue
            old, new = (median([run["seconds"] for run in runs[name]]) for name in ("base", "here"))
            print(f"{row.id:18} {size or '':>9} {old:9.3f}s {new:9.3f}s   {new / max(old, 1e-9):.2f}", flush=True)
    for title, command in COUNTED.items() if not names else []:
        old, new = counted(command, base), counted(command, here)
        print(f"{title:40} {old / 1e6:,.1f} M {new / 1e6:,.1f} M   {new / old:.3f}", flush=True)


def build(reference):
    """The release binaries of a commit, built once in a worktree."""
    found = subprocess.run(["git", "rev-parse", "--verify", "--short", f"{reference}^{{commit}}"], capture_output=True, text=True)
    if found.returncode:
        sys.exit(f"'{reference}' is not a commit; pass one with BASE=" if reference else "there is no tag; pass a commit with BASE=")
    tree = WORK / "base" / found.stdout.strip()
    if not (tree / ".build/release/dyad-benchmark").exists():
        if not tree.exists():
            subprocess.run(["git", "worktree", "add", "--force", "--detach", tree, reference], check=True)
        for product in "dyad", "dyad-benchmark":
            subprocess.run(["swift", "build", "-c", "release", "--product", product], cwd=tree, check=True)
    return tree / ".build/release"


match sys.argv[1:]:
    case ["run", *names]: run(names)
    case ["page"]: sys.stdout.write(page(json.loads(DATA.read_text())))
    case ["compare", reference, *names]: compare(reference, names)
    case _: sys.exit(__doc__)
