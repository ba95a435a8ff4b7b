#!/bin/bash
# Takes a large .nessus file in with `readiness evidence import`, reads it with the importer alone
# and with `xmllint --stream`, turn by turn, and prints rows of BENCHMARKS.md. Medians of five.
# For the command times are those on the clock, which is what a person waits: it copies, digests and
# reads the file at once, on two threads. For the reader alone they are processor time of the whole
# process, so that other work on the machine counts less.
# Usage: Scripts/lib/benchmark-nessus.sh [MEGABYTES]
set -euo pipefail
megabytes=${1:-500}
benchmark=${READINESS_BENCHMARK:-.build/release/readiness-benchmark}
readiness=${READINESS:-.build/release/readiness}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
file=$folder/big.nessus
"$benchmark" nessus-make "$file" "$megabytes"
# The verdict is of no matter here.
"$readiness" assess "$folder/firm" --answers Evidence/Example/answers.json >"$folder/assess" 2>&1 || true
[ -f "$folder/firm/answers.json" ] || { cat "$folder/assess" >&2; exit 1; }

# On the clock, in seconds; then the most memory of the process in KiB.
timed() { # where the figures go, then the command
  python3 - "$@" <<'X'
import os, sys, time
where, command = sys.argv[1], sys.argv[2:]
before = time.monotonic()
child = os.posix_spawnp(command[0], command, os.environ,
                        file_actions=[(os.POSIX_SPAWN_OPEN, 1, "/dev/null", os.O_WRONLY, 0)])
_, status, usage = os.wait4(child, 0)
if status != 0:
    sys.exit(f"benchmark: {command[0]} ended with status {status}")
with open(where, "a") as out:
    print(time.monotonic() - before, usage.ru_utime + usage.ru_stime, usage.ru_maxrss, file=out)
X
}
for _ in 1 2 3 4 5; do
  rm -rf "$folder/firm/evidence"
  # What the last turn left to be written must not fall into this one.
  sync
  cat "$file" >/dev/null
  timed "$folder/command" "$readiness" evidence import "$folder/firm" "$file"
  timed "$folder/reader" "$benchmark" nessus-read "$file"
  timed "$folder/peer" xmllint --noout --stream "$file"
done
"$benchmark" nessus-read "$file" >"$folder/facts"

median() { awk -v column="$2" '{ print $column }' "$folder/$1" | sort -n | sed -n 3p; }
most() { awk -v column="$2" '$column > most { most = $column } END { print most }' "$folder/$1"; }
awk -v clock="$(median command 1)" -v memory="$(most command 3)" -v peer_clock="$(median peer 1)" \
  -v reader="$(median reader 2)" -v reader_memory="$(most reader 3)" -v peer="$(median peer 2)" '
  { of[$1] = $2 }
  END {
    size = of["bytes"] / 1e6
    printf "| `evidence import` of a %d MB `.nessus` file with %d findings on %d devices, on the clock", \
      size, of["findings"], of["devices"]
    printf " | %.0f MB/s | 0.9 of the peer | `xmllint --stream`, %.0f MB/s | %.2f |\n", \
      size / clock, size / peer_clock, peer_clock / clock
    printf "| memory of the process at its most, meanwhile | %.0f MiB | 64 MiB | | |\n", memory / 1024
    printf "| read the same file, without copy and digest, processor time"
    printf " | %.0f MB/s | 0.9 of the peer | `xmllint --stream`, %.0f MB/s | %.2f |\n", \
      size / reader, size / peer, peer / reader
    printf "| memory of the process at its most, meanwhile | %.0f MiB | 64 MiB | | |\n", \
      reader_memory / 1024
  }' "$folder/facts"
