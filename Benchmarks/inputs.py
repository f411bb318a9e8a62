"""What is measured: files of any size, made once under `.build/bench/inputs`, the same on every machine."""

import hashlib
import subprocess
from pathlib import Path

FOLDER = Path(".build/bench/inputs")
TITLE = "dossier: Generated\n"
KINDS = ["CONSULT", "COOPERATE", "ACCUSE", "REQUEST"]


class Inputs(dict):
    """The words of a command in braces: programs, files, and the size."""

    def __init__(self, size, **words):
        super().__init__(n=size, **words)

    def __missing__(self, word):
        path = FOLDER / f"{word}-{self['n'] or 'example'}"
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            globals()[word](path, self)
        return str(path)


def quote(number):
    return f"On the day of report {number} the envoys met again and spoke of matter {number * 7919 % 100_003}."


def states(count):
    return "states:\n" + "".join(f"  s{number}: {{ name: State {number} }}\n" for number in range(count))


def source(folder, count):
    """A source with one text, in which every quote is found."""
    (folder / "wire.txt").write_text("\n".join(map(quote, range(count))))
    return "sources:\n  wire: { title: The wire, published: 2021, text: wire.txt }\n"


def event(number, parties, quoted=True):
    day = f"20{number % 20:02}-{number % 12 + 1:02}-{number % 28 + 1:02}"
    ends = f"actors: [s{number % parties}], recipients: [s{(number * 7 + 1) % parties}]"
    if number % parties == (number * 7 + 1) % parties:
        ends = f"actors: [s{number % parties}], recipients: [s{(number + 1) % parties}]"
    cite = f', cite: {{ wire: "{quote(number)}" }}' if quoted else ""
    return f"  e{number}: {{ on: {day}, type: {KINDS[number % 4]}, {ends}, what: Talks of round {number}{cite} }}\n"


def dossier(folder, head, events):
    """A dossier of several files, each below the limit of the size of one."""
    folder.mkdir(exist_ok=True)
    (folder / "register.yaml").write_text(head)
    for start in range(0, len(events), 50_000):
        (folder / f"events-{start}.yaml").write_text("events:\n" + "".join(events[start:start + 50_000]))


def events(path, words):
    """Events between ten states, each with a quote of one text."""
    path.mkdir()
    dossier(path, TITLE + source(path, words["n"]) + states(10), [event(number, 10) for number in range(words["n"])])


def register(path, words):
    """States, each with a tie to the next and a phase of it."""
    count = words["n"]
    ties = "".join(
        f"  r{number}: {{ between: [s{number}, s{(number + 1) % count}], kind: ties, phases: [{{ during: 2001/2010, reads: at peace, tone: 2 }}] }}\n"
        for number in range(count))
    view = "views:\n  peace: { around: s0, only: [state, ties] }\n"
    dossier(path, TITLE + states(count) + "relations:\n" + ties + view, [])


def flat(path, words):
    """Events without quotes, in one file."""
    path.write_text(TITLE + states(100) + "events:\n" + "".join(event(number, 100, False) for number in range(words["n"])))


def network_ties(count):
    """Three ties of each state, in the manner of a network without a plan: which states they join follows no order."""
    ties = {}
    for number in range(count):
        for step in (1, 2, 3):
            other = (number * 7919 + step * 104_729 + number * number * step) % count
            if other != number:
                ties[frozenset((number, other))] = (number, other)
    return list(ties.values())


def network(path, words):
    """States with ties between them, cooperative and hostile."""
    path.mkdir()
    ties = "".join(
        f"  r{index}: {{ between: [s{one}, s{other}], kind: ties, phases: [{{ during: 2001/, reads: in relations, tone: {index % 13 - 6} }}] }}\n"
        for index, (one, other) in enumerate(network_ties(words["n"])))
    dossier(path, TITLE + states(words["n"]) + "relations:\n" + ties, [])


def network_dot(path, words):
    """The same states and ties for Graphviz alone."""
    nodes = "".join(f's{number} [label="State {number}"]\n' for number in range(words["n"]))
    edges = "".join(f"s{one} -- s{other}\n" for one, other in network_ties(words["n"]))
    path.write_text("graph {\nnode [shape=box]\n" + nodes + edges + "}\n")


def pair_dot(path, words):
    """The DOT of a pair, as `dyad` gives it to Graphviz."""
    draw(words, f"draw examples/pakistan-afghanistan --between pakistan afghanistan --as dot -o {path}")


def archipelago_dot(path, words):
    draw(words, f"draw examples/archipelago --as dot -o {path}")


def frames(path, words):
    """The DOT of each picture of the film of a pair; those that are equal are one file."""
    draw(words, f"film examples/egypt-israel --between egypt israel --every month --as dot -o {path}/")
    distinct(path)


def archipelago_frames(path, words):
    draw(words, f"film examples/archipelago --every month --from 2019 --to 2023 --as dot -o {path}/")
    distinct(path)


def distinct(folder):
    seen = set()
    for file in sorted(folder.glob("*.dot")):
        digest = hashlib.sha256(file.read_bytes()).digest()
        file.unlink() if digest in seen else seen.add(digest)


def claims_jsonl(path, words):
    subprocess.run([words["parts"], "write", "jsonl", str(words["n"]), path], check=True, stdout=subprocess.DEVNULL)


def claims_nt(path, words):
    subprocess.run([words["parts"], "write", "ntriples", str(words["n"]), path], check=True, stdout=subprocess.DEVNULL)


def claims_nq(path, words):
    subprocess.run([words["parts"], "write", "nquads", str(words["n"]), path], check=True, stdout=subprocess.DEVNULL)


def claims_graphml(path, words):
    subprocess.run([words["parts"], "write", "graphml", str(words["n"]), path], check=True, stdout=subprocess.DEVNULL)


def draw(words, command):
    subprocess.run(f"{words['dyad']} {command}", shell=True, check=True, stderr=subprocess.DEVNULL)
