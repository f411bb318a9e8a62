"""Reads a dossier with PyYAML's C loader, and validates each file with jsonschema."""

import json
import sys
from pathlib import Path

import jsonschema
import yaml

validator = jsonschema.Draft202012Validator(json.loads(Path("schema/dossier.schema.json").read_text()))


class Loader(yaml.CSafeLoader):
    """Dates stay text, as the schema has them."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in rules if not tag.endswith("timestamp")]
    for first, rules in yaml.CSafeLoader.yaml_implicit_resolvers.items()}
for file in sorted(Path(sys.argv[1]).glob("*.yaml")):
    validator.is_valid(yaml.load(file.read_bytes(), Loader))
