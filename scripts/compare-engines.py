"""Counts files of GDELT or ICEWS with dyad, DuckDB and Apache Spark, and compares the tables byte for byte.

    python compare-engines.py DYAD FILES...

It runs the programs that `dyad events sql --runner` prints, Spark's in one session for all rules and periods of a master, and prints the seconds
of each and the load of the machine.
"""

import io
import os
import contextlib
import resource
import subprocess
import sys
import time

RULES = os.environ.get("RULES", "none story day mirror").split()
PERIODS = os.environ.get("PERIODS", "day week month quarter year").split()
MASTERS = os.environ.get("MASTERS", "local[2] local-cluster[2,1,1024]").split()


def counted(words):
    """What a program prints, the seconds, and the processor seconds."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.time()
    output = subprocess.run(words, stdout=subprocess.PIPE, check=True).stdout
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return output, time.time() - start, used


def spark_table(program, files):
    """What the runner for Spark prints, in this process, so that all runs share one session."""
    sys.argv = ["reduce.py"] + files
    printed, start = io.StringIO(), time.time()
    with contextlib.redirect_stdout(printed):
        exec(compile(program, "reduce.py", "exec"), {"__name__": "__main__"})
    return printed.getvalue().encode(), time.time() - start


def dataset_of(file):
    columns = open(file, encoding="utf-8", errors="replace").readline().split("\t")
    return "icews" if "Event ID" in columns else "gdelt1" if len(columns) < 60 else "gdelt2"


def first_difference(table, other):
    pairs = zip(table.decode().splitlines() + ["(end)"], other.decode().splitlines() + ["(end)"])
    return next((f"{one}\n    {two}" for one, two in pairs if one != two), "")


def compare(dyad, files):
    from pyspark.sql import SparkSession
    dataset = dataset_of(files[0])
    print(f"{dataset}: {', '.join(files)}; {sum(map(os.path.getsize, files)) / 1e6:.0f} MB")
    tables, runners, differing = {}, {}, 0
    choices = [(rule, period) for rule in RULES for period in PERIODS]
    for rule, period in choices:
        options = ["--rule", rule, "--by", period]
        table, seconds, used = counted([dyad, "events", "reduce", *options, *files])
        duckdb, runners[rule, period] = (
            subprocess.run([dyad, "events", "sql", "--runner", "--engine", engine, "--dataset", dataset, *options],
                           stdout=subprocess.PIPE, check=True).stdout.decode() for engine in ("duckdb", "spark"))
        other, duck_seconds, duck_used = counted([sys.executable, "-c", duckdb, *files])
        tables[rule, period] = table
        differing += table != other
        print(f"{rule:7} {period:8} {table.count(10) - 2:7} rows; dyad {seconds:.1f} s (CPU {used:.1f}); DuckDB {duck_seconds:.1f} s "
              f"(CPU {duck_used:.1f}) {'equal' if table == other else 'DIFFERENT: ' + first_difference(table, other)}; "
              f"load {os.getloadavg()[0]:.1f}", flush=True)
    for master in MASTERS:
        start = time.time()
        session = SparkSession.builder.master(master).config("spark.ui.enabled", "false").config(
            "spark.ui.showConsoleProgress", "false").getOrCreate()
        session.sparkContext.setLogLevel("OFF")
        print(f"Spark {session.version} on {session.sparkContext.master} started in {time.time() - start:.0f} s")
        for choice in choices:
            table, other = tables[choice], spark_table(runners[choice], files)
            differing += table != other[0]
            print(f"{choice[0]:7} {choice[1]:8} Spark {other[1]:.1f} s "
                  f"{'equal' if table == other[0] else 'DIFFERENT: ' + first_difference(table, other[0])}; "
                  f"load {os.getloadavg()[0]:.1f}", flush=True)
        session.stop()
    return differing


if __name__ == "__main__":
    sys.exit(1 if compare(sys.argv[1], sys.argv[2:]) else 0)
