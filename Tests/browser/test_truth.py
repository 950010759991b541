# SPDX-License-Identifier: MIT
"""What the demonstration tells: an area in which people mostly do what they owe, and a night as it is worked."""

import html
import re

import pytest
from walk import Visitor

# What is left over from long ago is a history in which nobody acted.
MOST_DAYS_OVERDUE = 10
MOST_CHILDREN_OVERDUE = 8
ROLES = ["carer", "duty-inspector", "social-worker", "team-manager", "edt", "interviewer", "school", "panel-chair",
         "cme-officer", "education-welfare", "home-office"]


def text(answer):
    body = re.sub(r"(?s)<(script|style|svg).*?</\1>", " ", answer.body)
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", body)))


@pytest.fixture(scope="module")
def visitor(still_demo):
    known = {}

    def of(role):
        if role not in known:
            known[role] = Visitor(still_demo.address, role).sign_in(still_demo.sign_in_of(role))
        return known[role]

    return of


@pytest.mark.parametrize("role", ROLES)
def test_a_board_shows_a_night_as_it_is_worked(visitor, role):
    says = text(visitor(role).get("/"))
    days = [int(each) for each in re.findall(r"(\d+) days?(?: \d+ hours?)? overdue", says)]
    days += [int(each) for each in re.findall(r"the longest by (\d+) days?", says)]
    assert max(days, default=0) <= MOST_DAYS_OVERDUE
    assert says.count("the longest by") <= MOST_CHILDREN_OVERDUE


def test_panels_were_held_and_none_is_overdue(visitor):
    says = text(visitor("panel-chair").get("/meetings"))
    assert says.count("Held Multi-agency meeting") >= 10
    assert "days overdue" not in says


def test_a_closed_episode_tells_nobody_what_they_owe_next(visitor):
    worker, closed = visitor("social-worker"), 0
    for number in range(3, 200, 11):
        page = worker.get(f"/children/{number}")
        for path in re.findall(r'href="(/episodes/\d+)"', page.body)[-2:]:
            episode = worker.get(path)
            if "Closed" not in episode.body[:12_000] or episode.status != 200:
                continue
            closed += 1
            assert "What you owe next" not in episode.body, path
    assert closed >= 10
