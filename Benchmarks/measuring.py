"""Runs commands in turn, and the figures of their runs: processor time, peak memory, or what a command prints itself.

    >>> median([3, 1, 2])
    2
    >>> exponent({1000: 1.0, 10_000: 10.0, 100_000: 100.0})
    1.0
    >>> exponent({1000: 1.0, 10_000: 100.0})
    2.0
"""

import math
import os
import re
import signal
import statistics
import subprocess
import tempfile
import threading

# A command that takes longer runs once, and one that takes still longer is ended.
ONCE, LIMIT = 20, 120
# What every machine with Graphviz can run, and its processor seconds on the machine on which goals in seconds were set.
YARDSTICK, REFERENCE = "dot -V", 0.0046

median = statistics.median


def exponent(times):
    """The slope of the line that fits the logarithms of sizes and times best."""
    sizes, values = zip(*((math.log(size), math.log(value)) for size, value in times.items()))
    return round(statistics.linear_regression(sizes, values).slope, 2)


class Failure(Exception):
    pass


def run(command, figure=None):
    """Processor seconds and peak megabytes of a command with the processes that it starts; `None` beyond the limit.

    `figure` is a regular expression for the seconds that the command prints, if only a part of its work counts.
    """
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(command, shell=True, stdout=out, stderr=errors, start_new_session=True)
        timer = threading.Timer(LIMIT, os.killpg, (process.pid, signal.SIGKILL))
        timer.start()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        timer.cancel()
        if process.returncode == -signal.SIGKILL:
            return None
        out.seek(0), errors.seek(0)
        if process.returncode:
            raise Failure(f"{command}: {errors.read()[-400:].decode(errors='replace')}")
        printed = re.search(figure, out.read().decode(errors="replace")) if figure else None
        seconds = float(printed[1]) if printed else usage.ru_utime + usage.ru_stime
        return {"seconds": float(f"{seconds:.4g}"), "megabytes": round(usage.ru_maxrss / 1024, 1)}


def interleaved(commands, count, figure=None):
    """The runs of each command, one after the other in rounds, so that the load of the machine is the same for all."""
    runs = {name: [] for name in commands}
    for _ in range(count):
        for name, command in commands.items():
            if not runs[name] or runs[name][0]["seconds"] < ONCE:
                result = run(command, figure)
                if result is None:
                    runs[name] = [{"seconds": LIMIT, "megabytes": 0, "ended": True}]
                else:
                    runs[name].append(result)
    return runs


def slowness(count=31):
    """How many times as long this machine takes as the one on which goals in seconds were set."""
    return round(median([run(YARDSTICK)["seconds"] for _ in range(count)]) / REFERENCE, 2)


def instructions(command):
    """The instructions of a command under callgrind, which repeat to a few parts in a million."""
    result = subprocess.run(
        f"valgrind --tool=callgrind --callgrind-out-file=/dev/null {command}", shell=True, capture_output=True, text=True)
    found = re.search(r"Collected : (\d+)", result.stderr)
    if result.returncode or not found:
        raise Failure(f"{command}: {result.stderr[-400:]}")
    return int(found[1])
