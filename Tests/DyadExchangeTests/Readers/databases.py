"""Loads the script and the tables of each graph into Ladybug, twice, and asks who had ties with whom on a date.

Arguments: folders, each with graph.cypher, tables/ and questions.json. Prints the answers.
"""

import csv
import json
import re
import sys
from pathlib import Path

import real_ladybug as lb
from antlr4 import CommonTokenStream, InputStream
from antlr4.error.ErrorListener import ErrorListener
from antlr4_cypher import CypherLexer, CypherParser

nodes = {"Source": "sources", "Entity": "entities", "Office": "offices", "Event": "events"}
ends = {
    "HOLDS": ("Entity", "Office", "holdings"),
    "ACTS_IN": ("Entity", "Event", "parts"),
    "RECEIVES": ("Entity", "Event", "parts"),
    "AFFECTED_BY": ("Entity", "Event", "parts"),
    "LEADS_TO": ("Event", "Event", "links"),
    "IN_RETURN_FOR": ("Event", "Event", "links"),
    "RESPONDS_TO": ("Event", "Event", "links"),
    "PART_OF_EVENT": ("Event", "Event", "links"),
    "BELONGS_TO": ("Entity", "Entity", "homes"),
    "OFFICE_OF": ("Office", "Entity", "offices-of"),
}


def columns(folder, name):
    """The columns as the header of the table types them, but for the ids and ends that the import itself knows."""
    with (folder / f"{name}.csv").open(newline="", encoding="utf-8") as file:
        cells = [cell.split(":", 1) for cell in next(csv.reader(file))]
    return [f"{key} {kind.upper()}" for key, kind in cells if key and not kind.startswith("ID(")]


def database(types, folder):
    connection = lb.Connection(lb.Database())
    for label, name in nodes.items():
        connection.execute(f"CREATE NODE TABLE {label}(id STRING PRIMARY KEY, {', '.join(columns(folder, name))})")
    for kind in sorted(types | set(ends)):
        source, target, name = ends.get(kind, ("Entity", "Entity", "relations"))
        connection.execute(f"CREATE REL TABLE {kind}(FROM {source} TO {target}, {', '.join(columns(folder, name))})")
    return connection


def rows(connection, query, parameters=None):
    result = connection.execute(query, parameters or {})
    found = []
    while result.has_next():
        found.append(result.get_next())
    return found


class Complaints(ErrorListener):
    def __init__(self):
        self.all = []

    def syntaxError(self, recognizer, symbol, line, column, message, error):
        self.all.append(f"{line}:{column}: {message}")


def parses(statement):
    complaints = Complaints()
    lexer = CypherLexer(InputStream(statement))
    parser = CypherParser(CommonTokenStream(lexer))
    for one in (lexer, parser):
        one.removeErrorListeners()
        one.addErrorListener(complaints)
    parser.script()
    return complaints.all


def ask(connection, types, questions):
    kinds = "|".join(sorted(types - set(ends))) or "BELONGS_TO"
    answers = {}
    for party, day in questions:
        certain, possible = (
            sorted(
                {
                    row[0]
                    for row in rows(
                        connection,
                        f"MATCH (a:Entity)-[r:{kinds}]-(b:Entity) WHERE a.id = $party AND {test} RETURN b.id",
                        {"party": party},
                    )
                }
            )
            for test in (
                f"r.start_latest <= date('{day}') AND r.end_earliest >= date('{day}')",
                f"r.start_earliest <= date('{day}') AND r.end_latest >= date('{day}')",
            )
        )
        answers[f"{party} {day}"] = [certain, possible]
    return answers


def contents(connection, types):
    return {
        "entities": sorted(rows(connection, "MATCH (n:Entity) RETURN n.id, n.name, n.kind, n.note")),
        "events": sorted(rows(connection, "MATCH (n:Event) RETURN n.id, n.name, n.during, n.cite")),
        "described": sorted(
            rows(connection, "MATCH (n:Event) WHERE n.described_actors IS NOT NULL RETURN n.id, n.described_actors")
        ),
        "mediators": sorted(
            row
            for kind in sorted(types - set(ends))
            for row in rows(connection, f"MATCH ()-[r:{kind}]->() WHERE r.relation_by IS NOT NULL RETURN r.id, r.relation_by")
        ),
        "links": sorted(
            row
            for kind in ("LEADS_TO", "IN_RETURN_FOR", "RESPONDS_TO", "PART_OF_EVENT")
            for row in rows(connection, f"MATCH ()-[r:{kind}]->() RETURN r.id, coalesce(r.basis, '')")
        ),
        "offices": sorted(rows(connection, "MATCH (n:Office) RETURN n.id, n.name")),
        "sources": sorted(rows(connection, "MATCH (n:Source) RETURN n.id, n.title")),
        "phases": sorted(
            row
            for kind in sorted(types - set(ends))
            for row in rows(connection, f"MATCH (a)-[r:{kind}]->(b) RETURN r.id, a.id, b.id, r.kind, r.during, r.tone, r.reads, r.note")
        ),
        "roles": sorted(
            row for kind in sorted(ends) for row in rows(connection, f"MATCH (a)-[r:{kind}]->(b) RETURN a.id, b.id, r.kind")
        ),
    }


def load_tables(folder):
    """The tables by Python's reader of CSV, row by row."""
    files = {path.name: list(csv.reader(path.open(newline="", encoding="utf-8"))) for path in folder.glob("*.csv")}
    types = {row[-1] for name, table in files.items() if table[0][-1] == ":TYPE" for row in table[1:]} - set(ends)
    connection = database(types, folder)

    def literal(value, kind):
        if kind == "string[]":
            return "[" + ", ".join(literal(part, "string") for part in value.split("\x1f")) + "]"
        if kind in ("double", "boolean"):
            return str(float(value)) if kind == "double" else value
        quoted = "".join(f"\\{c}" if c in "\\'" else {"\n": "\\n", "\r": "\\r", "\t": "\\t"}.get(c, c) for c in value)
        return f"date('{value}')" if kind == "date" else f"'{quoted}'"

    for is_node in (True, False):
        for name, (header, *table) in sorted(files.items()):
            if (header[-1] == ":LABEL") != is_node:
                continue
            columns = [cell.split(":", 1) for cell in header]
            for row in table:
                sets = [
                    # The guard against spreadsheets that run formulas, which an import keeps.
                    f"{key}: {literal(cell.removeprefix(chr(39)) if kind == 'string' else cell, kind)}"
                    for (key, kind), cell in zip(columns, row)
                    if key and cell and not kind.startswith("ID(")
                ]
                if is_node:
                    label = row[-1].split("\x1f")[0]
                    connection.execute(f"CREATE (n:{label} {{{', '.join([f'id: {literal(row[0], str())}'] + sets)}}})")
                else:
                    source, target = (re.search(r"\((\w+)\)", cell).group(1) for cell in (header[0], header[-2]))
                    connection.execute(
                        f"MATCH (a:{source} {{id: {literal(row[0], str())}}}), (b:{target} {{id: {literal(row[-2], str())}}})"
                        f" CREATE (a)-[:{row[-1]} {{{', '.join(sets)}}}]->(b)"
                    )
    return connection, types


told = {}
for folder in map(Path, sys.argv[1:]):
    statements = (folder / "graph.cypher").read_text(encoding="utf-8").split(";\n")[:-1]
    constraints = [s for s in statements if s.startswith("CREATE CONSTRAINT")]
    statements = statements[len(constraints) :]
    types = {kind for s in statements for kind in re.findall(r"\]?-\[r:([A-Z0-9_]+) \{id: ", s)} - set(ends)
    connection = database(types, folder / "tables")
    questions = json.loads((folder / "questions.json").read_text())
    for statement in statements:
        connection.execute(statement)
    once = contents(connection, types)
    for statement in statements:
        connection.execute(statement)
    tables, table_types = load_tables(folder / "tables")
    complaints = []
    for statement in statements[:: max(1, len(statements) // 3)]:
        complaints += parses(statement + ";")
    told[folder.name] = {
        "constraints": len(constraints),
        "idempotent": contents(connection, types) == once,
        "tables": contents(tables, table_types) == once,
        "complaints": complaints[:3],
        "answers": ask(connection, types, questions),
        "contents": once,
    }
print(json.dumps(told))
