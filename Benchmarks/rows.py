"""What is measured, a declaration for each row of the results.

The words in braces are programs (`dyad`, `parts`, `python`), files of `inputs.py`, `out` for a result, and `n` for the size.
"""

from dataclasses import dataclass, field

PRINTED = r"took ([\d.]+) s"


@dataclass(frozen=True)
class Row:
    id: str
    title: str
    ours: str
    # Other programs that do the same work, by name, the one of the goals first.
    peers: dict = field(default_factory=dict)
    # The most that is wanted: `ratio` and `memory` to the first peer, `seconds` and `exponent` at the largest size.
    goals: dict = field(default_factory=dict)
    sizes: tuple = (None,)
    # The largest size for peers.
    reach: int = 10**9
    # What both print of a part of their work; without it, the processor time of the whole process counts.
    figure: str | None = None


def neato(dot, form, options=""):
    return {"neato -n2": f"neato -n2 -T{form} {options} {{{dot}}} -o {{out}}.{form}"}


PAIR = "{dyad} draw examples/pakistan-afghanistan --between pakistan afghanistan -o {out}"
FILM = "rm -rf {out}; {dyad} film"
SIZES = (1000, 10_000, 100_000)

GROUPS = {
    "pictures": [
        Row("pair-svg", "a pair as SVG", PAIR + ".svg", neato("pair_dot", "svg"), {"ratio": 1.5}),
        Row("pair-png", "a pair as PNG of 300 dpi", PAIR + ".png", neato("pair_dot", "png", "-Gdpi=300"), {"ratio": 1.1}),
        Row("pair-pdf", "a pair as PDF", PAIR + ".pdf", neato("pair_dot", "pdf"), {"ratio": 1.6}),
        Row("archipelago-svg", "a network of 150 parties as SVG", "{dyad} draw examples/archipelago -o {out}.svg",
            neato("archipelago_dot", "svg"), {"ratio": 3}),
        Row("network", "a network of {n} parties as SVG; of more than 300, dyad draws 100",
            "{dyad} draw {network} -o {out}.svg",
            {"sfdp": "sfdp -Goverlap=prism -Tsvg {network_dot} -o {out}.svg", "dot": "dot -Tsvg {network_dot} -o {out}.svg"},
            sizes=(200, 1000, 5000)),
        Row("pair-among-events", "a pair among {n} events as SVG", "{dyad} draw {flat} --between s0 s1 -o {out}.svg",
            goals={"seconds": 0.6}, sizes=(1000, 10_000)),
        Row("film", "a film of a pair by months, 13 pictures",
            FILM + " examples/egypt-israel --between egypt israel --every month -o {out}/",
            {"neato -n2, the distinct frames": "neato -n2 -Tsvg -O {frames}/*.dot",
             "dot, for each frame": "for file in {frames}/*.dot; do dot -Tsvg $file -o {out}.svg; done"}, {"seconds": 0.5}),
        Row("film-archipelago", "a film of 150 parties by months, 55 pictures",
            FILM + " examples/archipelago --every month --from 2019 --to 2023 -o {out}/",
            {"neato -n2, the distinct frames": "neato -n2 -Tsvg -O {archipelago_frames}/*.dot",
             "dot, for each frame": "for file in {archipelago_frames}/*.dot; do dot -Tsvg $file -o {out}.svg; done"},
            {"seconds": 0.8}),
        Row("site", "a site of 27 pages", "rm -rf {out}; {dyad} site examples/pakistan-afghanistan -o {out}",
            goals={"seconds": 2.5}),
        Row("site-archipelago", "a site of 150 parties", "rm -rf {out}; {dyad} site examples/archipelago -o {out}",
            goals={"seconds": 30}),
    ],
    "start": [
        # 7 and 15 ms on the machine on which `dot -V` took 4.6 ms when the goals were set.
        Row("version", "--version", "{dyad} --version", {"dot -V": "dot -V"}, {"ratio": 1.5}),
        Row("check-example", "check of an example", "{dyad} check examples/pakistan-afghanistan", {"dot -V": "dot -V"},
            {"ratio": 3.3}),
    ],
    "checks": [
        Row("check-events", "check of {n} events, each with a quote of one text", "{dyad} check {events}",
            {"PyYAML and jsonschema": "{python} Benchmarks/Peers/validate.py {events}"},
            {"seconds": 3, "exponent": 1.05, "ratio": 0.2}, SIZES),
        Row("quotes", "{n} quotes in one text", "{parts} quotes {n}",
            {"Python's in": "{python} Benchmarks/Peers/quotes.py {events}"}, {"exponent": 1.05}, SIZES, 10_000, PRINTED),
        Row("check-register", "check of {n} states with ties", "{dyad} check {register}", goals={"exponent": 1.1},
            sizes=(100, 1000, 10_000)),
    ],
    "scale": [
        Row("read-yaml", "reading {n} events from YAML", "{parts} read dossier {flat}",
            {"libyaml, events alone": ".build/bench/yaml-events {flat}"}, {"ratio": 5, "exponent": 1.1}, SIZES),
        Row("read-jsonl", "{n} claims from JSON Lines to N-Quads",
            "{dyad} convert --from jsonl {claims_jsonl} -o {out}.nq", goals={"exponent": 1.1}, sizes=SIZES + (1_000_000,)),
        Row("read-nquads", "{n} claims from N-Quads to JSON Lines", "{dyad} convert --from nquads {claims_nq} -o {out}.jsonl",
            goals={"exponent": 1.1}, sizes=SIZES),
        Row("snapshot", "a dyad as of a day, among {n} claims", "{parts} snapshot {n}",
            {"SQLite with an index": "{python} Benchmarks/Peers/snapshot.py {n}"}, {"seconds": 0.001},
            SIZES + (1_000_000,), figure=PRINTED),
        Row("serve-edited", "`serve`: a picture, and what it reads, after an edit of one word", "{python} Benchmarks/serve.py {dyad} edited",
            {"the first picture": "{python} Benchmarks/serve.py {dyad} first"}, {"seconds": 0.05}, figure=PRINTED),
        Row("letter", "the language server after a letter, {n} claims", "{parts} keystroke {n}", goals={"seconds": 0.05},
            sizes=(500, 2000), figure=PRINTED),
    ],
    "exchange": [
        Row("read-ntriples", "reading N-Triples of {n} claims", "{parts} read ntriples {claims_nt}",
            {"pyoxigraph": "{python} Benchmarks/Peers/load_rdf.py pyoxigraph {claims_nt}",
             "rdflib": "{python} Benchmarks/Peers/load_rdf.py rdflib {claims_nt}"},
            {"ratio": 1, "memory": 1}, (12_500,)),
        Row("write-graphml", "writing GraphML of {n} claims", "{parts} write graphml {n} {out}",
            {"igraph": "{python} Benchmarks/Peers/write_graph.py igraph {claims_graphml} {out}",
             "networkx": "{python} Benchmarks/Peers/write_graph.py networkx {claims_graphml} {out}"},
            {"ratio": 0.33}, (50_000,), figure=PRINTED),
        Row("write-ntriples", "writing N-Triples of {n} claims", "{parts} write ntriples {n} {out}",
            {"pyoxigraph": "{python} Benchmarks/Peers/write_graph.py pyoxigraph {claims_nt} {out}",
             "rdflib": "{python} Benchmarks/Peers/write_graph.py rdflib {claims_nt} {out}"},
            {"ratio": 1}, (12_500,), figure=PRINTED),
        Row("convert-ntriples", "N-Triples of {n} claims, read by those who must, and written", "{parts} write ntriples {n} {out}",
            {"serdi": "serdi -i ntriples -o ntriples {claims_nt} > {out}",
             "rapper": "rapper -q -i ntriples -o ntriples {claims_nt} > {out}"}, {"ratio": 1}, (50_000,)),
    ],
}

ROWS = [row for rows in GROUPS.values() for row in rows]

# Parts without threads, whose instructions callgrind counts.
COUNTED = {
    "reading 1,000 events from YAML": "{parts} read dossier {flat}",
    "1,000 quotes in one text": "{parts} quotes {n}",
    "reading N-Triples of 1,000 claims": "{parts} read ntriples {claims_nt}",
    "writing GraphML of 1,000 claims": "{parts} write graphml {n} {out}",
}
