# SPDX-License-Identifier: MIT
"""Counts duties, agreed actions and cases of missing education a second time with DuckDB, from bare facts.

Usage: count_work.py FACTS.csv NOW FIRST LAST
Each fact is a line: duty, child, -, role, agency, how it stands; action, child, agreed, due, done, dropped; or mark of a
school case, child, when, case, word, outcome. Instants are seconds since 1970, FIRST and LAST dates. Blank is not known.
"""
import sys
from datetime import datetime
from math import ceil
from zoneinfo import ZoneInfo

import duckdb

now, first, last = int(sys.argv[2]), sys.argv[3], sys.argv[4]
db = duckdb.connect()
db.execute("create table f(what varchar, child bigint, a bigint, b varchar, c varchar, d varchar)")
db.execute(f"insert into f select * from read_csv('{sys.argv[1]}', all_varchar=true, header=false, nullstr='',"
           " columns={'a':'varchar','b':'varchar','c':'varchar','d':'varchar','e':'varchar','f':'varchar'})")


def out(*parts):
    print("|".join("-" if p is None else str(p) for p in parts))


def day(seconds):
    return datetime.fromtimestamp(seconds, ZoneInfo("Europe/London")).date()


# Duties.
states = ("done", "doneLate", "missed", "overdue", "owed", "lapsed", "waived", "agreed")
counts = ", ".join(f"count(*) filter (d = '{state}')" for state in states) + ", count(distinct child)"
for by, group in (("all", "'All'"), ("role", "b"), ("agency", "coalesce(c, 'Not known')")):
    rows = db.execute(f"select {group}, {counts} from f where what = 'duty' group by 1").fetchall()
    for row in rows or ([("All",) + (0,) * 9] if by == "all" else []):
        out("duties", by, *row)
numbers = []
for wanted in (states[:4], states[:1], states[1:4]):
    where = ", ".join(f"'{state}'" for state in wanted)
    numbers += db.execute(
        f"select count(*), count(distinct child) from f where what = 'duty' and d in ({where})").fetchone()
out("due", *numbers)

# Actions, agreed on a day of the period as London's calendar has it.
tally, children = dict.fromkeys(("in time", "late", "undated", "overdue", "open", "dropped"), 0), set()
for child, agreed, due, done, dropped in db.execute(
        "select child, a, b::bigint, c::bigint, d from f where what = 'action'").fetchall():
    if not first <= str(day(agreed)) <= last:
        continue
    children.add(child)
    if done is not None:
        became = "undated" if due is None else "late" if done > due else "in time"
    elif dropped:
        became = "dropped"
    else:
        became = "overdue" if due is not None and due < now else "open"
    tally[became] += 1
out("actions", sum(tally.values()), *tally.values(), len(children))

# Cases that a school referred.
cases = db.execute("""
    select child, b as episode,
        min(a) filter (c = 'referred') as referred,
        min(a) filter (c in ('pupil-traced', 'attended', 'returned')) as located,
        count(*) filter (c in ('case-closed', 'closed')) > 0 as closed,
        max_by(coalesce(d, ''), a) filter (c = 'case-closed') as outcome
    from f where what = 'mark' group by all""").fetchall()
own = [c for c in cases if c[2] is not None and first <= str(day(c[2])) <= last]
kinds = [own, [c for c in own if c[4] and c[3] is not None], [c for c in own if c[4] and c[3] is None],
         [c for c in own if not c[4]]]
out("education", ";".join(f"{len(k)},{len({c[0] for c in k})}" for k in kinds))
days = sorted(max(0, (day(c[3]) - day(c[2])).days) for c in own if c[3] is not None)
middle, high = (days[max(0, ceil(len(days) * p / 100) - 1)] if days else None for p in (50, 90))
out("education-days", len(days), len(own) - len(days), middle, high)
outcomes = {}
for case in own:
    if case[5]:
        outcomes[case[5]] = outcomes.get(case[5], 0) + 1
for outcome, count in outcomes.items():
    out("education-outcome", outcome, count)
