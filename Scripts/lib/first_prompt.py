"""Median milliseconds from process start to the first output that ends in a prompt, in a real
pseudo-terminal, and the same for a peer's first output. Usage: first_prompt.py PROGRAM DIR"""
import os
import pty
import select
import statistics
import sys
import tempfile
import time


def until(argv, wanted):
    start = time.perf_counter()
    pid, master = pty.fork()
    if pid == 0:
        os.execvp(argv[0], argv)
    seen = b""
    try:
        while True:
            ready, _, _ = select.select([master], [], [], 10)
            if not ready:
                sys.exit("first_prompt: no prompt within 10 seconds: %r" % seen)
            try:
                seen += os.read(master, 65536)
            except OSError:
                break
            if wanted in seen:
                break
        return (time.perf_counter() - start) * 1000
    finally:
        os.close(master)
        try:
            os.kill(pid, 9)
        except ProcessLookupError:
            pass
        os.waitpid(pid, 0)


program, peer = sys.argv[1], ["openssl", "version"]
ours, theirs = [], []
for _ in range(15):
    with tempfile.TemporaryDirectory() as folder:
        ours.append(until([program, "assess", os.path.join(folder, "firm")], b"A1.1> "))
    theirs.append(until(peer, b"OpenSSL"))
print("prompt %d" % (statistics.median(ours) * 1000))
print("peer %d" % (statistics.median(theirs) * 1000))
