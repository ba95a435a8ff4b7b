#!/usr/bin/env python3
"""Times the judgement of many suppliers' files against OpenSSL's own speed, in one run.

Usage: benchmark_bulk.py [COUNT], from the checkout's root, with release builds of readiness and
readiness-benchmark there. Prints rows of a table for BENCHMARKS.md, and fails where a decision is
not as the file was made.

The peer and ours are measured turn by turn and the median counts, so that other work on the
machine falls on both.
"""
import csv
import io
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time

COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
ROUNDS = 5
READINESS = ".build/release/readiness"
MAKER = ".build/release/readiness-benchmark"
POLICY = "Support/Policies/csm-v4-level-0.xml"
NOTICE = "ocds-h6vhtk-06d396"
NOW = "2026-11-28T11:00:00Z"


def speed(jobs):
    """Verifications a second that `openssl speed` shows."""
    multi = ["-multi", str(jobs)] if jobs > 1 else []
    out = subprocess.run(
        ["openssl", "speed", "-elapsed", "-seconds", "2", *multi, "ecdsap256"],
        check=True, capture_output=True, text=True).stdout
    return float(re.findall(r"nistp256\)\s+\S+\s+\S+\s+\S+\s+(\S+)", out)[-1])


def make(folder, count, *more):
    """An inbox of so many files with the programme's root and lists."""
    subprocess.run([MAKER, "desk-make", "Questionnaires/CyberEssentials.xml",
                    "Support/EndOfSupport.xml", "Evidence/Example/answers-six-weeks-later.json",
                    folder, str(count), *more], check=True)


def judgement(folder, count):
    """Files a second on one thread: signature, chain and revocation; the whole with the policy."""
    out = subprocess.run([MAKER, "desk-time", folder, str(count), POLICY],
                         check=True, capture_output=True, text=True).stdout
    took = dict(line.split() for line in out.splitlines())
    return 1e6 / float(took["signatures"]), 1e6 / float(took["whole"])


def command(folder, threads, form, *more):
    return [READINESS, "verify", f"{folder}/inbox", "--trust", f"{folder}/root.pem",
            "--crl", f"{folder}/crls.pem", "--revocation", "require",
            "--format", form, "--threads", str(threads), *more]


def verify(folder, count, threads):
    """Files a second, peak memory in MiB and seconds to the first line, of the whole program."""
    arguments = command(folder, threads, "ndjson", "--policy", POLICY,
                        "--award", "2026-12-20", "--contract-start", "2027-01-15")
    began = time.perf_counter()
    child = subprocess.Popen(arguments, stdout=subprocess.PIPE,
                             env={**os.environ, "READINESS_NOW": NOW})
    first = child.stdout.readline()
    to_first = time.perf_counter() - began
    rest = child.stdout.read()
    _, status, used = os.wait4(child.pid, 0)
    took = time.perf_counter() - began
    child.returncode = os.waitstatus_to_exitcode(status)
    files = [line for line in (first + rest).splitlines() if line.startswith(b'{"record":"file"')]
    # They hold, and no firm holds the certificate that the policy asks for.
    judged = sum(b'"decision":"does not meet policy"' in line for line in files)
    assert len(files) == judged == count, (len(files), judged, child.returncode)
    return count / took, used.ru_maxrss / 1024, to_first


def shell_loop(folder, files):
    """Files a second of a loop over `openssl cms -verify`, signature and chain alone."""
    script = f"""
      for file in {' '.join(files)}; do
        unzip -p "$file" META-INF/ASiCManifest001.xml >{folder}/manifest
        unzip -p "$file" META-INF/signature001.p7s >{folder}/signature
        openssl cms -verify -binary -inform DER -in {folder}/signature \\
          -content {folder}/manifest -CAfile {folder}/root.pem -purpose any \\
          -attime 1795863600 -out /dev/null 2>/dev/null || exit 1
      done"""
    began = time.perf_counter()
    subprocess.run(["sh", "-c", script], check=True)
    return len(files) / (time.perf_counter() - began)


def wrong_decisions(count):
    """How many of so many mixed files, a tenth of them not to be relied on, are judged wrongly."""
    with tempfile.TemporaryDirectory() as folder:
        make(folder, count, "mixed")
        done = subprocess.run(command(folder, 2, "csv", "--tender", NOTICE), capture_output=True,
                              text=True, env={**os.environ, "READINESS_NOW": NOW})
        rows = {os.path.basename(row["path"]): row["decision"]
                for row in csv.DictReader(io.StringIO(done.stdout, newline=""))}
        with open(f"{folder}/expected.csv", newline="") as expected:
            made = {row["file"]: row["decision"] for row in csv.DictReader(expected)}
        assert rows.keys() == made.keys() and done.returncode == 4, (len(rows), done.returncode)
        return sum(rows[name] != made[name] for name in made)


def row(what, ours, demand, peer, ratio):
    print(f"| {what} | {ours} | {demand} | {peer} | {ratio} |")


def main():
    with tempfile.TemporaryDirectory() as folder:
        make(folder, COUNT)
        inbox = f"{folder}/inbox"
        names = sorted(os.listdir(inbox))[:min(COUNT, 100)]
        loop = shell_loop(folder, [os.path.join(inbox, name) for name in names])
        rounds = []
        for _ in range(ROUNDS):
            one, two = speed(1), speed(2)
            alone, whole = judgement(folder, min(COUNT, 1000))
            single, double = verify(folder, COUNT, 1), verify(folder, COUNT, 2)
            rounds.append({
                "R": one, "peer": two / one, "alone": alone, "alone/R": alone / one,
                "whole": whole, "whole/R": whole / one,
                "single": single[0], "single/R": single[0] / one, "double": double[0],
                "scaling": double[0] / single[0], "memory": max(single[1], double[1]),
                "first": max(single[2], double[2])})
        of = {name: statistics.median(turn[name] for turn in rounds) for name in rounds[0]}
    peer = f"R = {of['R']:,.0f} verifies/s of `openssl speed ecdsap256`"
    row("signature, chain and revocation, one thread", f"{of['alone']:,.0f} files/s", "0.14 R",
        peer, f"{of['alone/R']:.3f}")
    row("the whole judgement with ZIP, digests, schema, rendering and policy, one thread",
        f"{of['whole']:,.0f} files/s", "0.07 R", peer, f"{of['whole/R']:.3f}")
    row(f"the program over {COUNT:,} files, with reading and `ndjson`, one thread",
        f"{of['single']:,.0f} files/s", "none", peer, f"{of['single/R']:.3f}")
    row("the same with two threads: scaling",
        f"{of['double']:,.0f} files/s, {of['scaling']:.2f} x", "0.9 of the peer's",
        f"`openssl speed -multi 2`, {of['peer']:.2f} x", f"{of['scaling'] / of['peer']:.2f}")
    row("the same against a shell loop", f"{of['double']:,.0f} files/s", "10 x",
        f"`unzip` and `openssl cms -verify`, {loop:,.0f} files/s", f"{of['double'] / loop:.0f}")
    row(f"memory of the process at its most, {COUNT:,} files", f"{of['memory']:.0f} MiB",
        "150 MiB", "", "")
    row("first line of `ndjson`", f"{of['first'] * 1000:.0f} ms", "100 ms", "", "")
    wrong = wrong_decisions(COUNT)
    row(f"{COUNT:,} mixed files, 1 in 20 hostile, 1 in 20 run out, revoked or for another bid",
        f"{wrong} judged otherwise than they were made", "none", "", "")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
