"""Loads N-Triples into memory: load_rdf.py pyoxigraph|rdflib FILE."""

import sys

if sys.argv[1] == "pyoxigraph":
    import pyoxigraph
    pyoxigraph.Store().load(path=sys.argv[2], format=pyoxigraph.RdfFormat.N_TRIPLES)
else:
    import rdflib
    rdflib.Graph().parse(sys.argv[2], format="nt")
