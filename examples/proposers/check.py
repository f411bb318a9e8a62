#!/usr/bin/env python3
"""Checks what a proposer writes, before dyad does: python3 check.py request.json -- python3 propose.py

It gives the program the request, and tests the form of the answer and that each quote is in the text. Standard library only.
"""
import json
import subprocess
import sys

KEYS = {"kind", "quote", "record", "score", "rule", "speaker", "stance"}


def faults(request, answer):
    if not isinstance(answer, dict) or not isinstance(answer.get("claims"), list):
        return ["the answer is not an object with the array 'claims'"]
    folded = " ".join(request["text"].split())
    ids = {entity["id"] for entity in request["entities"]}
    ids |= {claim["record"].get("id") for claim in answer["claims"] if isinstance(claim.get("record"), dict)}
    found = []
    for number, claim in enumerate(answer["claims"], 1):
        def fault(words):
            found.append(f"claim {number}: {words}")
        if not set(claim) <= KEYS:
            fault(f"unknown keys: {', '.join(sorted(set(claim) - KEYS))}")
        if claim.get("kind") not in request["records"]:
            fault(f"unknown kind: {claim.get('kind')}")
        if not claim.get("quote") or " ".join(claim["quote"].split()) not in folded:
            fault("the quote is not in the text")
        if not 0 <= claim.get("score", 0.5) <= 1:
            fault("the score is not between 0 and 1")
        record = claim.get("record")
        if not isinstance(record, dict):
            fault("no record")
            continue
        known = {key["key"] for key in request["records"].get(claim.get("kind"), [])} | {"id"}
        if not set(record) <= known:
            fault(f"unknown keys in the record: {', '.join(sorted(set(record) - known))}")
        for key in ("actors", "recipients"):
            for party in record.get(key, []):
                if isinstance(party, str) and party not in ids:
                    fault(f"unknown entity in {key}: {party}")
    return found


if __name__ == "__main__":
    if "--" not in sys.argv[2:]:
        sys.exit("usage: check.py request.json -- command …")
    request = json.load(open(sys.argv[1], encoding="utf-8"))
    command = sys.argv[sys.argv.index("--") + 1:]
    run = subprocess.run(command, input=json.dumps(request).encode(), stdout=subprocess.PIPE, timeout=120)
    if run.returncode != 0:
        sys.exit(f"the program exited with {run.returncode}")
    found = faults(request, json.loads(run.stdout))
    print("\n".join(found) if found else "no faults")
    sys.exit(bool(found))
