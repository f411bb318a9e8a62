#!/usr/bin/env python3
"""A proposer in Python, with nothing but its standard library: visits, by the verb "visited" between two names.

It reads a request of dyad from standard input and writes its claims to standard output. Replace `claims` by a call of your own model.
"""
import json
import re
import sys


def names(request):
    """Every name of an entity with its id, the longest first."""
    pairs = [(name, entity["id"]) for entity in request["entities"] for name in entity["names"]]
    return sorted(pairs, key=lambda pair: -len(pair[0]))


def sentences(text):
    """The sentences as they are in the text, so that they are quotes."""
    return [part.strip() for part in re.split(r"(?<=[.!?])\s+|\n+", text) if part.strip()]


def party(words, known):
    """The id of the first name in the words."""
    found = [(words.find(name), -len(name), id) for name, id in known if name in words]
    return min(found)[2] if found else None


def claims(request):
    known = names(request)
    for sentence in sentences(request["text"]):
        before, verb, after = sentence.partition(" visited ")
        actor, recipient = party(before, known), party(after, known)
        if not verb or not actor or not recipient or actor == recipient:
            continue
        year = re.search(r"\b(1[0-9]{3}|20[0-9]{2})\b", sentence)
        on = year.group() if year else "/" + request["source"]["published"] if request["source"]["published"] else None
        if on is None:
            continue
        yield {
            "kind": "event",
            "quote": sentence,
            "score": 0.6 if year else 0.4,
            "rule": "'visited' between two names",
            "record": {
                "on": on,
                "what": sentence.rstrip("."),
                "type": "CONSULT",
                "mode": "visit",
                "actors": [actor],
                "recipients": [recipient],
            },
        }


if __name__ == "__main__":
    request = json.load(sys.stdin)
    if request.get("format") != "dyad-proposals-1":
        sys.exit(f"unknown format of request: {request.get('format')}")
    json.dump({"claims": list(claims(request))}, sys.stdout, ensure_ascii=False)
