# SPDX-License-Identifier: MIT
"""The thirteen measures of the annual report with Polars and with DuckDB, from memory, and whether they count the same.

Usage: figures.py FOLDER      with the columns and counts that FigureBench wrote
"""
import sys
import time
from pathlib import Path

import duckdb
import numpy
import polars as pl

folder, RUNS = Path(sys.argv[1]), 5
columns = {}
for path in sorted(folder.glob("*.u8")):
    raw = numpy.fromfile(path, dtype=numpy.uint8)
    columns[path.stem] = pl.Series(raw).set(pl.Series(raw == 255), None)
for path in sorted(folder.glob("*.i32")):
    raw = numpy.fromfile(path, dtype=numpy.int32)
    columns[path.stem] = pl.Series(raw).set(pl.Series(raw == -(2**31)), None)
frame = pl.DataFrame(columns)
c = pl.col
date = pl.from_epoch(c("began"), time_unit="d")


def banded(column, limits):
    total = pl.lit(0, dtype=pl.Int32)
    for limit in limits:
        total = total + (c(column) >= limit).cast(pl.Int32)
    return total


HOURS, MILES, CLOCK = [h * 60 for h in (8, 16, 24, 48, 168)], [51, 101, 201, 401, 801], [240, 480, 720, 960, 1200]
everything = pl.lit("all")
measures = {
    "kind": (c("kind"), everything), "length-hours": (banded("lengthMinutes", HOURS), everything),
    "overnight": (c("overnight"), everything), "hour": (banded("beganAtMinute", CLOCK), date.dt.weekday() - 1),
    "month": ((date.dt.month() + 8) % 12, everything), "age": (banded("age", [1, 5, 10, 16]), everything),
    "sex": (c("sex"), everything), "ethnicity": (c("ethnicity"), everything), "interviews": (c("interview"), everything),
    "distance-placement": (banded("milesTenthsFromPlacement", MILES), everything), "area": (c("area"), c("kind")),
}


def with_polars(distinct):
    lazy, queries = frame.lazy(), []
    for band, split in measures.values():
        own = lazy.select(band.alias("b"), split.alias("c"), "child")
        if distinct:
            queries.append(own.group_by("b", "c").agg(pl.len().alias("e"), c("child").n_unique().alias("n")))
        else:
            pairs = own.group_by("b", "c", "child").agg(pl.len().alias("e"))
            queries.append(pairs.group_by("b", "c").agg(c("e").sum(), pl.len().alias("n")))
    per = lazy.group_by("child").agg(pl.len().alias("e"))
    band = sum(((c("e") >= limit).cast(pl.Int32) for limit in (3, 6, 9, 20)), pl.lit(0, dtype=pl.Int32))
    queries.append(per.group_by(band.alias("b"), everything.alias("c")).agg(c("e").sum(), pl.len().alias("n")))
    queries.append(lazy.select(
        c("lengthMinutes").quantile(0.5, "nearest").alias("m"), c("lengthMinutes").quantile(0.9, "nearest").alias("h")))
    return pl.collect_all(queries)


db = duckdb.connect()
db.execute("create table r as select * from frame")


def sql_banded(column, limits):
    return " + ".join(f"({column} >= {limit})::int" for limit in limits)


DAY = "(date '1970-01-01' + began::int)"
sql = {
    "kind": ("kind", "'all'"), "length-hours": (sql_banded('"lengthMinutes"', HOURS), "'all'"),
    "overnight": ("overnight", "'all'"), "hour": (sql_banded('"beganAtMinute"', CLOCK), f"isodow({DAY}) - 1"),
    "month": (f"(month({DAY}) + 8) % 12", "'all'"), "age": (sql_banded("age", [1, 5, 10, 16]), "'all'"),
    "sex": ("sex", "'all'"), "ethnicity": ("ethnicity", "'all'"), "interviews": ("interview", "'all'"),
    "distance-placement": (sql_banded('"milesTenthsFromPlacement"', MILES), "'all'"), "area": ("area", "kind"),
}


def with_duckdb(distinct):
    found = []
    for band, split in sql.values():
        if distinct:
            query = f"select {band} as b, {split} as c, count(*) as e, count(distinct child) as n from r group by 1, 2"
        else:
            query = (f"select b, c, sum(e)::bigint as e, count(*) as n from (select {band} as b, {split} as c, child,"
                     " count(*) as e from r group by 1, 2, 3) group by 1, 2")
        found.append(db.execute(query).fetchall())
    band = " + ".join(f"(e >= {limit})::int" for limit in (3, 6, 9, 20))
    found.append(db.execute(
        f"select {band} as b, 'all', sum(e)::bigint, count(*) from (select count(*) as e from r group by child) group by 1"
    ).fetchall())
    found.append(db.execute(
        'select quantile_disc("lengthMinutes", 0.5), quantile_disc("lengthMinutes", 0.9) from r').fetchall())
    return found


def lines(tables):
    written = []
    for name, rows in zip([*sql, "repeats"], tables):
        for band, split, episodes, children in rows:
            written.append("|".join("-" if v is None else str(v) for v in (name, band, split, episodes, children)))
    return sorted(written)


ours = [line for line in (folder / "counted.txt").read_text().split("\n") if not line.startswith("length-median")]
best = {}
for name, run in (("polars", with_polars), ("duckdb", with_duckdb)):
    for distinct in (True, False):
        walls, used = [], []
        for _ in range(RUNS):
            wall, processor = time.perf_counter(), time.process_time()
            tables = run(distinct)
            walls.append((time.perf_counter() - wall) * 1e3)
            used.append((time.process_time() - processor) * 1e3)
        rows = [t.rows() for t in tables[:12]] if name == "polars" else tables[:12]
        same = "counts the same" if lines(rows) == ours else "COUNTS OTHERWISE"
        wall, processor = sorted(walls)[RUNS // 2], sorted(used)[RUNS // 2]
        how = "distinct children" if distinct else "children first"
        print(f"{name}, {how}: {wall:.1f} ms, {processor:.1f} ms of processor (median of {RUNS}); {same}")
        best[name] = min(best.get(name, (1e9, 1e9)), (wall, processor))
print(f"the better of both: {min(w for w, _ in best.values()):.1f} ms, {min(p for _, p in best.values()):.1f} ms of processor")
