# SPDX-License-Identifier: MIT
"""A child's page as twelve people see it: each is shown what the access table says, and nothing else."""

import re

import pytest

import twelve
from pages import page_of


@pytest.mark.parametrize("role", twelve.ROLES)
def test_each_sees_of_a_child_what_the_table_says(walked, still_demo, chromium, role):
    path = walked.kezia
    with page_of(still_demo, chromium, walked.visitors[role]) as page:
        told = twelve.told(page, path)
        wanted = twelve.expected(role)
        # A page of a child is only for who may know who the child is.
        wanted = wanted & set(twelve.EVIDENCE) if "identity" in wanted else set()
        assert told == wanted


def test_who_holds_the_interview_sees_the_child_once_they_are_back(walked, still_demo, chromium):
    visitor = walked.visitors["interviewer"]
    found = visitor.get("/search?q=Oliwia").body
    with page_of(still_demo, chromium, visitor) as page:
        told = twelve.told(page, re.search(r"/children/\d+", found).group())
    # Whether she wrote anything, and was ever at risk, this child's record does not say.
    says = {"identity", "outline", "episode", "location", "plans", "audit"}
    assert told & says == twelve.expected("interviewer", ["holdsInterviewReferral"]) & says


def test_the_twelve_differ():
    wanted = [frozenset(twelve.expected(role)) for role in twelve.ROLES]
    assert len(set(wanted)) >= 6
