"""Measures how fast programs count a file of GDELT by dyad and month: rows a processor second, and the most memory.

    measure-events.py DYAD FILE ROWS ROUNDS

The programs take turns, so that the load of the machine is the same for all; the table has medians. dyad also adds the file to a store
and shows one series of it. The others count the rows of two countries, with the sum of the scores in tenths, and check nothing; they are
checked against dyad by the number of events. A program that takes more than half a minute runs once. OTHERS limits the others: polars duckdb.
"""

import ctypes
import csv
import importlib.util
import os
import statistics
import subprocess
import sys
import tempfile

COLUMNS = {1: "day", 7: "actor", 17: "recipient", 29: "quad", 30: "score", 31: "mentions"}


def count_csv(file):
    counts = {}
    with open(file, encoding="utf-8", newline="") as rows:
        for row in csv.reader(rows, delimiter="\t", quoting=csv.QUOTE_NONE):
            actor, recipient = row[7], row[17]
            if actor and recipient and actor != recipient:
                count = counts.setdefault((actor, recipient, row[1][:6]), [0, 0, 0, 0, 0, 0, 0])
                count[0] += 1
                count[int(row[29])] += 1
                count[5] += round(float(row[30]) * 10)
                count[6] += int(row[31])
    return sum(count[0] for count in counts.values())


def count_pandas(file):
    import pandas
    rows = pandas.read_csv(file, sep="\t", header=None, quoting=csv.QUOTE_NONE, usecols=list(COLUMNS), dtype=str,
                           keep_default_na=False).rename(columns=COLUMNS)
    rows = rows[(rows.actor != "") & (rows.recipient != "") & (rows.actor != rows.recipient)]
    quads = pandas.get_dummies(rows.quad).astype(int)
    table = quads.assign(actor=rows.actor, recipient=rows.recipient, month=rows.day.str[:6], n=1,
                         tenths=(rows.score.astype(float) * 10).round().astype(int), mentions=rows.mentions.astype(int))
    return int(table.groupby(["actor", "recipient", "month"], sort=True).sum().n.sum())


def count_polars(file):
    import polars
    from polars import col
    rows = polars.scan_csv(file, separator="\t", has_header=False, quote_char=None, infer_schema=False,
                           with_column_names=lambda _: NAMES)
    rows = rows.select(*COLUMNS.values()).filter(
        col("actor").is_not_null() & col("recipient").is_not_null() & (col("actor") != "") & (col("recipient") != "")
        & (col("actor") != col("recipient")))
    table = rows.group_by("actor", "recipient", col("day").str.slice(0, 6)).agg(
        polars.len().alias("n"), *[(col("quad") == str(quad)).sum().alias(f"q{quad}") for quad in range(1, 5)],
        (col("score").cast(polars.Float64) * 10).round().cast(polars.Int64).sum().alias("tenths"),
        col("mentions").cast(polars.Int64).sum()).sort("actor", "recipient", "day").collect(engine="streaming")
    return int(table["n"].sum())


COUNT = """
SELECT actor, recipient, substr(day, 1, 6) AS month, count(*) AS n, {quads},
  sum(CAST(CAST(score AS DECIMAL(4, 1)) * 10 AS BIGINT)) AS tenths, sum(CAST(mentions AS BIGINT)) AS mentions
FROM raw WHERE actor <> '' AND recipient <> '' AND actor <> recipient
GROUP BY actor, recipient, substr(day, 1, 6) ORDER BY actor, recipient, month
""".format(quads=", ".join(f"sum(CASE WHEN quad = '{quad}' THEN 1 ELSE 0 END) AS q{quad}" for quad in range(1, 5)))
NAMES = [COLUMNS.get(place, f"c{place}") for place in range(61)]


def count_duckdb(file):
    import duckdb
    engine = duckdb.connect()
    engine.execute("SET enable_progress_bar = false")
    engine.read_csv(file, sep="\t", header=False, quotechar="", escapechar="", columns=dict.fromkeys(NAMES, "VARCHAR"),
                    auto_detect=False).create_view("raw")
    return sum(row[3] for row in engine.execute(COUNT).fetchall())


def count_spark(file):
    from pyspark.sql import SparkSession
    engine = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
    engine.sparkContext.setLogLevel("OFF")
    engine.read.csv(file, sep="\t", header=False, quote="\0", schema=", ".join(f"{name} STRING" for name in NAMES)
                    ).createOrReplaceTempView("raw")
    return sum(row[3] for row in engine.sql(COUNT).collect())


OTHERS = {"Polars": ("polars", count_polars), "DuckDB": ("duckdb", count_duckdb), "pandas": ("pandas", count_pandas),
          "csv and dict of Python": ("csv", count_csv), "Spark, local[2]": ("pyspark", count_spark)}


def measured(words):
    """The last line that a program prints, its processor seconds and its megabytes, those of the programs that it starts among them."""
    program = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    output = program.stdout.read().decode()
    seconds, most, status = 0, 0, None
    while True:
        # Programs that outlive the one that started them become children of this one.
        try:
            child, code, usage = os.wait4(-1, 0)
        except ChildProcessError:
            break
        seconds += usage.ru_utime + usage.ru_stime
        most = max(most, usage.ru_maxrss / 1000)
        if child == program.pid:
            status = code
    if status:
        sys.exit(f"{words[:3]} failed")
    return output, seconds, most


def main(dyad, file, rows, rounds):
    ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)
    with tempfile.TemporaryDirectory() as folder:
        store = os.path.join(folder, "events.sqlite")
        programs = {"`dyad events add`": [dyad, "events", "add", file, "--to", store],
                    "`dyad events series USA CHN`": [dyad, "events", "series", "USA", "CHN", "--events", store],
                    "`dyad events reduce --rule none`": [dyad, "events", "reduce", "--rule", "none", file],
                    "`dyad events reduce --rule story`": [dyad, "events", "reduce", "--rule", "story", file]}
        for name, (module, _) in OTHERS.items():
            if module not in os.environ.get("OTHERS", module):
                continue
            if importlib.util.find_spec(module):
                programs[name] = [sys.executable, __file__, "--with", name, file]
            else:
                print(f"{name} is not installed", flush=True)
        figures = {name: [] for name in programs}
        events = None
        for _ in range(rounds):
            for name, words in programs.items():
                if figures[name] and figures[name][0][0] > 30:
                    continue
                if "add" in words and os.path.exists(store):
                    os.remove(store)
                output, seconds, most = measured(words)
                figures[name].append((seconds, most))
                print(f"{name}: {seconds:.2f} s, {most:.0f} MB; load {os.getloadavg()[0]:.1f}", file=sys.stderr, flush=True)
                if "none" in words:
                    events = sum(int(line.split(",")[3]) for line in output.splitlines()[2:])
                elif "--with" in words and int(output.split()[-1]) != events:
                    sys.exit(f"{name} counts {output.split()[-1]} events, dyad {events}")
        size = os.path.getsize(store)
        print(f"{rows} rows, {os.path.getsize(file) / 1e6:.0f} MB, {events} events between countries; the store has {size / 1e6:.0f} MB; "
              f"load {os.getloadavg()[0]:.1f}")
        print("| | processor seconds | rows a processor second | relative | MB |\n|---|---|---|---|---|")
        first = statistics.median(seconds for seconds, _ in figures["`dyad events add`"])
        for name, runs in figures.items():
            seconds = statistics.median(seconds for seconds, _ in runs)
            rate = (f"{rows / seconds / 1e6:.2f} million | {first / seconds:.2f}" if "series" not in name else " | ")
            print(f"| {name} | {seconds:.3f} | {rate} | {statistics.median(most for _, most in runs):.0f} |", flush=True)


if __name__ == "__main__":
    if sys.argv[1] == "--with":
        print(OTHERS[sys.argv[2]][1](sys.argv[3]))
    else:
        main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
