"""The processor time of `dyad serve` for a picture: serve.py DYAD first|edited.

The first picture after the start, or, after a word of the dossier is edited, the next one, with the reading of the dossier.
"""

import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

dyad, which = sys.argv[1:3]
PICTURE = "/pictures/dyads/egypt~israel.svg?on=1979-06-01"


def processor_seconds(process):
    """By the scheduler: the ticks of `stat`, of 10 ms, are too coarse for one answer."""
    return sum(int((task / "schedstat").read_text().split()[0]) for task in Path(f"/proc/{process.pid}/task").iterdir()) / 1e9


with tempfile.TemporaryDirectory() as folder:
    dossier = Path(folder) / "ties"
    shutil.copytree("examples/egypt-israel", dossier)
    server = subprocess.Popen([dyad, "serve", dossier, "--port", "0"], stderr=subprocess.PIPE, text=True)
    try:
        address = re.search(r"http://[^/\s]+", server.stderr.readline())[0]

        def answer(path):
            with urllib.request.urlopen(address + path) as response:
                return response.read()

        if which == "first":
            answer("/version")
            before = processor_seconds(server)
            answer(PICTURE)
            print(f"took {processor_seconds(server) - before:.6f} s")
        else:
            answer(PICTURE)
            times = []
            file = dossier / "dossier.yaml"
            for _ in range(10):
                text = file.read_text()
                version = answer("/version")
                before = processor_seconds(server)
                file.write_text(re.sub(r"(what: \"?\w+)", r"\1s", text, count=1))
                while answer("/version") == version:
                    time.sleep(0.1)
                answer(PICTURE)
                times.append(processor_seconds(server) - before)
            print(f"took {sorted(times)[len(times) // 2]:.6f} s")
    finally:
        server.terminate()
        server.wait()
