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

found = {}
for path in sys.argv[1:]:
    with open(path, encoding="utf-8") as file:
        data = json.load(file)
    assert data["@context"] == "http://www.w3.org/ns/anno.jsonld"
    data["@context"] = CONTEXT
    graph = rdflib.Graph().parse(data=json.dumps(data), format="json-ld")
    rows = graph.query(
        """
        PREFIX oa: <http://www.w3.org/ns/oa#> PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
        SELECT ?claim ?source ?exact ?start ?end WHERE {
          ?a a oa:Annotation ; oa:motivatedBy oa:linking ; oa:hasBody ?b ; oa:hasTarget ?t .
          ?b a oa:TextualBody ; oa:hasPurpose oa:identifying ; rdf:value ?claim .
          ?t oa:hasSource ?source ; oa:hasSelector ?q . ?q a oa:TextQuoteSelector ; oa:exact ?exact .
          OPTIONAL { ?t oa:hasSelector ?p . ?p a oa:TextPositionSelector ; oa:start ?start ; oa:end ?end }
        }"""
    )
    annotations = len(set(graph.subjects(rdflib.RDF.type, rdflib.URIRef(OA + "Annotation"))))
    found[path] = {
        "annotations": annotations,
        "rows": [[str(c), str(s), str(e), int(a) if a is not None else -1, int(b) if b is not None else -1] for c, s, e, a, b in rows],
    }
print(json.dumps(found))
