"""The page of the manual with the results: a table for each group of rows, with the goals beside the figures."""

from collections import Counter

from measuring import LIMIT, exponent, median
from rows import GROUPS, ROWS, Row

HEAD = """# Benchmarks

Written by `make bench`, which measures dyad and other programs in rounds, one run of each after the other; do not edit it. A time is
processor time of the whole process, or of the named part of its work, as the median and the smallest and largest of the runs. A program that
takes more than 20 seconds runs once, and is ended after two minutes. `make bench ROWS="pair-svg film"` measures some rows,
`make bench-compare BASE=v1.0` compares this tree with another commit. [The rows](../Benchmarks/rows.py) have the commands.
Goals in seconds were set on a machine where `dot -V` takes 4.6 ms. A slower one takes longer for everything: before a time is compared with
such a goal, it is divided by how many times as long `dot -V` takes just before and after, and both figures are shown.

"""
COLUMNS = ["", "dyad", "peer", "time of the peer", "dyad / peer", "goal"]
TITLES = {
    "pictures": "Pictures, films and sites", "start": "Start", "checks": "Checks", "scale": "Size of the graph",
    "exchange": "Other formats",
}


def seconds(time):
    return f"{time:.2f} s" if time >= 1 else f"{time * 1000:.0f} ms" if time >= 0.002 else f"{time * 1e6:.0f} µs"


def spread(runs):
    times = sorted(run["seconds"] for run in runs)
    if "ended" in runs[0]:
        return f"more than {LIMIT} s"
    if len(times) == 1:
        return f"{seconds(times[0])} (one run)"
    return f"{seconds(median(times))} ({seconds(times[0])}–{seconds(times[-1])})"


def typical(runs, what="seconds"):
    return median([run[what] for run in runs])


def factor(value):
    return f"{value:.1f}" if value >= 0.995 else f"{value:.2g}"


def goal(row, sizes, last, slowness):
    """The goals of a row with what was reached, and a mark where it was not.

    >>> row = Row("r", "r", "ours", goals={"seconds": 2})
    >>> runs = {"dyad": [{"seconds": 3.0}]}
    >>> goal(row, {"0": runs}, runs, 1.5), goal(row, {"0": runs}, runs, None)
    ('≤ 2.00 s: 3.00 s / 1.5 = 2.00 s ✓', '≤ 2.00 s ✗')
    """
    parts = []
    for kind, most in row.goals.items():
        ours = last.get("dyad")
        peer = next((runs for name, runs in last.items() if name != "dyad"), None)
        if kind == "exponent":
            times = {int(size): typical(runs["dyad"]) for size, runs in sizes.items() if "ended" not in runs["dyad"][0]}
            reached = exponent(times) if len(times) > 1 else None
            text = f"exponent {reached if reached is not None else '–'} (≤ {most})"
        elif kind == "seconds":
            reached, text = typical(ours) / (slowness or 1), f"≤ {seconds(most)}"
            if slowness:
                text += f": {seconds(typical(ours))} / {slowness} = {seconds(reached)}"
        else:
            what = "megabytes" if kind == "memory" else "seconds"
            reached = typical(ours, what) / typical(peer, what) if peer else None
            text = f"ratio ≤ {most}" if kind == "ratio" else f"memory {factor(reached) if reached else '–'} (≤ {most})"
        missed = reached is None or reached > most or "ended" in ours[0]
        parts.append(f"{text} {'✗' if missed else '✓'}")
    return ", ".join(parts)


def declared(row, sizes):
    """The runs of the sizes and programs of a row in the order of its declaration, where the first peer is that of the goals.

    >>> row = Row("r", "r", "ours", {"z": "first", "a": "second"}, sizes=(500, 2000))
    >>> declared(row, {"2000": {"a": 1, "dyad": 2, "z": 3}, "500": {"dyad": 4}})
    {'500': {'dyad': 4}, '2000': {'dyad': 2, 'z': 3, 'a': 1}}
    """
    found = [(str(size or 0), sizes[str(size or 0)]) for size in row.sizes if str(size or 0) in sizes]
    return {size: {name: runs[name] for name in ["dyad", *row.peers] if name in runs} for size, runs in found}


def marks(results):
    r"""The marks of the machines on which rows were measured: none for that of most rows.

    >>> marks({"rows": {"a": {"machine": "M"}, "b": {"machine": "N"}, "c": {"machine": "N"}}})
    {'N': '', 'M': '\\*'}
    """
    measured = Counter(result["machine"] for result in results["rows"].values())
    return {machine: r"\*" * place for place, (machine, _) in enumerate(measured.most_common())}


def lines(row, result, mark):
    sizes = declared(row, result["sizes"])
    for size, runs in sizes.items():
        title = row.title.format(n=f"{int(size):,}") + mark
        wanted = goal(row, sizes, runs, result.get("slowness")) if size == list(sizes)[-1] else ""
        ours = spread(runs["dyad"]) + (f", {typical(runs['dyad'], 'megabytes'):.0f} MB" if "memory" in row.goals else "")
        peers = [(name, found) for name, found in runs.items() if name != "dyad"]
        if not peers:
            yield [title, ours, "", "", "", wanted]
        for index, (name, found) in enumerate(peers):
            theirs = spread(found) + (f", {typical(found, 'megabytes'):.0f} MB" if "memory" in row.goals else "")
            ratio = factor(typical(runs["dyad"]) / typical(found))
            yield [title, ours, name, theirs, ratio, wanted] if index == 0 else ["", "", name, theirs, ratio, ""]


def table(rows):
    return "".join("| " + " | ".join(cells) + " |\n" for cells in rows)


def page(results):
    undeclared = set(results["rows"]) - {row.id for row in ROWS}
    if undeclared:
        raise ValueError(f"rows.py does not declare {', '.join(sorted(undeclared))}")
    text = HEAD
    machines = marks(results)
    text += "Measured on " + "; ".join(
        f"rows with {mark} on {machine}" if mark else machine for machine, mark in machines.items())
    text += ". " + ", ".join(f"{name} {version}" for name, version in sorted(results["versions"].items())) + ".\n"
    for group, rows in GROUPS.items():
        measured = [(row, results["rows"][row.id]) for row in rows if row.id in results["rows"]]
        cells = [line for row, result in measured for line in lines(row, result, machines[result["machine"]])]
        if cells:
            text += f"\n## {TITLES[group]}\n\n" + table([COLUMNS, ["---"] * len(COLUMNS)] + cells)
    if results["instructions"]:
        counts = [[title, f"{count / 1e6:,.0f} million"] for title, count in sorted(results["instructions"].items())]
        text += "\n## Instructions\n\nCounted by callgrind, which repeats to a few parts in a million.\n\n"
        text += table([["part", "instructions"], ["---", "---"]] + counts)
    return text
