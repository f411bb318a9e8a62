"""Reads the five RDF files of each graph with independent readers and holds them against each other and the shapes.

Arguments: the ontology, the shapes, then stems of files. Prints what differed, and per stem who had relations at dates.
"""

import json
import subprocess
import sys

import pyoxigraph as ox
import rdflib
from pyld import jsonld
from pyshacl import validate

ontology, shapes, *stems = sys.argv[1:]
wrong, relations = [], {}
formats = {
    "nt": ox.RdfFormat.N_TRIPLES,
    "ttl": ox.RdfFormat.TURTLE,
    "nq": ox.RdfFormat.N_QUADS,
    "trig": ox.RdfFormat.TRIG,
}


def refuse(url, *_):
    raise RuntimeError(f"fetched {url}")


def lines(command):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        wrong.append(f"{command[0]}: {done.stderr[:300]}")
    return sorted(set(done.stdout.splitlines()))


ontology_graph = rdflib.Graph().parse(ontology)
shapes_graph = rdflib.Graph().parse(shapes)
for stem in stems:
    triples = {}
    for suffix, syntax in formats.items():
        triples[suffix] = {str(quad.triple) for quad in ox.parse(path=f"{stem}.{suffix}", format=syntax)}
    with open(f"{stem}.jsonld") as file:
        expanded = jsonld.to_rdf(json.load(file), {"format": "application/n-quads", "documentLoader": refuse})
    triples["jsonld"] = {str(quad.triple) for quad in ox.parse(input=expanded, format=ox.RdfFormat.N_QUADS)}
    for suffix, found in triples.items():
        if found != triples["nt"]:
            some = sorted(found ^ triples["nt"])[:3]
            wrong.append(f"{stem}.{suffix}: {len(found)} statements, not {len(triples['nt'])}: {some}")
    # The file is the canonical form of its dataset, but for the order of its lines.
    dataset = ox.Dataset(ox.parse(path=f"{stem}.nq", format=ox.RdfFormat.N_QUADS))
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    canonical = sorted({f"{quad} ." for quad in dataset})
    with open(f"{stem}.nq", encoding="utf-8", newline="\n") as file:
        own = sorted(set(file.read().split("\n")) - {""})
    if canonical != own:
        differing = [pair for pair in zip(canonical, own) if pair[0] != pair[1]][:1]
        wrong.append(f"{stem}.nq: not canonical: {differing}")
    serd = lines(["serdi", "-i", "turtle", "-o", "ntriples", f"{stem}.ttl"])
    if len(serd) != len(triples["nt"]):
        wrong.append(f"{stem}.ttl: serdi reads {len(serd)} statements")
    raptor = lines(["rapper", "-q", "-i", "nquads", "-o", "ntriples", f"{stem}.nq"])
    if len(raptor) != len(triples["nt"]):
        wrong.append(f"{stem}.nq: rapper reads {len(raptor)} statements")
    graph = rdflib.Graph().parse(f"{stem}.ttl")
    if len(graph) != len(triples["nt"]):
        wrong.append(f"{stem}.ttl: rdflib reads {len(graph)} statements")
    conforms, _, report = validate(graph, shacl_graph=shapes_graph, ont_graph=ontology_graph)
    if not conforms:
        wrong.append(f"{stem}.ttl: {report[:600]}")
    # The first statement of a phase taken out, the shapes must see it.
    phase = next(graph.subjects(rdflib.RDF.subject, None), None)
    if phase is not None and stem == stems[0]:
        graph.remove((phase, rdflib.RDF.subject, None))
        if validate(graph, shacl_graph=shapes_graph, ont_graph=ontology_graph)[0]:
            wrong.append(f"{stem}.ttl: the shapes pass a phase without its subject")
    store = ox.Store()
    store.load(path=f"{stem}.nt", format=ox.RdfFormat.N_TRIPLES)
    # What no vocabulary of others has is declared in ours.
    declared = {str(s) for s in ontology_graph.subjects()}
    used = {term.value for q in store for term in (q.predicate, q.object) if isinstance(term, ox.NamedNode)}
    wrong += [f"{stem}: {name} is not declared" for name in used if name.startswith("urn:dyad:ns#") and name not in declared]
    answers = {}
    for day in ("2017-06-30", "2020-01-01", "2025-04-19"):
        found = store.query(
            f"""
            PREFIX dyad: <urn:dyad:ns#> PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            SELECT DISTINCT ?phase WHERE {{
              ?phase a dyad:Phase .
              OPTIONAL {{ ?phase dyad:earliestStart ?start }} OPTIONAL {{ ?phase dyad:latestEnd ?end }}
              FILTER (!BOUND(?start) || ?start <= "{day}"^^xsd:date) FILTER (!BOUND(?end) || ?end >= "{day}"^^xsd:date)
            }}"""
        )
        answers[day] = sorted(row["phase"].value for row in found)
    relations[stem] = answers
print(json.dumps({"wrong": wrong[:20], "phases": relations}))
