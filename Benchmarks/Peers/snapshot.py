"""The phases and events of two parties as of a day, in SQLite with an index: snapshot.py CLAIMS; prints seconds a query."""

import sqlite3
import sys
import time

count = int(sys.argv[1])
store = sqlite3.connect(":memory:")
store.execute("create table claim (one integer, other integer, start integer, finish integer, text text)")
store.executemany("insert into claim values (?, ?, ?, ?, ?)", (
    (number % 1000, (number * 7 + 1 + number // 1000) % 1000, number % 7000, number % 7000 + 365, f"claim {number}")
    for number in range(count)))
store.execute("create index by_pair on claim (one, other, start)")
rounds = 200


def ask():
    for number in range(rounds):
        store.execute(
            "select text from claim where one = ? and other = ? and start <= ? and finish >= ?",
            (number, (number * 7 + 1) % 1000, 3000 + number, 3000 + number)).fetchall()


for _ in range(4):
    ask()
started = time.process_time()
ask()
print(f"took {(time.process_time() - started) / rounds:.9f} s")
