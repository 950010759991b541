# SPDX-License-Identifier: MIT
"""One child's page as twelve people see it, and what docs/access.md says that each of them sees."""

import re

from conftest import ROOT

CHILD = "Kezia Addo"
# In the order in which they stand side by side.
ROLES = ["carer", "duty-inspector", "social-worker", "team-manager", "edt", "interviewer", "school", "panel-chair",
         "records-manager", "auditor", "analyst", "administrator"]

# What each of them has to do with Kezia: she lives at Larch House in Eastmoor, which is responsible for her and has Amira
# Hale allocated; she goes to Eastmoor Academy; the panel has her on its agenda. Open Door will hold her interview, and is
# told of her once she is back.
RELATIONSHIPS = {
    "carer": ["runsThePlacement"],
    "duty-inspector": ["policeOfTheArea"],
    "social-worker": ["responsibleAuthority", "hostAuthority", "allocated"],
    "team-manager": ["responsibleAuthority", "hostAuthority"],
    "edt": ["responsibleAuthority", "hostAuthority"],
    "interviewer": [],
    "school": ["teaches"],
    "panel-chair": ["sitsOnPanel"],
    "records-manager": ["responsibleAuthority"],
    "auditor": ["responsibleAuthority", "hostAuthority"],
    "analyst": [],
    "administrator": [],
}

# What stands on the page where somebody sees a part, and nowhere where they do not.
EVIDENCE = {
    "identity": "Date of birth",
    "outline": "in the last 90 days",
    "episode": "Missing from care",
    "location": "Larch House",
    "health": "A medical need",
    "intelligence": "Sexual exploitation",
    "plans": "Looked after since",
    "own-words": "I want to see my sister",
    "audit": "Who may see this record",
}


def spoken(role) -> str:
    return {"edt": "Emergency duty team"}.get(role, role.replace("-", " ").capitalize())


def table():
    """The rows of docs/access.md: {(role, relationship): parts that are seen}."""
    rows, columns = {}, None
    for line in (ROOT / "docs" / "access.md").read_text().splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if cells[:2] == ["role", "relationship"]:
            columns = cells[2:]
        elif columns and line.startswith("|") and not line.startswith("|-") and len(cells) == len(columns) + 2:
            rows[(cells[0], cells[1])] = {part for part, cell in zip(columns, cells[2:]) if "S" in cell}
        elif columns and rows and not line.startswith("|"):
            break
    return rows


def expected(role, relationships=None) -> set:
    """The parts that the table lets this person see of this child."""
    rows = table()
    held = RELATIONSHIPS[role] if relationships is None else relationships
    return set().union(*(rows[(role, each)] for each in held if (role, each) in rows))


def told(page, path) -> set:
    """The parts that the page shows; nothing where there is no page."""
    answer = page.goto(path)
    if answer.status == 404:
        return set()
    assert answer.status == 200, f"{path}: {answer.status}"
    # What is folded is told, too.
    text = re.sub(r"\s+", " ", page.evaluate("document.querySelector('main').textContent"))
    return {part for part, says in EVIDENCE.items() if says in text}


def written(seen) -> str:
    """The table of what each was told, for docs/screens."""
    lines = [
        "# One child, twelve people", "",
        f"What stands on the page of {CHILD}, who is missing from Larch House, for each of twelve people; made by `make",
        "screens`, and held by a test against [access.md](../access.md). ![Side by side](twelve.png)", "",
        "| | " + " | ".join(EVIDENCE) + " |", "|---|" + "---|" * len(EVIDENCE),
    ]
    for role, parts in seen.items():
        cells = ["yes" if part in parts else "" for part in EVIDENCE]
        lines.append(f"| {spoken(role)} | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"
