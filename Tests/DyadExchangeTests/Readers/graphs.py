"""Reads the files of tools for graphs with those tools, and prints what they found of each: nodes, edges and faults.

Arguments: stems of files. What is printed is compared with the graph by the caller.
"""

import json
import re
import subprocess
import sys
import warnings
from datetime import date

# jsonschema then leaves out its grammar of IRIs, which takes two seconds to load; no schema here has that format.
sys.modules["rfc3987_syntax"] = None

import igraph
import jsonschema
import networkx as nx
import pydot
from lxml import etree

warnings.simplefilter("ignore")
wrong = []
found = {}

JGF = {
    "type": "object",
    "required": ["graph"],
    "additionalProperties": False,
    "properties": {
        "graph": {
            "type": "object",
            "additionalProperties": False,
            "properties": {
                "id": {"type": "string"},
                "label": {"type": "string"},
                "directed": {"type": "boolean"},
                "type": {"type": "string"},
                "metadata": {"type": "object"},
                "nodes": {
                    "type": "object",
                    "additionalProperties": {
                        "type": "object",
                        "additionalProperties": False,
                        "properties": {"label": {"type": "string"}, "metadata": {"type": "object"}},
                    },
                },
                "edges": {
                    "type": "array",
                    "items": {
                        "type": "object",
                        "required": ["source", "target"],
                        "additionalProperties": False,
                        "properties": {
                            "id": {"type": "string"},
                            "source": {"type": "string"},
                            "target": {"type": "string"},
                            "relation": {"type": "string"},
                            "directed": {"type": "boolean"},
                            "label": {"type": "string"},
                            "metadata": {"type": "object"},
                        },
                    },
                },
            },
        }
    },
}


def check(condition, words):
    if not condition:
        wrong.append(words)


def token(text):
    return " ".join(text.split())


def plain(nodes, edges):
    """Nodes by id with kind and label, edges with ends, kind and tone: sorted, to be compared."""
    return {"nodes": sorted(nodes), "edges": sorted(edges)}


def edge(data, source, target):
    tone = data.get("tone")
    return [source, target, data["kind"], data["role"], data.get("claim") or "", float(tone) if data["role"] == "phase" else 0.0]


def read_graphml(stem):
    path = f"{stem}.graphml"
    tree = etree.parse(path, etree.XMLParser(resolve_entities=False, no_network=True))
    names = {"g": "{http://graphml.graphdrawing.org/xmlns}"}
    keys = {key.get("id"): key.get("for") for key in tree.iter(names["g"] + "key")}
    ids = [element.get("id") for element in tree.iter(names["g"] + "node", names["g"] + "edge")]
    nmtoken = re.compile(r"[A-Za-z0-9._:-]+\Z")
    check(len(ids) == len(set(ids)), f"{path}: duplicate id")
    check(all(nmtoken.match(i) for i in ids + list(keys)), f"{path}: an id is no name token")
    nodes = {element.get("id") for element in tree.iter(names["g"] + "node")}
    for element in tree.iter(names["g"] + "edge"):
        check(element.get("source") in nodes and element.get("target") in nodes, f"{path}: a dangling edge")
    for element in tree.iter(names["g"] + "data"):
        place = etree.QName(element.getparent()).localname
        check(keys.get(element.get("key")) == place, f"{path}: {element.get('key')} is not declared for {place}")
    for parent in tree.iter(names["g"] + "node", names["g"] + "edge"):
        used = [element.get("key") for element in parent]
        check(len(used) == len(set(used)), f"{path}: duplicate key")
    graph = nx.read_graphml(path, force_multigraph=True)
    own = {n: d.get("dyad_id", n) for n, d in graph.nodes(data=True)}
    result = plain(
        [[own[n], d["kind"], d["label"]] for n, d in graph.nodes(data=True)],
        [edge(d, own[a], own[b]) for a, b, d in graph.edges(data=True)],
    )
    same = igraph.Graph.Read_GraphML(path)
    check(same.vcount() == len(nodes) and same.ecount() == graph.number_of_edges(), f"{path}: igraph reads another graph")
    check(sorted(same.vs["label"]) == sorted(d["label"] for _, d in graph.nodes(data=True)), f"{path}: igraph reads other labels")
    # Through NetworkX and back, it is still the dossier: the caller reads it again.
    nx.write_graphml(graph, f"{stem}.networkx.graphml")
    return result


def read_gexf(stem):
    path = f"{stem}.gexf"
    ns = "{http://gexf.net/1.3}"
    tree = etree.parse(path, etree.XMLParser(resolve_entities=False, no_network=True))
    nodes = {element.get("id") for element in tree.iter(ns + "node")}
    declared = {
        (group.get("class"), attribute.get("id")) for group in tree.iter(ns + "attributes") for attribute in group
    }
    triplets, edges, tones = set(), [], 0
    for element in tree.iter(ns + "edge"):
        triplet = (element.get("source"), element.get("target"), element.get("kind"))
        check(triplet not in triplets, f"{path}: duplicate {triplet}")
        triplets.add(triplet)
        check({triplet[0], triplet[1]} <= nodes, f"{path}: a dangling edge")
        check(element.get("label") == token(element.get("label")), f"{path}: a label is no token")
        spells = [(date.fromisoformat(s.get("start")), date.fromisoformat(s.get("end"))) for s in element.iter(ns + "spell")]
        check(all(a <= b for a, b in spells), f"{path}: a spell ends before it starts")
        check(all(one[1] < other[0] for one, other in zip(spells, spells[1:])), f"{path}: spells overlap")
        values = {}
        for value in element.iter(ns + "attvalue"):
            check(("edge", value.get("for")) in declared, f"{path}: {value.get('for')} is not declared")
            if value.get("start"):
                tones += 1
                check(date.fromisoformat(value.get("start")) <= date.fromisoformat(value.get("end")), f"{path}: a tone ends early")
            else:
                values[value.get("for")] = value.get("value")
        for claim in json.loads(values["claims"]):
            edges.append([triplet[0], triplet[1], values["role"], claim.get("claim", "")])
    for element in tree.iter(ns + "node"):
        for bound in ("start", "end"):
            if element.get(bound):
                date.fromisoformat(element.get(bound))
    graph = nx.read_gexf(path)
    check(set(graph.nodes) == nodes and graph.number_of_edges() == len(triplets), f"{path}: NetworkX reads another graph")
    return {"nodes": sorted([n, d["kind"], token(d["label"])] for n, d in graph.nodes(data=True)), "edges": sorted(edges)}


def read_node_link(stem):
    with open(f"{stem}.node-link.json") as file:
        graph = nx.node_link_graph(json.load(file), edges="edges")
    with open(f"{stem}.networkx.node-link.json", "w") as file:
        json.dump(nx.node_link_data(graph, edges="edges"), file)
    return plain(
        [[n, d["kind"], d["label"]] for n, d in graph.nodes(data=True)],
        [edge(d, a, b) for a, b, d in graph.edges(data=True)],
    )


def read_jgf(stem):
    with open(f"{stem}.jgf.json") as file:
        value = json.load(file)
    jsonschema.Draft202012Validator(JGF).validate(value)
    graph = value["graph"]
    check(all(e["source"] in graph["nodes"] and e["target"] in graph["nodes"] for e in graph["edges"]), f"{stem}: a dangling edge")
    return plain(
        [[n, d["metadata"]["kind"], d["label"]] for n, d in graph["nodes"].items()],
        [edge(e["metadata"], e["source"], e["target"]) for e in graph["edges"]],
    )


def read_cx2(stem):
    with open(f"{stem}.cx2") as file:
        parts = json.load(file)
    check(parts[0] == {"CXVersion": "2.0", "hasFragments": False}, f"{stem}.cx2: no header")
    check(parts[-1] == {"status": [{"error": "", "success": True}]}, f"{stem}.cx2: no status")
    body = {key: value for part in parts[1:-1] for key, value in part.items()}
    for item in body["metaData"]:
        check(len(body[item["name"]]) == item["elementCount"], f"{stem}.cx2: a wrong count of {item['name']}")
    kinds = {"string": str, "double": (int, float), "integer": int, "boolean": bool}
    for name in ("nodes", "edges"):
        declared = body["attributeDeclarations"][0][name]
        for one in body[name]:
            for key, value in one["v"].items():
                check(isinstance(value, kinds[declared[key]["d"]]), f"{stem}.cx2: {key} is not as declared")
    ids = {n["id"]: n["v"]["dyad_id"] for n in body["nodes"]}
    return plain(
        [[n["v"]["dyad_id"], n["v"]["kind"], n["v"]["name"]] for n in body["nodes"]],
        [edge(e["v"], ids[e["s"]], ids[e["t"]]) for e in body["edges"]],
    )


def read_dot(stem):
    done = subprocess.run(["dot", "-Tdot_json", f"{stem}.dot"], capture_output=True, text=True)
    check(done.returncode == 0 and not done.stderr, f"{stem}.dot: {done.stderr[:200]}")
    value = json.loads(done.stdout, strict=False)
    check(len(pydot.graph_from_dot_file(f"{stem}.dot")) == 1, f"{stem}.dot: pydot reads no graph")
    names = [n["name"] for n in value["objects"]]
    return {
        "nodes": sorted([n["name"], n["class"]] for n in value["objects"]),
        "edges": sorted([names[e["tail"]], names[e["head"]], e["class"], e.get("id", "")] for e in value.get("edges", [])),
    }


readers = {
    "graphml": read_graphml,
    "gexf": read_gexf,
    "node-link": read_node_link,
    "jgf": read_jgf,
    "cx2": read_cx2,
    "dot": read_dot,
}
for stem in sys.argv[1:]:
    found[stem] = {name: reader(stem) for name, reader in readers.items()}
print(json.dumps({"wrong": sorted(set(wrong))[:20], "found": found}))
