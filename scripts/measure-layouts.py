"""Compares the layouts of networks by dyad with those of neato, sfdp and igraph, as a Markdown table.

    measure-layouts.py GRAPHS [LAYOUTS]

GRAPHS is what `dyad-benchmark layout` prints: a line of JSON for each graph, with the sizes of the boxes of its names, its
edges, the area, and the positions that dyad gives them. The layouts of the others are enlarged or reduced to the same
area; all have names of the same size. Per graph and program:

  stress      the mean squared relative error of distances on paper against shortest paths, at the best scale
  crossings   pairs of straight lines that cross
  spread      the standard deviation of the lengths of lines, divided by their mean
  names       pairs of names that overlap, and the least distance between two names, in points
"""

import json
import math
import subprocess
import sys
from itertools import combinations

import igraph

PROGRAMS = ["dyad", "neato", "sfdp", "igraph"]


def graphviz(engine, graph, *options):
    lines = ["graph { node [shape=box fixedsize=true label=\"\"]"]
    for index, (width, height) in enumerate(graph["sizes"]):
        lines.append(f"{index} [width={width / 72:.4f} height={height / 72:.4f}]")
    lines += [f"{one} -- {other}" for one, other in graph["edges"]] + ["}"]
    plain = subprocess.run(
        [engine, "-Tplain", *options], input="\n".join(lines), capture_output=True, text=True, check=True
    ).stdout
    nodes = [line.split() for line in plain.splitlines() if line.startswith("node ")]
    found = {int(node[1]): (float(node[2]) * 72, float(node[3]) * 72) for node in nodes}
    return [found[index] for index in range(len(graph["sizes"]))]


def with_igraph(graph):
    network = igraph.Graph(n=len(graph["sizes"]), edges=graph["edges"])
    igraph.set_random_number_generator(__import__("random").Random(1))
    return [tuple(point) for point in network.layout_kamada_kawai()]


def fitted(points, graph):
    """Enlarged or reduced, in its proportions, so that the boxes fit the area; turned by 90° if they are larger then."""

    def scaled(points):
        (width, height), sizes = graph["area"], graph["sizes"]
        widest, highest = max(size[0] for size in sizes), max(size[1] for size in sizes)
        xs, ys = [x for x, _ in points], [y for _, y in points]
        across, down = max(xs) - min(xs) or 1e-9, max(ys) - min(ys) or 1e-9
        scale = min((width - widest) / across, (height - highest) / down)
        return scale, [((x - min(xs)) * scale, (y - min(ys)) * scale) for x, y in points]

    return max(scaled(points), scaled([(y, x) for x, y in points]), key=lambda pair: pair[0])[1]


def paths(graph):
    count = len(graph["sizes"])
    neighbours = [[] for _ in range(count)]
    for one, other in graph["edges"]:
        neighbours[one].append(other)
        neighbours[other].append(one)
    for start in range(count):
        found, queue = {start: 0}, [start]
        for at in queue:
            for neighbour in neighbours[at]:
                if neighbour not in found:
                    found[neighbour] = found[at] + 1
                    queue.append(neighbour)
        yield from ((start, other, steps) for other, steps in found.items() if start < other)


def stress(points, graph):
    pairs = [(math.dist(points[one], points[other]), steps) for one, other, steps in paths(graph)]
    above = sum(length / steps for length, steps in pairs)
    below = sum((length / steps) ** 2 for length, steps in pairs)
    scale = above / below if below else 1
    return sum((scale * length / steps - 1) ** 2 for length, steps in pairs) / len(pairs)


def crossings(points, graph):
    def side(a, b, c):
        return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]) > 0

    count = 0
    for (a, b), (c, d) in combinations(graph["edges"], 2):
        if len({a, b, c, d}) == 4:
            p, q, r, s = points[a], points[b], points[c], points[d]
            count += side(p, q, r) != side(p, q, s) and side(r, s, p) != side(r, s, q)
    return count


def spread(points, graph):
    lengths = [math.dist(points[one], points[other]) for one, other in graph["edges"]]
    mean = sum(lengths) / len(lengths)
    return math.sqrt(sum((length - mean) ** 2 for length in lengths) / len(lengths)) / mean


def names(points, graph):
    overlaps, least = 0, math.inf
    for (p, a), (q, b) in combinations(zip(points, graph["sizes"]), 2):
        x = abs(p[0] - q[0]) - (a[0] + b[0]) / 2
        y = abs(p[1] - q[1]) - (a[1] + b[1]) / 2
        overlaps += x < -0.01 and y < -0.01
        least = min(least, math.hypot(max(x, 0), max(y, 0)) if x > 0 or y > 0 else max(x, y))
    return overlaps, least


def main():
    wins = {program: 0 for program in PROGRAMS[1:]}
    worse = []
    print("| graph | parties, ties | program | stress | crossings | spread | names: overlaps | least distance |")
    print("|---|---|---|---|---|---|---|---|")
    totals = {program: [0.0] * 5 for program in PROGRAMS}
    graphs = [json.loads(line) for line in open(sys.argv[1])]
    for graph in graphs:
        measured = {}
        for program in PROGRAMS:
            points = {
                "dyad": lambda: [tuple(point) for point in graph["centers"]],
                "neato": lambda: fitted(graphviz("neato", graph), graph),
                "sfdp": lambda: fitted(graphviz("sfdp", graph, "-Goverlap=prism"), graph),
                "igraph": lambda: fitted(with_igraph(graph), graph),
            }[program]()
            overlaps, least = names(points, graph)
            measured[program] = (stress(points, graph), crossings(points, graph), spread(points, graph), overlaps, least)
            first = f"{graph['name']} | {len(graph['sizes'])}, {len(graph['edges'])}" if program == "dyad" else " | "
            s, c, v, o, d = measured[program]
            print(f"| {first} | {program} | {s:.3f} | {c} | {v:.2f} | {o} | {d:.1f} |")
            totals[program] = [total + value for total, value in zip(totals[program], measured[program])]
        mine = measured["dyad"]
        for program in PROGRAMS[1:]:
            other = measured[program]
            better = [mine[index] < other[index] or mine[index] == other[index] == 0 for index in range(3)]
            better.append((mine[3], -mine[4]) < (other[3], -other[4]))
            if sum(better) >= 3:
                wins[program] += 1
            else:
                worse.append(f"{graph['name']} against {program}: better on {sum(better)}")
    print()
    print("| mean of all | stress | crossings | spread | names: overlaps | least distance |")
    print("|---|---|---|---|---|---|")
    for program, (s, c, v, o, d) in totals.items():
        n = len(graphs)
        print(f"| {program} | {s / n:.3f} | {c / n:.1f} | {v / n:.2f} | {o / n:.1f} | {d / n:.1f} |")
    print()
    for program, count in wins.items():
        print(f"Better than {program} on at least three of the four: {count} of {len(graphs)} graphs.")
    for line in worse:
        print(line)


main()
