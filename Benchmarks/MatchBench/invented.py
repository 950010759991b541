# SPDX-License-Identifier: MIT
"""Writes an invented register, questions about it, and which records are one child's. The same from the same seed.

  python3 invented.py CHILDREN FOLDER

Names are made of syllables and are nobody's. One child in twenty is held a second time, with slips; questions are about
2,000 children, with slips, and one in eight about nobody.
"""
import csv
import random
import sys

STREETS = ["Rowan", "Linden", "Harbour", "Canal", "Church", "Station", "Mill", "Orchard", "Quarry", "Kiln", "Forge"]
KINDS = ["Road", "Street", "Lane", "Close", "Drive"]
COLUMNS = (
    "child_id forename middle surname known_as alias_surname sex dob dob_kind house street postcode prev_postcode "
    "nhs_number upn case_ref"
).split()


def word(draw, most):
    parts = ["ba", "de", "ki", "lo", "mu", "na", "pe", "ri", "so", "tu", "ve", "za", "ma", "le", "ha", "ja", "mi", "no"]
    ends = ["n", "r", "l", "s", "th", "sh", "m", "d", "k", "x", "", "na", "la"]
    return ("".join(draw.choice(parts) for _ in range(draw.randint(1, most))) + draw.choice(ends)).capitalize()


def slip(draw, text):
    if len(text) < 4:
        return text
    at = draw.randrange(1, len(text) - 1)
    return text[:at] + text[at + 1] + text[at] + text[at + 2:] if draw.random() < 0.5 else text[:at] + text[at + 1:]


def child(draw, forenames, surnames, family):
    one = dict.fromkeys(COLUMNS, "")
    one["forename"] = forenames[int(len(forenames) * draw.random() ** 2)]
    one["middle"] = forenames[int(len(forenames) * draw.random() ** 2)] if draw.random() < 0.5 else ""
    one["sex"] = draw.choice("FM")
    one["dob"] = "%04d-%02d-%02d" % (draw.randint(2008, 2025), draw.randint(1, 12), draw.randint(1, 28))
    one["dob_kind"] = "exact"
    one.update(family)
    one["nhs_number"] = str(draw.randrange(10**9, 10**10)) if draw.random() < 0.7 else ""
    one["case_ref"] = str(draw.randrange(10**7, 10**8))
    return one


def spoilt(draw, one):
    other = dict(one, nhs_number="", upn="", case_ref="", middle=one["middle"] if draw.random() < 0.4 else "")
    if draw.random() < 0.3:
        other["forename"] = slip(draw, other["forename"])
    if draw.random() < 0.3:
        other["surname"] = slip(draw, other["surname"])
    if draw.random() < 0.1:
        other["dob"] = other["dob"][:8] + "%02d" % draw.randint(1, 28)
    if draw.random() < 0.15:
        other.update(house="", street="", postcode="")
    return other


def main(count, folder):
    draw = random.Random(29)
    forenames = sorted({word(draw, 3) for _ in range(4000)}, key=lambda name: draw.random())
    surnames = sorted({word(draw, 3) for _ in range(12000)}, key=lambda name: draw.random())
    truth, questions = [], []
    with open(f"{folder}/children.csv", "w", newline="") as file:
        table = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        table.writeheader()
        written = 0
        while written < count:
            family = {
                "surname": surnames[int(len(surnames) * draw.random() ** 2)],
                "house": str(draw.randint(1, 200)),
                "street": f"{draw.choice(STREETS)}{draw.choice(['', 'field', 'wood', 'ford'])} {draw.choice(KINDS)}",
                "postcode": "B%d %d%s%s" % (
                    draw.randint(1, 99), draw.randint(0, 9), draw.choice("ABDEFGHJLN"), draw.choice("ABDEFGHJLN")),
            }
            for _ in range(draw.randint(1, 3)):
                one = child(draw, forenames, surnames, family)
                one["child_id"] = f"C{written}"
                table.writerow(one)
                written += 1
                if draw.random() < 0.05:
                    other = dict(spoilt(draw, one), child_id=f"C{written}")
                    table.writerow(other)
                    truth.append((one["child_id"], other["child_id"]))
                    written += 1
                elif draw.random() < 4000 / count and len(questions) < 2000:
                    questions.append((spoilt(draw, one), one["child_id"]))
        for _ in range(len(questions) // 8):
            questions.append((child(draw, forenames, surnames, {"surname": draw.choice(surnames)}), ""))
    with open(f"{folder}/queries.csv", "w", newline="") as file:
        table = csv.DictWriter(file, ["query_id"] + COLUMNS[1:] + ["true_child_id", "tags"], lineterminator="\n")
        table.writeheader()
        for number, (one, known) in enumerate(questions):
            row = {name: one[name] for name in COLUMNS[1:]}
            table.writerow(dict(row, query_id=f"Q{number}", true_child_id=known, tags=""))
    with open(f"{folder}/links.csv", "w", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["child_id_a", "child_id_b"])
        table.writerows(truth)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
