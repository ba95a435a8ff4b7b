#!/usr/bin/env python3
"""Times the judgement of many suppliers' files against OpenSSL's own speed, in one run.

Usage: benchmark_bulk.py [COUNT], from the checkout's root, with release builds of readiness and
readiness-benchmark there. Prints rows of a table for BENCHMARKS.md.
"""
import os
import re
import resource
import subprocess
import sys
import tempfile
import time

COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
READINESS = ".build/release/readiness"
MAKER = ".build/release/readiness-benchmark"
POLICY = "Support/Policies/csm-v4-level-0.xml"
NOW = "2026-11-28T11:00:00Z"


def speed(jobs):
    """Verifications a second that `openssl speed` shows."""
    multi = ["-multi", str(jobs)] if jobs > 1 else []
    out = subprocess.run(
        ["openssl", "speed", "-elapsed", "-seconds", "3", *multi, "ecdsap256"],
        check=True, capture_output=True, text=True).stdout
    return float(re.findall(r"nistp256\)\s+\S+\s+\S+\s+\S+\s+(\S+)", out)[-1])


def verify(inbox, folder, threads):
    """Files a second, peak memory in MiB and seconds to the first line, of the whole program."""
    arguments = [READINESS, "verify", inbox, "--trust", f"{folder}/root.pem", "--crl",
                 f"{folder}/crls.pem", "--revocation", "require", "--policy", POLICY,
                 "--award", "2026-12-20", "--contract-start", "2027-01-15",
                 "--format", "ndjson", "--threads", str(threads)]
    began = time.perf_counter()
    child = subprocess.Popen(arguments, stdout=subprocess.PIPE,
                             env={**os.environ, "READINESS_NOW": NOW})
    first = child.stdout.readline()
    to_first = time.perf_counter() - began
    rest = child.stdout.read()
    child.wait()
    took = time.perf_counter() - began
    lines = rest.count(b'"record":"file"') + first.count(b'"record":"file"')
    judged = rest.count(b'"decision":"does not meet policy"')
    assert lines == COUNT and judged >= COUNT - 1, (lines, judged, child.returncode)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return COUNT / took, peak, to_first


def shell_loop(inbox, folder, files):
    """Files a second of a loop over `openssl cms -verify`, signature and chain alone."""
    script = f"""
      for file in {' '.join(files)}; do
        unzip -p "$file" META-INF/ASiCManifest001.xml >{folder}/manifest
        unzip -p "$file" META-INF/signature001.p7s >{folder}/signature
        openssl cms -verify -binary -inform DER -in {folder}/signature -content {folder}/manifest \\
          -CAfile {folder}/root.pem -purpose any -attime 1795863600 -out /dev/null 2>/dev/null || exit 1
      done"""
    began = time.perf_counter()
    subprocess.run(["sh", "-c", script], check=True)
    return len(files) / (time.perf_counter() - began)


def row(what, ours, demand, peer, ratio):
    print(f"| {what} | {ours} | {demand} | {peer} | {ratio} |")


with tempfile.TemporaryDirectory() as folder:
    subprocess.run([MAKER, "desk-make", "Questionnaires/CyberEssentials.xml",
                    "Support/EndOfSupport.xml", "Evidence/Example/answers-six-weeks-later.json",
                    folder, str(COUNT)], check=True)
    inbox = f"{folder}/inbox"
    one, two = speed(1), speed(2)
    times = dict(line.split() for line in subprocess.run(
        [MAKER, "desk-time", folder, str(min(COUNT, 1000))],
        check=True, capture_output=True, text=True).stdout.splitlines())
    signatures = 1e6 / float(times["signatures"])
    files = sorted(os.path.join(inbox, name) for name in os.listdir(inbox))[:100]
    loop = shell_loop(inbox, folder, files)
    single, _, _ = verify(inbox, folder, 1)
    double, peak, first = verify(inbox, folder, 2)
    r = f"R = {one:,.0f} verifies/s of `openssl speed ecdsap256`"
    row("signature, chain and revocation, one thread", f"{signatures:,.0f} files/s", "0.14 R", r,
        f"{signatures / one:.3f}")
    row("the whole judgement by a policy, whole program, one thread", f"{single:,.0f} files/s",
        "0.07 R", r, f"{single / one:.3f}")
    row("the same with two threads: scaling", f"{double:,.0f} files/s, {double / single:.2f} x",
        "0.9 x the peer's", f"`openssl speed -multi 2`, {two / one:.2f} x",
        f"{double / single / (two / one):.2f}")
    row("the same against a shell loop", f"{double:,.0f} files/s", "10 x",
        f"`unzip` and `openssl cms -verify`, {loop:,.0f} files/s", f"{double / loop:.0f}")
    row(f"memory at {COUNT:,} files", f"{peak:.0f} MiB", "150 MiB", "none", "")
    row("first line of `ndjson`", f"{first * 1000:.0f} ms", "100 ms", "none", "")
