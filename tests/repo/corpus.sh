#!/usr/bin/env bash
# Scores `declaim text` and `declaim inspect --json` on a corpus of annotated speeches.
#   tests/repo/corpus.sh CORPUS DECLAIM     CORPUS holds evaluate.py and cases.json
# Prints the scores of every case; exits 1 where a bound below is broken.
set -euo pipefail

if (($# != 2)); then
    echo "usage: $0 CORPUS DECLAIM" >&2
    exit 2
fi
corpus=$(realpath "$1")
declaim=$(realpath "$2")
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT

score() { # NAME ARGUMENT…
    local name=$1
    shift
    printf '\ncorpus: %s\n' "$name"
    python3 "$corpus/evaluate.py" --json "$results/$name.json" "$@"
}
score text --command "'$declaim' text {input}" -v
score inspect --json-command "'$declaim' inspect --json {input}" -v

echo
python3 - "$results" <<'END'
import json, sys

failed = False
for run in ("text", "inspect"):
    with open(f"{sys.argv[1]}/{run}.json", encoding="utf-8") as file:
        cases = json.load(file)["cases"]
    count = len(cases)
    for case in cases:
        if case["failure"]:
            print(f"corpus: {case['id']} failed: {case['failure']} ({run})")
    read = [case for case in cases if not case["failure"]]
    missing = sum(len(case["missing"]) for case in read)
    leaky = sum(1 for case in read if case["leaks"])
    bounds = [
        ("read", len(read), count),
        ("clean", sum(case["clean"] for case in read), count * 9 / 10),
        ("begin with the speech", sum(case["start"] for case in read), count * 19 / 20),
        ("end with the speech", sum(case["end"] for case in read), count * 19 / 20),
        ("without furniture", count - leaky, count * 19 / 20),
        ("without a lost paragraph", count if missing == 0 else 0, count),
    ]
    for what, found, least in bounds:
        good = found >= least
        failed = failed or not good
        print(f"corpus: {found} of {count} {what}{'' if good else ': TOO FEW'} ({run})")
sys.exit(failed)
END
