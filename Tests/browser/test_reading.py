# SPDX-License-Identifier: MIT
"""How reading age is measured: known words, known texts."""

import pytest

import reading
from pages import page_of


@pytest.mark.parametrize(("word", "count"), [
    ("cat", 1), ("made", 1), ("table", 2), ("wanted", 2), ("moved", 1), ("houses", 2), ("places", 2), ("people", 2),
    ("police", 2), ("advocate", 3), ("going", 2), ("don’t", 1), ("trouble", 2), ("family", 3), ("authority", 4),
    ("responsible", 4), ("unauthorised", 4), ("interview", 3), ("talked", 1), ("stayed", 1), ("needed", 2), ("safe", 1),
    ("quickly", 2), ("happened", 2), ("before", 2), ("home", 1), ("friend", 1), ("review", 2), ("exploitation", 4),
])
def test_syllables_are_counted_as_they_are_said(word, count):
    assert reading.syllables(word) == count


def test_a_text_for_young_children_and_one_for_lawyers_are_told_apart():
    child = reading.split("You can talk to us. You are not in trouble. We want you to be safe. Tell us what you need.")
    lawyer = reading.split(
        "Local authorities must establish procedures that are proportionate to the assessed vulnerability of every "
        "individual accommodated under these regulations, notwithstanding any contractual arrangement to the contrary.")
    assert reading.age(child) < 8
    assert reading.age(lawyer) > 18


def test_the_grade_is_that_of_the_published_formula():
    # 2 sentences, 10 words, 11 syllables: 0.39 * 5 + 11.8 * 1.1 - 15.59.
    text = reading.split("The cat sat on it. We all went home after.")
    assert [len(reading.words(each)) for each in text] == [5, 5]
    assert reading.grade(text) == pytest.approx(0.39 * 5 + 11.8 * 1.1 - 15.59)


def test_numbers_addresses_and_names_are_not_counted():
    assert reading.words("Ring Childline on 0800 1111 or www.childline.org.uk/talk at 10:30") == ["Ring", "on", "or", "at"]


@pytest.mark.parametrize(("role", "most"), [("child", 11), ("carer", 14)])
def test_what_a_child_and_a_carer_read_is_plain(walked, still_demo, chromium, role, most):
    with page_of(still_demo, chromium, walked.visitors[role]) as page:
        found = reading.of_walk(walked, role, page)
    assert found
    assert {pattern: told for pattern, told in found.items() if told[0] > most} == {}
