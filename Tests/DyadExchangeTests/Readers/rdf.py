"""Reads the five RDF files of each graph with independent readers and holds them against each other and the shapes.

Arguments: the ontology, the shapes, then stems of files. Prints what differed, and per stem who had relations at dates.
"""

import json
import subprocess
import sys

import pyoxigraph as ox
import rdflib
import rdflib.term
from pyld import jsonld
from pyshacl import validate

# Literals as they are written.
rdflib.NORMALIZE_LITERALS = False

ontology, shapes, *stems = sys.argv[1:]
wrong, relations, partners, quotes = [], {}, {}, {}
formats = {
    "nt": ox.RdfFormat.N_TRIPLES,
    "ttl": ox.RdfFormat.TURTLE,
    "nq": ox.RdfFormat.N_QUADS,
    "trig": ox.RdfFormat.TRIG,
}


dyad, oa = rdflib.Namespace("urn:dyad:ns#"), rdflib.Namespace("http://www.w3.org/ns/oa#")
sem, org = rdflib.Namespace("http://semanticweb.cs.vu.nl/2009/11/sem/"), rdflib.Namespace("http://www.w3.org/ns/org#")
elsewhere = rdflib.URIRef("urn:dyad:entity/elsewhere")
# What is broken, at which property, and what stands there instead.
breakages = [
    ("a phase without its subject", rdflib.RDF.subject, None),
    ("a phase about nobody", rdflib.RDF.object, elsewhere),
    ("an interval that is none", dyad.during, rdflib.Literal("2025-4", datatype=dyad.edtf)),
    ("an interval as a plain text", dyad.during, rdflib.Literal("2025-04")),
    ("a bound that is no day", dyad.earliestStart, rdflib.Literal("2025-04")),
    ("a tone beyond the scale", dyad.tone, rdflib.Literal("11", datatype=rdflib.XSD.decimal)),
    ("a relation to nobody", dyad.to, elsewhere),
    ("an unnamed thing", rdflib.RDFS.label, None),
    ("a citation of nothing", oa.hasSource, elsewhere),
    ("a citation for nothing", oa.hasBody, elsewhere),
    ("a third stance", dyad.stance, dyad.doubts),
    ("a quote without words", oa.exact, None),
    ("a quote that ends before it starts", oa.end, rdflib.Literal(-1)),
    ("an actor that is not there", rdflib.RDF.value, elsewhere),
    ("a role that is none", sem.roleType, dyad.bystander),
    ("an event of no type", sem.eventType, None),
    ("an office of nobody", org.postIn, elsewhere),
    ("a participant who is neither named nor described", dyad.described, None),
    ("an effect on nobody", dyad.affects, elsewhere),
    ("a mediator who is not there", dyad.by, elsewhere),
    ("a link of nothing", dyad.linkOf, elsewhere),
    ("an event that leads to nobody", dyad.leadsTo, elsewhere),
    ("a fourth basis", dyad.basis, rdflib.Literal("guessed")),
    ("a key that is no flag", dyad.key, rdflib.Literal("true")),
    ("an effect beyond the scale", dyad.effect, rdflib.Literal("11", datatype=rdflib.XSD.decimal)),
]


def refuse(url, *_):
    raise RuntimeError(f"fetched {url}")


def there(name, day, such=""):
    """That the thing may be so on the day, as SPARQL; that all such things may."""
    return f'''
        FILTER NOT EXISTS {{ {such} ?{name} dyad:earliestStart ?{name}Start FILTER (?{name}Start > "{day}"^^xsd:date) }}
        FILTER NOT EXISTS {{ {such} ?{name} dyad:latestEnd ?{name}End FILTER (?{name}End < "{day}"^^xsd:date) }}'''


def lines(command):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        wrong.append(f"{command[0]}: {done.stderr[:300]}")
    return done.stdout


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
    read = {
        "serdi": lines(["serdi", "-i", "turtle", "-o", "ntriples", f"{stem}.ttl"]),
    }
    if not stem.endswith("hostile"):
        # Raptor 2.0.15 refuses U+FFFE and U+FFFF, even as escapes.
        read["rapper"] = lines(["rapper", "-q", "-i", "nquads", "-o", "ntriples", f"{stem}.nq"])
    graph = rdflib.Graph().parse(f"{stem}.ttl")
    read["rdflib"] = graph.serialize(format="nt")
    for reader, text in read.items():
        found = {str(quad.triple) for quad in ox.parse(input=text, format=ox.RdfFormat.N_TRIPLES)}
        if found != triples["nt"]:
            some = sorted(found ^ triples["nt"])[:3]
            wrong.append(f"{stem}: {reader} reads {len(found)} statements, not {len(triples['nt'])}: {some}")
    conforms, _, report = validate(graph, shacl_graph=shapes_graph, ont_graph=ontology_graph)
    if not conforms:
        wrong.append(f"{stem}.ttl: {report[:600]}")
    # Whatever is broken in a copy, the shapes must see it.
    if stem == stems[0]:
        for name, predicate, put in breakages:
            found = next(graph.triples((None, predicate, None)), None)
            if found is None:
                wrong.append(f"{stem}.ttl: nothing to break as {name}")
                continue
            graph.remove(found)
            instead = put and (found[0], predicate, put)
            if instead:
                graph.add(instead)
            if validate(graph, shacl_graph=shapes_graph, ont_graph=ontology_graph)[0]:
                wrong.append(f"{stem}.ttl: the shapes pass {name}")
            if instead:
                graph.remove(instead)
            graph.add(found)
    store = ox.Store()
    store.load(path=f"{stem}.nt", format=ox.RdfFormat.N_TRIPLES)
    # What no vocabulary of others has is declared in ours.
    declared = {str(s) for s in ontology_graph.subjects()}
    used = {term.value for q in store for term in (q.predicate, q.object) if isinstance(term, ox.NamedNode)}
    wrong += [f"{stem}: {name} is not declared" for name in used if name.startswith("urn:dyad:ns#") and name not in declared]
    quotes[stem] = sorted(
        [row[name].value if row[name] else "" for name in ("claim", "rank", "source", "stance", "exact")]
        for row in store.query(
            """
            PREFIX dyad: <urn:dyad:ns#> PREFIX oa: <http://www.w3.org/ns/oa#>
            SELECT ?claim ?rank ?source ?stance ?exact WHERE {
              ?note oa:hasBody ?claim ; oa:hasTarget ?target ; dyad:rank ?rank ; dyad:stance ?stance .
              ?target oa:hasSource ?source . OPTIONAL { ?target oa:hasSelector/oa:exact ?exact }
            }"""
        )
    )
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
        others = store.query(
            f"""
            PREFIX dyad: <urn:dyad:ns#> PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            SELECT DISTINCT ?other WHERE {{
              VALUES ?one {{ <urn:dyad:entity/pakistan> <urn:dyad:entity/entity-0> }}
              ?phase rdf:subject|rdf:object|dyad:by ?one, ?other FILTER (?one != ?other)
              {there("phase", day)}
              {there("party", day, "?phase rdf:subject|rdf:object|dyad:by ?party .")}
            }}"""
        )
        partners.setdefault(stem, {})[day] = sorted(row["other"].value for row in others)
    relations[stem] = answers
print(json.dumps({"wrong": wrong[:20], "phases": relations, "partners": partners, "quotes": quotes}))
