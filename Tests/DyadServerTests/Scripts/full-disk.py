"""A workbench whose files may not grow: how it answers, and whether its files are as before.

    full-disk.py PORT PATH-WITH-KEY PROCESS FOLDER

A limit of the size of files is a full disk that anybody can make and take away while the server runs.
"""

import http.client
import json
import pathlib
import re
import resource
import sys

port, opening, process, folder = int(sys.argv[1]), sys.argv[2], int(sys.argv[3]), pathlib.Path(sys.argv[4])
host = f"localhost:{port}"


def ask(method, path, body=None, **fields):
    client = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    client.request(method, path, body, {"Host": host, **fields})
    answer = client.getresponse()
    return answer.status, answer.headers, answer.read().decode()


session = ask("GET", opening)[1]["Set-Cookie"].split(";")[0]
token = re.search(r'name="dyad-token" content="([0-9a-f]+)"', ask("GET", "/edit", Cookie=session)[2]).group(1)


def post(name, body):
    fields = {"Cookie": session, "X-Dyad-Token": token, "Origin": f"http://{host}", "Content-Type": "application/json"}
    status, _, text = ask("POST", f"/edit/{name}", json.dumps(body), **fields)
    return status, json.loads(text)


def edit(note):
    return post("edits", {"edits": [{"verb": "edit", "id": "quay", "keys": {"note": note}}]})


def files():
    # The messages of the server are no files of the dossier.
    paths = [path for path in folder.rglob("*") if path.is_file() and path.suffix not in (".err", ".lock")]
    return {str(path.relative_to(folder)): path.read_bytes() for path in paths}


def limited(size, change):
    """The answer to a change while no file may be larger, and whether all files are as before."""
    before, unlimited = files(), resource.prlimit(process, resource.RLIMIT_FSIZE)
    resource.prlimit(process, resource.RLIMIT_FSIZE, (size, unlimited[1]))
    status, answer = change()
    resource.prlimit(process, resource.RLIMIT_FSIZE, unlimited)
    return {"status": status, "message": re.sub(r"'[^']*'", "'…'", answer.get("message", "")), "kept": files() == before}


dossier = next(path for path in (folder / "ferry").glob("*.yaml"))
start = files()
result = {
    "before": edit("seen")[0],
    "history": limited(100, lambda: edit("seen twice")),
    "dossier": limited(dossier.stat().st_size - 1, lambda: edit("seen by two")),
    "undo": limited(100, lambda: post("undo", {})),
    "state": ask("GET", "/edit/state", Cookie=session)[0],
    "after": edit("seen again")[0],
    "undone": [post("undo", {})[0], post("undo", {})[0], post("undo", {})[0]],
    "as at the start": files()[str(dossier.relative_to(folder))] == start[str(dossier.relative_to(folder))],
}
print(json.dumps(result))
