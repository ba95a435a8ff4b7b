#!/bin/bash
# Reads a large .nessus file with the importer and with `xmllint --stream`, turn by turn, and
# prints rows of BENCHMARKS.md, one for speed and one for memory. Times are processor time of the
# whole process, so that other work on the machine does not count; medians of five.
# Usage: Scripts/lib/benchmark-nessus.sh [MEGABYTES]
set -euo pipefail
megabytes=${1:-500}
program=${READINESS_BENCHMARK:-.build/release/readiness-benchmark}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
file=$folder/big.nessus
"$program" nessus-make "$file" "$megabytes"
cat "$file" >/dev/null

TIMEFORMAT='%U %S'
for _ in 1 2 3 4 5; do
  { time "$program" nessus-read "$file" >"$folder/ours"; } 2>>"$folder/our-times"
  { time xmllint --noout --stream "$file"; } 2>>"$folder/their-times"
done
median() { awk '{ print $1 + $2 }' "$1" | sort -n | sed -n 3p; }
awk -v ours="$(median "$folder/our-times")" -v theirs="$(median "$folder/their-times")" '
  { of[$1] = $2 }
  END {
    printf "| read a %d MB `.nessus` file with %d findings on %d devices | %.0f MB/s | 0.9 of the peer", \
      of["bytes"] / 1e6, of["findings"], of["devices"], of["bytes"] / 1e6 / ours
    printf " | `xmllint --stream`, %.0f MB/s | %.2f |\n", of["bytes"] / 1e6 / theirs, theirs / ours
    printf "| memory of the process at its most, meanwhile | %.0f MiB | 64 MiB | | |\n", \
      of["memory"] / 1024
  }' "$folder/ours"
