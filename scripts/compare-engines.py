"""Counts files of GDELT with dyad, DuckDB and Apache Spark, and compares the tables byte for byte.

    python compare-engines.py DYAD FILES...
    python compare-engines.py --generate ROWS FILE

It runs the programs that `dyad events sql --runner` prints, Spark's in one session for all rules and periods, and prints the seconds
of each and the load of the machine.
"""

import io
import os
import contextlib
import random
import resource
import subprocess
import sys
import time

RULES = os.environ.get("RULES", "none story day mirror").split()
PERIODS = os.environ.get("PERIODS", "day week month quarter year").split()
MASTER = os.environ.get("MASTER", "local[2]")


def generate(count, path):
    """Rows with what is hard: rows of one story, mirror rows, empty cells, ids of several lengths, quotes, regions."""
    source = random.Random(1)
    states = "AFG PAK IND CHN USA RUS IRN TUR ISR EGY FRA DEU ROM TMP EUR".split() + [""] * 4
    codes = [("010", 1, "0"), ("040", 1, "1"), ("042", 1, "1.9"), ("043", 1, "2.8"), ("0871", 2, "9"), ("111", 3, "-2"),
             ("141", 3, "-6.5"), ("190", 4, "-10"), ("036", 1, "4.0")]
    with open(path, "w", encoding="utf-8") as file:
        row = [""] * 61
        for number in range(count):
            # Two rows of three are new; others repeat the one before, perhaps from the other side.
            if number == 0 or source.random() < 0.66:
                actor, recipient = source.choice(states), source.choice(states)
                code, quad, score = source.choice(codes)
                year, month, day = source.randint(2015, 2024), source.randint(1, 12), source.randint(1, 28)
                address = f'https://news.example/"{source.randint(1, count // 5)}"/é'
            elif source.random() < 0.3:
                actor, recipient = recipient, actor
                code, quad, score = {"042": codes[3], "043": codes[2]}.get(code, (code, quad, score))
            row[0] = str(number * 37 % (count * 10))
            row[1] = f"{year}{month:02}{day:02}"
            row[5], row[7] = actor + source.choice(["", "GOV", "MIL"]), actor
            row[15], row[17] = recipient, recipient
            row[26], row[29], row[30] = code, str(quad), score
            row[31] = row[32] = row[33] = str(source.randint(1, 99))
            row[60] = address if source.random() < 0.98 else ""
            file.write("\t".join(row) + "\n")


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


def compare(dyad, files):
    from pyspark.sql import SparkSession
    start = time.time()
    session = SparkSession.builder.master(MASTER).config("spark.ui.showConsoleProgress", "false").getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    print(f"files: {', '.join(files)}; {sum(map(os.path.getsize, files)) / 1e6:.0f} MB; Spark on {MASTER} started in "
          f"{time.time() - start:.0f} s")
    dataset = "gdelt1" if len(open(files[0], encoding="utf-8", errors="replace").readline().split("\t")) < 60 else "gdelt2"
    differing = 0
    for rule in RULES:
        for period in PERIODS:
            options = ["--rule", rule, "--by", period]
            table, seconds, used = counted([dyad, "events", "reduce", *options, *files])
            duck = subprocess.run([dyad, "events", "sql", "--runner", "--engine", "duckdb", "--dataset", dataset, *options],
                                  stdout=subprocess.PIPE, check=True).stdout
            spark = subprocess.run([dyad, "events", "sql", "--runner", "--engine", "spark", "--dataset", dataset, *options],
                                   stdout=subprocess.PIPE, check=True).stdout
            duck_table, duck_seconds, duck_used = counted([sys.executable, "-c", duck.decode(), *files])
            spark_result, spark_seconds = spark_table(spark, files)
            equal = table == duck_table == spark_result
            differing += not equal
            print(f"{rule:7} {period:8} {table.count(10) - 2:7} rows  {'equal' if equal else 'DIFFERENT'}  seconds: dyad {seconds:.1f} "
                  f"(CPU {used:.1f}), DuckDB {duck_seconds:.1f} (CPU {duck_used:.1f}), Spark {spark_seconds:.1f}; load "
                  f"{os.getloadavg()[0]:.1f}", flush=True)
            if not equal:
                for name, other in (("DuckDB", duck_table), ("Spark", spark_result)):
                    mine, theirs = table.decode().splitlines(), other.decode().splitlines()
                    for one, two in zip(mine, theirs):
                        if one != two:
                            print(f"  dyad:   {one}\n  {name}: {two}")
                            break
    return differing


if __name__ == "__main__":
    if sys.argv[1] == "--generate":
        generate(int(sys.argv[2]), sys.argv[3])
    else:
        sys.exit(1 if compare(sys.argv[1], sys.argv[2:]) else 0)
