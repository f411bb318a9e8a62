"""Reads W3C Web Annotations as RDF with rdflib, with the terms of anno.jsonld that they use."""

import json
import sys

import rdflib

OA = "http://www.w3.org/ns/oa#"
AS = "http://www.w3.org/ns/activitystreams#"
# The terms as http://www.w3.org/ns/anno.jsonld defines them, so that nothing is fetched.
CONTEXT = {
    "id": "@id", "type": "@type",
    "AnnotationCollection": AS + "OrderedCollection", "AnnotationPage": AS + "OrderedCollectionPage",
    "Annotation": OA + "Annotation", "TextualBody": OA + "TextualBody",
    "TextQuoteSelector": OA + "TextQuoteSelector", "TextPositionSelector": OA + "TextPositionSelector",
    "linking": OA + "linking", "identifying": OA + "identifying", "describing": OA + "describing",
    "commenting": OA + "commenting",
    "motivation": {"@id": OA + "motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": OA + "hasPurpose", "@type": "@vocab"},
    "body": {"@id": OA + "hasBody", "@type": "@id"}, "target": {"@id": OA + "hasTarget", "@type": "@id"},
    "source": {"@id": OA + "hasSource", "@type": "@id"}, "selector": {"@id": OA + "hasSelector", "@type": "@id"},
    "exact": OA + "exact", "prefix": OA + "prefix", "suffix": OA + "suffix",
    "start": OA + "start", "end": OA + "end",
    "value": "http://www.w3.org/1999/02/22-rdf-syntax-ns#value", "label": "http://www.w3.org/2000/01/rdf-schema#label",
    "items": {"@id": AS + "items", "@type": "@id", "@container": "@list"},
    "first": {"@id": AS + "first", "@type": "@id"}, "partOf": {"@id": AS + "partOf", "@type": "@id"},
    "total": AS + "totalItems", "startIndex": AS + "startIndex",
}

RDF = rdflib.RDF
oa = rdflib.Namespace(OA)


def those_of(graph, subject, predicate, kind):
    """The objects of a type."""
    return [one for one in graph.objects(subject, predicate) if (one, RDF.type, kind) in graph]


def rows_of(graph, annotation):
    """Claim, source, exact words, start and end; -1 without positions.

    Not a query: rdflib joins the nodes of each type before it follows their edges, which takes cubic time."""
    if (annotation, oa.motivatedBy, oa.linking) not in graph:
        return
    claims = [
        claim
        for body in those_of(graph, annotation, oa.hasBody, oa.TextualBody)
        if (body, oa.hasPurpose, oa.identifying) in graph
        for claim in graph.objects(body, RDF.value)
    ]
    for target in graph.objects(annotation, oa.hasTarget):
        quotes = [
            exact
            for quote in those_of(graph, target, oa.hasSelector, oa.TextQuoteSelector)
            for exact in graph.objects(quote, oa.exact)
        ]
        positions = [
            (int(start), int(end))
            for position in those_of(graph, target, oa.hasSelector, oa.TextPositionSelector)
            for start in graph.objects(position, oa.start)
            for end in graph.objects(position, oa.end)
        ]
        for claim in claims:
            for source in graph.objects(target, oa.hasSource):
                for exact in quotes:
                    for start, end in positions or [(-1, -1)]:
                        yield [str(claim), str(source), str(exact), start, end]


found = {}
for path in sys.argv[1:]:
    with open(path, encoding="utf-8") as file:
        data = json.load(file)
    assert data["@context"] == "http://www.w3.org/ns/anno.jsonld"
    data["@context"] = CONTEXT
    graph = rdflib.Graph().parse(data=json.dumps(data), format="json-ld")
    annotations = set(graph.subjects(RDF.type, oa.Annotation))
    found[path] = {
        "annotations": len(annotations),
        "rows": [row for annotation in annotations for row in rows_of(graph, annotation)],
    }
print(json.dumps(found))
