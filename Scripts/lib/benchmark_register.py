#!/usr/bin/env python3
"""Times a register of 100,000 files against the sqlite3 shell and Python's sqlite3, in one run.

Usage: benchmark_register.py [COUNT], from the checkout's root, with release builds of readiness and
readiness-benchmark there. Prints rows of a table for BENCHMARKS.md. Times are processor time, so that
other work on the machine does not count: of the whole process, but for the addition; medians of five.
"""
import contextlib
import os
import resource
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
BATCH = 10_000
READINESS = ".build/release/readiness"
MAKER = ".build/release/readiness-benchmark"
NOW = "2027-01-04T10:00:00Z"

NEWEST = """NOT EXISTS (SELECT 1 FROM entry n WHERE n.organisation = e.organisation
  AND (n.sequence, n.file) > (e.sequence, e.file))"""
LOOK = "verification v ON v.id = (SELECT max(id) FROM verification WHERE entry = e.id)"
PEERS = {
    "list": [f"""SELECT v.decision, e.verdict, e.valid_until, e.name, e.organisation
      FROM entry e LEFT JOIN {LOOK} WHERE {NEWEST} ORDER BY e.name, e.organisation"""],
    "expiring": [f"""SELECT substr(e.valid_until, 1, 10), e.organisation, e.name, 'statement'
        FROM entry e WHERE substr(e.valid_until, 1, 10) <= '2027-04-04' AND {NEWEST}
      UNION ALL SELECT c.expires, e.organisation, e.name, c.scheme || ' ' || c.number
        FROM entry e JOIN certificate c ON c.entry = e.id
        WHERE c.expires <= '2027-04-04' AND {NEWEST} ORDER BY 1, 3, 2, 4"""],
    "report": [
        f"SELECT v.decision, count(*) FROM entry e LEFT JOIN {LOOK} WHERE {NEWEST} GROUP BY 1",
        f"SELECT e.verdict, count(*) FROM entry e WHERE {NEWEST} GROUP BY 1",
        f"SELECT e.name, e.outcomes FROM entry e WHERE e.outcomes <> '' AND {NEWEST}",
        """SELECT signer_key FROM entry GROUP BY 1 HAVING count(DISTINCT organisation) > 1""",
        """SELECT x.sha256 FROM evidence x JOIN entry e ON e.id = x.entry
          GROUP BY 1 HAVING count(DISTINCT e.organisation) > 1""",
        """SELECT x.number FROM certificate x JOIN entry e ON e.id = x.entry
          GROUP BY 1 HAVING count(DISTINCT e.organisation) > 1""",
    ],
}
OURS = {"list": [], "expiring": ["--within", "90"], "report": [], "page": ["--format", "html"]}


def spent(arguments):
    """Seconds of processor time, lines of output, and seconds on the clock."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.perf_counter()
    out = subprocess.run(arguments, check=True, capture_output=True,
                         env={**os.environ, "READINESS_NOW": NOW}).stdout
    took = time.perf_counter() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return seconds, out.count(b"\n"), took


def median(arguments, least):
    runs = [spent(arguments) for _ in range(5)]
    assert all(lines >= least for _, lines, _ in runs), (arguments, runs)
    return statistics.median(seconds for seconds, _, _ in runs)


def add(path, first, count):
    out = subprocess.run([MAKER, "register-add", path, str(first), str(count)], check=True,
                         capture_output=True, text=True).stdout
    return int(out.split()[1]) / 1e6


def add_by_python(path, made):
    """Puts the files that `made` has and `path` has not into `path`, in one transaction."""
    # Closed at once: the file is copied over in the next turn.
    with contextlib.closing(sqlite3.connect(made)) as source:
        first = source.execute("SELECT max(id) FROM entry").fetchone()[0] - BATCH
        tables = {}
        for table, key in (("entry", "id"), ("identifier", "entry"), ("evidence", "entry"),
                           ("certificate", "entry"), ("verification", "entry")):
            tables[table] = source.execute(
                f"SELECT * FROM {table} WHERE {key} > ?", (first,)).fetchall()
    base = sqlite3.connect(path)
    base.execute("PRAGMA foreign_keys = ON")
    base.execute("PRAGMA secure_delete = ON")
    began = time.process_time()
    with base:
        for table, rows in tables.items():
            marks = ", ".join("?" * len(rows[0]))
            base.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)
    took = time.process_time() - began
    assert len(tables["entry"]) == BATCH
    base.close()
    return took


def row(what, ours, budget, peer, theirs):
    print(f"| {what} | {ours:.2f} s | {budget} | {peer}, {theirs:.2f} s | {ours / theirs:.2f} |")


with tempfile.TemporaryDirectory() as folder:
    register = f"{folder}/register.sqlite"
    for first in range(0, COUNT - BATCH, BATCH):
        add(register, first, BATCH)
    additions = []
    for turn in range(5):
        for name in ("ours", "theirs"):
            shutil.copy(register, f"{folder}/{name}.sqlite")
        additions.append((add(f"{folder}/ours.sqlite", COUNT - BATCH, BATCH),
                          add_by_python(f"{folder}/theirs.sqlite", f"{folder}/ours.sqlite")))
    shutil.copy(f"{folder}/ours.sqlite", register)
    row(f"`register add`: {BATCH:,} files into {COUNT - BATCH:,}, one transaction, without verifying",
        statistics.median(ours for ours, _ in additions), "",
        "Python's `sqlite3`, the same rows", statistics.median(theirs for _, theirs in additions))
    for name, more in OURS.items():
        command = "report" if name == "page" else name
        ours = median([READINESS, "register", command, register, *more], 10)
        theirs = median(["sqlite3", "-readonly", register, ";".join(PEERS[command])], 10)
        words = " ".join([command, *more])
        row(f"`register {words}` over {COUNT:,} files", ours, "2 s",
            "`sqlite3` shell, the same questions", theirs)
