# SPDX-License-Identifier: MIT
"""Writes an SSDA903 return of the size of England's, with invented children.

Usage: england903.py OUT [CHILDREN] [PERIODS]
About 115,000 children and 87,000 missing periods: the year ending 31 March 2025 by the published totals. One
child in nine goes missing; nine periods in ten last two days or less; a share of rows is faulty on purpose.
"""
import random
import sys
from datetime import date, timedelta
from pathlib import Path

FIRST, LAST = date(2024, 4, 1), date(2025, 3, 31)
ETHNIC = ["WBRI"] * 14 + ["MWBC", "MWAS", "AIND", "APKN", "BAFR", "BCRB", "BOTH", "OOTH", "NOBT"]
PLACES = ["U4", "U5", "U6", "U1", "K2", "K2", "K3", "P1", "A5", "R1", "S1", "Z11"]


def written(day):
    return day.strftime("%d/%m/%Y") if day else ""


def children(count, rng):
    for number in range(count):
        born = LAST - timedelta(days=rng.randint(30, 18 * 365))
        yield f"E{number:06d}", born


def episodes(name, born, rng):
    day = max(born + timedelta(1), FIRST - timedelta(days=rng.randint(-250, 900)))
    rows = []
    for turn in range(rng.choice([1, 1, 2, 2, 3, 4])):
        length = rng.randint(20, 500)
        end = day + timedelta(days=length)
        over = end <= LAST
        last = over and (turn == 3 or rng.random() < 0.25)
        reason = "" if not over else "E4A" if last else "X1"
        place = rng.choice(PLACES)
        rows.append((day, end if over else None, reason, place))
        if not over or last:
            break
        day = end
    return rows


def in_year(row):
    return row[0] <= LAST and (row[1] is None or row[1] >= FIRST)


def periods(count, rng, cared):
    here = sorted(name for name, (_, rows) in cared.items() if any(in_year(row) for row in rows))
    going = rng.sample(here, max(len(cared) // 9, 1))
    weights = [min(rng.paretovariate(1.1), 25) for _ in going]
    for name in rng.choices(going, weights, k=count):
        born, rows = cared[name]
        day, end, _, _ = rng.choice([row for row in rows if in_year(row)])
        first, last = max(day, FIRST), min(end or LAST, LAST)
        start = first + timedelta(days=rng.randint(0, max((last - first).days, 0)))
        length = rng.choices([0, 1, 2, rng.randint(3, 30), rng.randint(31, 90)], [45, 35, 10, 9, 1])[0]
        stop = None if rng.random() < 0.003 else min(start + timedelta(days=length), max(last, start))
        yield name, born, rng.choices("MA", [4, 1])[0], start, stop


def save(out, count, number, rng):
    out.mkdir(parents=True, exist_ok=True)
    cared = {}
    with open(out / "header.csv", "w") as header, open(out / "episodes.csv", "w") as care:
        header.write("CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n")
        care.write("CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n")
        for name, born in children(count, rng):
            header.write(f"{name},{rng.choice('MF')},{written(born)},{rng.choice(ETHNIC)},,,\n")
            rows = episodes(name, born, rng)
            cared[name] = (born, rows)
            for begin, end, reason, place in rows:
                care.write(
                    f"{name},{written(begin)},S,C2,N1,{place},PR1,{written(end)},{reason},,B15 8PZ,E7 5YR,1465167\n"
                )
    with open(out / "missing.csv", "w") as missing:
        missing.write("CHILD,DOB,MISSING,MIS_START,MIS_END\n")
        for name, born, kind, start, stop in periods(number, rng, cared):
            missing.write(f"{name},{written(born)},{kind},{written(start)},{written(stop)}\n")


if __name__ == "__main__":
    given = [int(value) for value in sys.argv[2:4]]
    save(Path(sys.argv[1]), *(given + [115_000, 87_000][len(given):]), random.Random(903))
