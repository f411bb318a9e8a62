"""Measures how fast other programs write the graph that dyad wrote: statements, or nodes and edges, per second.

    measure-exchange.py FOLDER CLAIMS_IN_PART

serdi and rapper read and write the whole file, because they cannot write without reading. The other programs first load
the part into memory; only writing is measured.
"""

import subprocess
import sys
import time
from pathlib import Path

import igraph
import networkx as nx
import pyoxigraph as ox
import rdflib

folder, claims = Path(sys.argv[1]), int(sys.argv[2])


def measured(name, count, what, work):
    start = time.perf_counter()
    work()
    took = time.perf_counter() - start
    print(f"  {name}: {took:.2f} s, {count / took / 1000:.0f} k {what}/s", flush=True)


def lines(path):
    with path.open("rb") as file:
        return sum(piece.count(b"\n") for piece in iter(lambda: file.read(1 << 22), b""))


def run(*command):
    with (folder / "out").open("wb") as out:
        subprocess.run(command, stdout=out, stderr=subprocess.DEVNULL, check=True)


whole, part = folder / "whole.nt", folder / "part.nt"
print("other programs, the whole file, read and written:")
count = lines(whole)
measured("serdi", count, "statements", lambda: run("serdi", "-i", "ntriples", "-o", "ntriples", str(whole)))
measured("rapper", count, "statements", lambda: run("rapper", "-q", "-i", "ntriples", "-o", "ntriples", str(whole)))
print(f"other programs, the part of {claims} claims, written:")
count = lines(part)
quads = list(ox.parse(path=str(part), format=ox.RdfFormat.N_TRIPLES))
measured(
    "pyoxigraph", count, "statements", lambda: ox.serialize(quads, str(folder / "out"), format=ox.RdfFormat.N_TRIPLES)
)
del quads
graph = rdflib.Graph().parse(part, format="nt")
measured("rdflib", count, "statements", lambda: graph.serialize(str(folder / "out"), format="nt", encoding="utf-8"))
del graph
network = igraph.Graph.Read_GraphML(str(folder / "part.graphml"))
items = network.vcount() + network.ecount()
measured("igraph, GraphML", items, "nodes and edges", lambda: network.write_graphml(str(folder / "out")))
del network
network = nx.read_graphml(folder / "part.graphml", force_multigraph=True)
measured("networkx, GraphML", items, "nodes and edges", lambda: nx.write_graphml(network, folder / "out"))
