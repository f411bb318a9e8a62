"""Holds FollowTheMoney entities and STIX bundles against the packages that define them; prints what they keep.

Arguments: stems of files.
"""

import json
import sys

# jsonschema then leaves out its grammar of IRIs, which takes two seconds to load; no schema here has that format.
sys.modules["rfc3987_syntax"] = None

import stix2
from followthemoney import model
from stix2validator import ValidationOptions, validate_file

wrong, told = [], {}


def clean(text):
    return " ".join(text.split())


for stem in sys.argv[1:]:
    entities = []
    with open(f"{stem}.ftm.json", encoding="utf-8") as file:
        lines = [json.loads(line) for line in file]
    for value in lines:
        entity = model.get_proxy(value)
        try:
            entity.schema.validate({"properties": value["properties"]})
        except Exception as error:
            wrong.append(f"{stem}: {value['id']}: {error}")
        for key, values in value["properties"].items():
            prop = entity.schema.get(key)
            if prop is None:
                wrong.append(f"{stem}: {value['schema']} has no {key}")
                continue
            # What is put in by the cleaning way stays in: nothing is dropped in silence.
            again = model.make_entity(entity.schema)
            again.id = value["id"]
            for one in values:
                again.add(key, one)
            if len(again.get(key)) != len({clean(v) for v in values}) and key not in ("name", "alias", "full"):
                wrong.append(f"{stem}: {value['schema']}.{key}: {values} became {again.get(key)}")
            if prop.range is not None:
                for other in values:
                    found = next((line for line in lines if line["id"] == other), None)
                    if found is None:
                        wrong.append(f"{stem}: {value['id']}.{key} leads nowhere")
                    elif not model.get(found["schema"]).is_a(prop.range) and key in ("proof", "involved"):
                        wrong.append(f"{stem}: {value['id']}.{key} leads to {found['schema']}")
        entities.append(
            [
                value["schema"],
                value["properties"].get("recordId", [""])[0],
                value["properties"].get("startDate", [""])[0],
                value["properties"].get("endDate", [""])[0],
                len(value["properties"].get("proof", [])),
            ]
        )
    with open(f"{stem}.stix.json", encoding="utf-8") as file:
        text = file.read()
    bundle = json.loads(text)
    stix2.parse(text, allow_custom=False)
    result = validate_file(f"{stem}.stix.json", ValidationOptions(version="2.1", enforce_refs=True))
    wrong += [f"{stem}: {error}"[:300] for one in result.object_results for error in one.errors]
    ids = {o["id"]: o for o in bundle["objects"]}
    if len(ids) != len(bundle["objects"]):
        wrong.append(f"{stem}: duplicate id")
    extension = next(i for i in ids if i.startswith("extension-definition"))
    own = {i: o["extensions"][extension] for i, o in ids.items() if "extensions" in o}
    told[stem.rsplit("/", 1)[1]] = {
        "ftm": sorted(entities),
        "stix": sorted(
            [
                own[o["source_ref"]]["dyad_id"],
                own[o["target_ref"]]["dyad_id"],
                own[o["id"]].get("claim", ""),
                own[o["id"]].get("during", ""),
                o.get("start_time", ""),
                len(o.get("external_references", [])),
            ]
            for o in ids.values()
            if o["type"] == "relationship" and own[o["id"]]["role"] == "phase"
        ),
        "names": sorted([own[i]["dyad_id"], ids[i]["name"]] for i in own if ids[i]["type"] != "relationship"),
    }
print(json.dumps({"wrong": wrong[:20], "told": told}))
