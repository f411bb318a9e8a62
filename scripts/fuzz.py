#!/usr/bin/env python3
"""Runs the targets of dyad-fuzz under libFuzzer, each for its share of the time, and prints what they did.

    scripts/fuzz.py BINARY SECONDS [TARGET ...]

Inputs that find new code are kept in build/fuzz/corpus. An input that violates a law, traps, or exceeds the limits of
time and memory is kept in build/fuzz/finds; the exit code is then 1. RUNS in the environment ends a target after so many
executions, JOBS is how many run at a time.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

# Absolute: the filter of pandoc runs in a folder of its own.
FOLDER = pathlib.Path("build/fuzz").resolve()
# For inputs of at most 8 KB; the readers need milliseconds, and drawing tenths of a second, also where others use the processors.
LIMITS = ["-timeout=60", "-rss_limit_mb=2048", "-malloc_limit_mb=512", "-max_len=8192"]
# The filter reports each block that it refuses on standard error.
QUIET = {"pandoc", "pandoc-block"}


def names(binary, option):
    return subprocess.run([binary, option], check=True, capture_output=True, text=True).stdout.splitlines()


def prepared(binary, target):
    """The folders of a target: what earlier runs found, and the seeds."""
    corpus, seeds = FOLDER / "corpus" / target, FOLDER / "seeds" / target
    corpus.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(seeds, ignore_errors=True)
    shutil.copytree(pathlib.Path("Fuzzing/Seeds") / target, seeds) if (
        pathlib.Path("Fuzzing/Seeds") / target
    ).is_dir() else seeds.mkdir(parents=True)
    subprocess.run([binary, "--seeds", target, str(seeds)], check=True)
    return [str(corpus), str(seeds)]


def number(pattern, text):
    found = re.findall(pattern, text)
    return int(found[-1]) if found else 0


def run(binary, target, seconds, words):
    finds = FOLDER / "finds"
    command = [binary, target, *prepared(binary, target), f"-max_total_time={seconds}", f"-dict={words}"]
    command += [*LIMITS, *(["-close_fd_mask=2"] if target in QUIET else []), "-print_final_stats=1", f"-artifact_prefix={finds}/{target}-"]
    if "RUNS" in os.environ:
        command.append(f"-runs={os.environ['RUNS']}")
    # Readers run on threads with less stack than the main thread of a program.
    shell = ["sh", "-c", 'ulimit -s 1024; exec "$@"', "sh", *command]
    log = FOLDER / f"{target}.log"
    with log.open("wb") as output:
        # The handler of Swift for crashes would keep libFuzzer from writing the input.
        environment = os.environ | {"SWIFT_BACKTRACE": "enable=no"}
        status = subprocess.run(
            shell, stdout=output, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, env=environment
        ).returncode
    text = log.read_text(errors="replace")
    executions = number(r"stat::number_of_executed_units: +(\d+)", text) or number(r"#(\d+)\t", text)
    found = re.findall(r"Test unit written to (\S+)", text)
    return {
        "target": target,
        "executions": executions,
        "rate": number(r"stat::average_exec_per_sec: +(\d+)", text),
        "edges": number(r"cov: (\d+)", text),
        "features": number(r"ft: (\d+)", text),
        "memory": number(r"stat::peak_rss_mb: +(\d+)", text),
        "finds": found or ([f"exit {status}, see {log}"] if status else []),
    }


def main():
    binary, seconds = sys.argv[1], int(sys.argv[2])
    targets = sys.argv[3:] or names(binary, "--list")
    shutil.rmtree(FOLDER / "finds", ignore_errors=True)
    (FOLDER / "finds").mkdir(parents=True)
    words = FOLDER / "words"
    words.write_text("\n".join(names(binary, "--words")) + "\n")
    jobs = int(os.environ.get("JOBS", os.cpu_count() or 1))
    share = max(1, seconds * jobs // len(targets))
    with ThreadPoolExecutor(jobs) as pool:
        rows = list(pool.map(lambda target: run(binary, target, share, words), targets))
    print("| target | executions | a second | edges | features | MB | finds |")
    print("|---|---:|---:|---:|---:|---:|---:|")
    for row in rows:
        numbers = [f"{row[key]:,}" for key in ("executions", "rate", "edges", "features", "memory")]
        print(f"| {row['target']} | {' | '.join(numbers)} | {len(row['finds'])} |")
    print(f"| all | {sum(row['executions'] for row in rows):,} | | | | | {sum(len(row['finds']) for row in rows)} |")
    for row in rows:
        for find in row["finds"]:
            print(f"{row['target']}: {find}", file=sys.stderr)
    sys.exit(1 if any(row["finds"] for row in rows) else 0)


main()
