# SPDX-License-Identifier: MIT
"""Writes small 903 folders with invented children and seeded dirt, for tests that compare two validators.

Usage: dirty_903.py OUT FIRST_SEED COUNT
Dates crowd around the edges where rules change their mind: the ends of the year, of episodes, birthdays.
"""
import random
import sys
from datetime import date, timedelta
from pathlib import Path

HEADER = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB"
EPISODES = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN"
MISSING = "CHILD,DOB,MISSING,MIS_START,MIS_END"
OTHERS = {
    "oc2": "CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT,"
    "SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED",
    "reviews": "CHILD,DOB,REVIEW,REVIEW_CODE",
    "ad1": "CHILD,DOB,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR",
    "perm": "CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM",
    "placed": "CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED",
    "uasc": "CHILD,SEX,DOB,DUC",
}
BAD_DATES = [
    "31/02/2018", "2018-01-05", "1/1/2018", " 1/02/2018", "01/01/1600", "01/01/2300", "29/02/2017", "29/02/2016",
    "05/13/2017", "*DUMMY*", "01/01/18", "NaN", "today", " ", "01/04/2017 ", "é", "00/00/0000",
]


class Folder:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.year = self.random.choice([2017, 2018, 2020, 2024])
        self.first, self.last = date(self.year - 1, 4, 1), date(self.year, 3, 31)
        self.dirt = self.random.choice([0.0, 0.03, 0.1, 0.3])
        self.lines = {name: [] for name in ["header", "episodes", "missing", "last", *OTHERS]}
        self.children = [self.child(n) for n in range(self.random.randint(1, 25))]

    def chance(self, share):
        return self.random.random() < share

    def child(self, number):
        r = self.random
        name = r.choice([str(r.randint(1, 999999)), f"c{number}", f"Ä{number}", f'"a,{number}"'])
        born = self.first - timedelta(days=r.randint(0, 18 * 366))
        if self.chance(0.15):  # Eighteen within the year, some on the day that care ends.
            born = self.day(self.first, self.last)
            born = born.replace(year=born.year - 18, day=min(born.day, 28))
        if self.chance(0.05):
            born = date(2000, 2, 29)
        return name, born

    def day(self, first, last):
        return first + timedelta(days=self.random.randint(0, max((last - first).days, 0)))

    def written(self, day, may_be_blank=0.0):
        if day is None or self.chance(may_be_blank):
            return ""
        if self.chance(self.dirt):
            return self.random.choice(BAD_DATES + [""])
        return day.strftime("%d/%m/%Y")

    def fill(self):
        for name, born in self.children:
            eighteen = date(born.year + 18, born.month, min(born.day, 28 if born.month == 2 else born.day))
            edges = [self.first, self.last, eighteen, born]
            dob = self.written(born)
            if not self.chance(0.05):
                self.lines["header"].append(f"{self.name(name)},1,{dob},WBRI,,,")
                if self.chance(self.dirt):
                    self.lines["header"].append(f"{self.name(name)},2,{self.written(born + timedelta(1))},WBRI,,,")
            if not self.chance(0.1):
                edges += self.care(name, eighteen)
            self.absences(name, born, edges, eighteen)
            for table, columns in OTHERS.items():
                if self.chance(0.3):
                    self.lines[table].append(f"{self.name(name)},{dob}" + "," * (columns.count(",") - 1))
        for rows in self.lines.values():
            if self.chance(0.5):
                self.random.shuffle(rows)

    def name(self, name):
        return "" if self.chance(self.dirt / 5) else name

    def care(self, name, eighteen):
        edges, day = [], self.first - timedelta(days=self.random.randint(-200, 600))
        for _ in range(self.random.randint(1, 5)):
            length = self.random.choice([0, 1, 30, 100, 300])
            end = None if self.chance(0.3) else day + timedelta(days=length)
            if end and self.chance(0.15):
                end = eighteen
            reason = self.random.choice(["X1", "E8", "E11", "", "e8"]) if end else ""
            self.lines["episodes"].append(
                f"{self.name(name)},{self.written(day, 0.02)},S,C2,N1,U4,PR1,{self.written(end)},{reason},,,,"
            )
            edges += [day] + ([end] if end else [])
            day = (end or day) + timedelta(days=self.random.choice([0, 0, 1, 1, 2, 40, -10]))
        return edges

    def near(self, edges):
        if self.chance(0.5):
            return self.random.choice(edges) + timedelta(days=self.random.choice([-1, 0, 0, 1]))
        return self.day(self.first - timedelta(20), self.last + timedelta(20))

    def absences(self, name, born, edges, eighteen):
        for _ in range(self.random.choice([0, 1, 1, 2, 3, 6])):
            start = self.near(edges)
            end = None if self.chance(0.2) else start + timedelta(days=self.random.choice([0, 0, 1, 2, 9, 60, -2]))
            if self.chance(0.15):
                end = eighteen
            kind = self.random.choice(["M", "M", "A", "A", "m", "a"])
            if self.chance(self.dirt):
                kind = self.random.choice(["", "X", "MISSING", " M"])
            dob = self.written(born + timedelta(days=int(self.chance(self.dirt))))
            row = f"{self.name(name)},{dob},{kind},{self.written(start)},{self.written(end)}"
            self.lines["missing"].append(row)
            edges = edges + [start] + ([end] if end else [])
            if self.chance(0.2):  # Carried over from last year, rightly or not.
                before = start if self.chance(0.5) else self.day(self.first - timedelta(90), self.first)
                over = "" if self.chance(0.7) else self.written(before)
                self.lines["last"].append(f"{name},{self.written(born)},M,{self.written(before)},{over}")

    def save(self, out):
        out.mkdir(parents=True, exist_ok=True)
        eol = self.random.choice(["\n", "\r\n"])
        mark = self.random.choice(["", "\ufeff"])
        tables = {"header": HEADER, "episodes": EPISODES, "missing": MISSING, **OTHERS}
        for name, columns in tables.items():
            if name != "missing" and self.chance(0.04):
                continue  # A table that was not sent.
            blank = [eol] if self.chance(0.1) else []
            text = mark + eol.join([columns, *blank, *self.lines[name]]) + eol
            (out / f"x_{name}.csv").write_bytes(text.encode())
        if self.chance(0.7):
            (out / "prev").mkdir(exist_ok=True)
            text = eol.join([MISSING, *self.lines["last"]]) + eol
            (out / "prev" / "anything.csv").write_bytes(text.encode())
        (out / "year.txt").write_text(str(self.year))


if __name__ == "__main__":
    target, first_seed, count = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    for seed in range(first_seed, first_seed + count):
        folder = Folder(seed)
        folder.fill()
        folder.save(target / str(seed))
