"""Writes a graph that dyad wrote, and prints the seconds of writing alone: write_graph.py LIBRARY FILE OUT."""

import sys
import time

library, file, out = sys.argv[1:]
if library == "igraph":
    import igraph
    graph = igraph.Graph.Read(file, format="graphml")
    work = lambda: graph.write_graphml(out)
elif library == "networkx":
    import networkx
    graph = networkx.read_graphml(file, force_multigraph=True)
    work = lambda: networkx.write_graphml(graph, out)
elif library == "pyoxigraph":
    import pyoxigraph
    quads = list(pyoxigraph.parse(path=file, format=pyoxigraph.RdfFormat.N_TRIPLES))
    work = lambda: pyoxigraph.serialize(quads, out, format=pyoxigraph.RdfFormat.N_TRIPLES)
else:
    import rdflib
    graph = rdflib.Graph().parse(file, format="nt")
    work = lambda: graph.serialize(out, format="nt", encoding="utf-8")
started = time.process_time()
work()
print(f"took {time.process_time() - started:.5f} s")
