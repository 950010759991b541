# SPDX-License-Identifier: MIT
"""Runs `homeward analyse` and csc-validator-be-903 on the same folders of one return in two sizes, one after the other.

Usage: compare.py HOMEWARD RUNS TENTH WHOLE
The validator reads the files and runs the twenty rules once, each on a copy of the tables, since some of them write into theirs;
reading and rules are timed, starting Python and importing the validator are not. Of `analyse` the whole process is timed,
start, reading, rules, figures and all; the best of RUNS counts. Prints both times, their ratio, whether the findings are the
same, and the exponent with which the time grows from a tenth to the whole.
"""
import json
import math
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "Tests" / "peers"))
import validate_903  # noqa: E402

YEAR = "2025"


def ours(program, folder, runs):
    best, said = math.inf, None
    for _ in range(runs):
        begun = time.perf_counter()
        done = subprocess.run([program, "analyse", str(folder), "--year", YEAR, "--json"], capture_output=True, check=False)
        best = min(best, time.perf_counter() - begun)
        said = json.loads(done.stdout)
    return best, sorted((fault["rule"], fault["table"], fault["row"]) for fault in said["faults"])


def theirs(folder):
    begun = time.perf_counter()
    answer = validate_903.faults(folder, YEAR)
    spent = time.perf_counter() - begun
    if answer["failed"]:
        sys.exit(f"the validator failed: {answer['failed']}")
    return spent, sorted((rule, table, row) for rule, rows in answer["faults"].items() for table, row in rows)


def rows(folder):
    return sum(max(path.read_bytes().count(b"\n") - 1, 0) for path in folder.glob("*.csv"))


program, runs, folders = sys.argv[1], int(sys.argv[2]), [Path(name) for name in sys.argv[3:]]
times, same = [], True
for folder in folders:
    (own, found), (peer, expected) = ours(program, folder, runs), theirs(folder)
    same = same and found == expected
    times.append((rows(folder), own, peer))
    print(
        f"{folder.name}: {rows(folder):,} rows, {len(found):,} findings, {'the same' if found == expected else 'NOT the same'}; "
        f"analyse {own:.3f} s, validator {peer:.1f} s: {peer / own:,.0f} times faster")
(small, own_small, peer_small), (large, own_large, peer_large) = times[0], times[-1]
grown = math.log(large / small)
print(
    f"time grows as the rows to the power of {math.log(own_large / own_small) / grown:.2f} (analyse) "
    f"and {math.log(peer_large / peer_small) / grown:.2f} (validator)")
sys.exit(0 if same else 1)
