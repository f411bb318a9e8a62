"""Holds JSON and JSON Lines against their schemas, and each line against RFC 8785: prints how many were held."""

import json
import sys
from pathlib import Path

# jsonschema then leaves out its grammar of IRIs, which takes two seconds to load; no schema here has that format.
sys.modules["rfc3987_syntax"] = None

import jsonschema
import rfc8785

root = Path(__file__).resolve().parents[3] / "schema"


def validator(name):
    schema = json.loads((root / name).read_text())
    kind = jsonschema.validators.validator_for(schema)
    kind.check_schema(schema)
    return kind(schema)


dossier, record = validator("dossier.schema.json"), validator("record.schema.json")
held = 0
wrong = []
for path in map(Path, sys.argv[1:]):
    text = path.read_bytes()
    values = [json.loads(text)] if path.suffix == ".json" else [json.loads(line) for line in text.splitlines()]
    schema = dossier if path.suffix == ".json" else record
    for value, line in zip(values, text.splitlines() if path.suffix == ".jsonl" else [None]):
        wrong += [f"{path.name}: {error.json_path}: {error.message[:300]}" for error in schema.iter_errors(value)]
        if line is not None and rfc8785.dumps(value) != line:
            wrong.append(f"{path.name}: not canonical: {line[:200]!r}")
        held += 1
print(json.dumps({"held": held, "wrong": wrong[:20]}))
