# SPDX-License-Identifier: MIT
"""Counts every measure a second time with DuckDB, from the rows as docs/measures.md describes them.

Usage: count_again.py ROWS.csv MANY.csv
Prints one line a number: measure, split, band, column, episodes, children, with bars between them. Bands are places among
the labels of docs/measures.md, or names; - is what is not known.
"""
import sys
from datetime import date, datetime, timedelta
from itertools import combinations
from math import ceil, sqrt
from zoneinfo import ZoneInfo

import duckdb

LONDON, UTC, EPOCH = ZoneInfo("Europe/London"), ZoneInfo("UTC"), date(1970, 1, 1)
db = duckdb.connect()
db.execute(f"create table raw as select * from read_csv('{sys.argv[1]}', all_varchar=true, header=true, nullstr='', quote='\"')")
names = [c[0] for c in db.execute("describe raw").fetchall()]
texts = {"authority", "host", "establishment", "district", "sector", "foundDistrict", "foundPlace", "legalStatus"}
texts |= {"provider", "risk", "push", "pull", "harm", "themes", "risks", "agendaTriggers"}
casts = ", ".join(f'"{n}"' if n in texts else f'"{n}"::bigint as "{n}"' for n in names)
db.execute(f"create table r as select row_number() over () as row, {casts} from raw")
db.execute(f"create table many(what varchar, child bigint, episode bigint, value varchar, minutes bigint)")
db.execute(f"insert into many select * from read_csv('{sys.argv[2]}', all_varchar=true, header=false, nullstr='',"
           " columns={'a':'varchar','b':'varchar','c':'varchar','d':'varchar','e':'varchar'})")


def out(*parts):
    print("|".join("-" if p is None else str(p) for p in parts))


def banded(column, limits):
    parts = " + ".join(f"({limit} <= {column})::int" for limit in limits)
    return f"case when {column} is null then null else {parts} end"


def overnight(began, minute, length):
    """The instants of the start and of five in the morning after the next midnight, by the zone's own rules."""
    if began is None or minute is None or length is None:
        return None
    day = EPOCH + timedelta(days=began)

    def instant(day, minute):
        local = datetime(day.year, day.month, day.day, minute // 60, minute % 60, tzinfo=LONDON)
        there = local.astimezone(UTC).astimezone(LONDON)
        if there.replace(tzinfo=None) != local.replace(tzinfo=None):  # A time that the clocks leave out: when they change.
            local = datetime(day.year, day.month, day.day, 1, 0, tzinfo=UTC)
        return local.astimezone(UTC)

    night = day if minute == 0 else day + timedelta(days=1)
    return 0 if instant(night, 300) <= instant(day, minute) + timedelta(minutes=length) else 1


rows = db.execute('select row, began, "beganAtMinute", "lengthMinutes" from r').fetchall()
db.execute("create table night(row bigint, code bigint)")
db.executemany("insert into night values (?, ?)", [(row, overnight(*rest)) for row, *rest in rows] or [(0, None)])

DAY = "(date '1970-01-01' + began::int)"
MILES, HOURS = [51, 101, 201, 401, 801], [60 * h for h in (8, 16, 24, 48, 168)]
bands = {
    "length": banded("case when ended < began then null else ended - began end", [1, 2, 3, 8, 31]),
    "length-hours": banded('"lengthMinutes"', HOURS),
    "overnight": "(select code from night where night.row = r.row)",
    "month": f"(month({DAY}) + 8) % 12",
    "weekday": f"isodow({DAY}) - 1",
    "weekend": f"case when isodow({DAY}) < 6 then 0 when began is not null then 1 end",
    "hour": banded('"beganAtMinute"', [240, 480, 720, 960, 1200]),
    "clock-hour": '"beganAtMinute" // 60',
    "age": banded("age", [1, 5, 10, 16]),
    "distance-placement": banded('"milesTenthsFromPlacement"', MILES),
    "distance-home": banded('"milesTenthsFromHome"', MILES),
    "known-risk": "case when care is null then null when risks is null then 1 else 0 end",
    "report-complete": 'case when "reportItemsAsked" is null then null when "reportItemsAsked" = "reportItemsHeld" then 0 else 1 end',
    "months": f"(year({DAY}) - 2024) * 12 + month({DAY}) - 1",
    "quarters": f"(year({DAY}) - 2024) * 4 + (month({DAY}) - 1) // 3",
}
same = "kind police grade notice term precision sex ethnicity care placement area contacted offered accepted declined triage"
for name in same.split():
    bands[name] = name
renamed = {
    "care-group": "careGroup", "safe-and-well": "safeAndWell", "interviews": "interview", "not-arranged": "notOffered",
    "in-need": "inNeed", "agenda": "agenda", "together": "together", "triage-with-absences": "triageWithAbsences",
    "legal-status": "legalStatus", "authority": "authority", "host": "host", "establishment": "establishment",
    "district": "district", "sector": "sector", "found-district": "foundDistrict", "found-place": "foundPlace",
    "risk": "risk", "provider": "provider",
}
bands |= {name: f'"{column}"' for name, column in renamed.items()}
last = "(select max(row) from r as s where s.child = r.child)"
for name, expression in bands.items():
    for split in (None, "kind", "sex", "interviews", "district"):
        other = bands[split] if split else "'all'"
        query = f"select {expression} as b, {other} as c, count(*), count(distinct child) from r group by 1, 2"
        for band, column, episodes, children in db.execute(query).fetchall():
            out(name, split or "none", band, column, episodes, children)
    query = f"select {expression} as b, count(*), count(distinct child) from r where row = {last} group by 1"
    for band, episodes, children in db.execute(query).fetchall():
        out("latest " + name, "none", band, "all", episodes, children)

children = db.execute(
    "select child, count(*), count(*) filter (kind = 0), count(*) filter (kind = 1), count(*) filter (kind = 2)"
    " from r group by 1 order by 1").fetchall()


def band(number):
    return sum(limit <= number for limit in (3, 6, 9, 20))


for place, name in enumerate(["all", "0", "1", "2"]):
    for wanted in range(5):
        own = [c[place + 1] for c in children if c[place + 1] > 0 and band(c[place + 1]) == wanted]
        out("repeats", "none", wanted, name, sum(own), len(own))
out("persistent", "none", 0, "all", sum(c[1] == 1 for c in children), sum(c[1] > 3 for c in children))
ordered = sorted(children, key=lambda c: (-c[1], c[0]))
if len(ordered) > 5:
    ordered = [c for c in ordered if c[1] >= ordered[4][1]]
for place, child in enumerate(ordered):
    out("top-children", child[0], place, child[2], child[1], child[4])
for place, (low, high) in enumerate([(1, 2), (3, 5), (6, 10), (11, 20), (21, 30), (31, 10**9)]):
    own = [c for c in children if low <= c[2] <= high]
    out("absences-by-missing", "none", place, "all", sum(c[4] for c in own), len(own))
on_both = sum(c[0] % 3 == 0 for c in children)
out("cross-match", "none", 0, "all", on_both, len(children) - on_both)

quantities = {
    "length-median": "lengthMinutes", "to-contact": "minutesToContact", "to-offer": "minutesToOffer",
    "to-hold": "minutesToHold", "miles-placement": "milesTenthsFromPlacement", "miles-home": "milesTenthsFromHome",
}
for name, column in quantities.items():
    for sex in ("all", 0, 1, None):
        where = "true" if sex == "all" else "sex is null" if sex is None else f"sex = {sex}"
        given = [v for (v,) in db.execute(f'select "{column}" from r where {where}').fetchall()]
        values = sorted(v for v in given if v is not None)
        middle, high = (values[max(0, ceil(len(values) * p / 100) - 1)] if values else None for p in (50, 90))
        out(name, len(values), sex, len(given) - len(values), middle, high)

for column, name in {"push": "push", "pull": "pull", "harm": "harm", "themes": "themes", "risks": "risks",
                     "agendaTriggers": "agenda-triggers"}.items():
    said = db.execute(f'select child, "{column}" from r').fetchall()
    single, double, none = {}, {}, []
    for child, words in said:
        words = sorted(words.split("/")) if words else []
        if not words:
            none.append(child)
        for word in words:
            single.setdefault(word, []).append(child)
        for pair in combinations(words, 2):
            double.setdefault(pair, []).append(child)
    for word, who in single.items():
        out("words " + name, "none", word, "all", len(who), len(set(who)))
    for (one, other), who in double.items():
        out("words " + name, one, other, "pair", len(who), len(set(who)))
    out("words " + name, "none", None, "all", len(none), len(set(none)))

for what, name in (("seen", "seen-district"),):
    for value, count, who in db.execute(
            f"select value, count(*), count(distinct child) from many where what = '{what}' group by 1").fetchall():
        out(name, "none", value, "all", count, who)
pairs = {}
for child, other in db.execute("select child, value::bigint from many where what = 'companion'").fetchall():
    pairs[tuple(sorted((child, other)))] = pairs.get(tuple(sorted((child, other))), 0) + 1
for (one, other), count in pairs.items():
    out("together-pairs", one, other, "all", count, 0)
groups = []
for pair in pairs:
    joined = [g for g in groups if g & set(pair)]
    groups = [g for g in groups if not g & set(pair)] + [set(pair).union(*joined)]
for group in groups:
    out("together-groups", min(group), max(group), "all", len(group), sum(group))
for to, given, known in db.execute(
        "select value, count(*), count(minutes) from many where what = 'notice' group by 1").fetchall():
    minutes = sorted(m for (m,) in db.execute(
        "select minutes from many where what = 'notice' and value = ? and minutes is not null", [to]).fetchall())
    middle = minutes[max(0, ceil(len(minutes) / 2) - 1)] if minutes else None
    out("notices", "none", to, middle, given, known)

for kinds in ([0], [2], [0, 2]):
    counted = db.execute(
        "select child, count(*), first(district order by row) filter (district is not null) from r"
        f" where kind in ({','.join(map(str, kinds))}) group by 1").fetchall()
    stack = {}
    for _, count, district in counted:
        stack.setdefault(district, [0] * 5)[band(count)] += 1
    for district, by_band in stack.items():
        out("district-stack", "".join(map(str, kinds)), district, ",".join(map(str, by_band)), sum(by_band), 0)

owed, offered, accepted, declined, given_up, held, in_time, waiting = db.execute(
    "select count(*), count(*) filter (offered = 0), count(*) filter (accepted = 0), count(*) filter (interview = 2),"
    " count(*) filter (interview = 3), count(*) filter (interview < 2), count(*) filter (interview = 0),"
    " count(*) filter (interview > 3) from r where interview is not null").fetchone()
out("interview-summary", owed, offered, accepted, declined, given_up)
out("interview-summary", held, in_time, waiting, 0, 0)
sums = db.execute('select coalesce(sum(findings), 0), coalesce(sum("findingsWithAction"), 0), coalesce(sum("findingsLeft"), 0),'
                  ' coalesce(sum("reportItemsAsked"), 0), coalesce(sum("reportItemsHeld"), 0), coalesce(sum("lettersSent"), 0),'
                  ' coalesce(sum("feedbackReceived"), 0), coalesce(sum("feedbackAnswered"), 0) from r').fetchone()
out("sums", *[int(s) for s in sums])
kinds = dict(db.execute("select kind, count(*) from r group by 1").fetchall())
out("cost", kinds.get(0, 0) * 2400, kinds.get(2, 0) * 300, 0, 0, 0)

outcomes = {"over24Hours": ("length-hours", (3, 5)), "overnight": ("overnight", (0, 0)), "highOrMedium": ("grade", (3, 4)),
            "triagedRed": ("triage", (2, 2)), "offered": ("offered", (0, 0)), "heldInTime": ("interviews", (0, 0))}
for name, (dimension, (low, high)) in outcomes.items():
    for group in list(range(5)) + [None]:
        where = "ethnicity is null" if group is None else f"ethnicity = {group}"
        part, whole = db.execute(f"select count(*) filter (b between {low} and {high}), count(b) from"
                                 f" (select {bands[dimension]} as b from r where {where})").fetchone()
        interval = "none"
        if whole:
            z, share = 1.959964, part / whole
            centre, scale = (share + z * z / (2 * whole)) / (1 + z * z / whole), 1 + z * z / whole
            spread = z * sqrt(share * (1 - share) / whole + z * z / (4 * whole * whole)) / scale
            low_end, high_end = (0 if part == 0 else centre - spread), (1 if part == whole else centre + spread)
            interval = f"{round(max(0, low_end) * 1e4)},{round(min(1, high_end) * 1e4)}"
        out("equality", name, group, interval, part, whole)

series = [db.execute(f"select count(*) from r where {bands['months']} = {m}").fetchone()[0] for m in range(36)]
mean = sum(series) / 36
moving = sum(abs(a - b) for a, b in zip(series, series[1:])) / 35
spread = 2.66 * moving
shifts = []
for place, value in enumerate(series):
    last8, last6, last4 = (series[place - n + 1:place + 1] if place >= n - 1 else None for n in (8, 6, 4))
    found = ""
    if abs(value - mean) > spread:
        found += "a"
    if last8 and (all(v > mean for v in last8) or all(v < mean for v in last8)):
        found += "b"
    if last4 and any(s * (value - mean) > spread / 2 and sum(s * (v - mean) > spread / 2 for v in last4) >= 3 for s in (1, -1)):
        found += "c"
    if last6 and (all(a < b for a, b in zip(last6, last6[1:])) or all(a > b for a, b in zip(last6, last6[1:]))):
        found += "d"
    shifts.append(found)
out("control-chart", round(mean * 1000), round(max(0, mean - spread) * 1000), round((mean + spread) * 1000),
    round(3.268 * moving * 1000), ",".join(shifts))
for kind in (0, 1, 2):
    empty = [m for m in range(36) if db.execute(
        f"select count(*) from r where kind = {kind} and {bands['months']} = {m}").fetchone()[0] == 0]
    out("months-without-rows", kind, ",".join(map(str, empty)), 0, 0, 0)
