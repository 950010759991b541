# SPDX-License-Identifier: MIT
"""J5, J7, J9, J10 and J11 once without a mouse, with the focus in sight at each step (see keyboard.py; others: test_keyboard)."""

import re

import pytest
from playwright.sync_api import expect

from journeys import PHONE, Keyboard


@pytest.fixture
def keys(signed_in):
    """A function that signs somebody in who has no mouse; at the end, nothing had the focus unseen."""
    given = []

    def sign_in(role, **options):
        given.append(Keyboard(signed_in(role, **options)))
        return given[-1]

    yield sign_in
    assert [hidden for each in given for hidden in each.hidden] == []


def episode_of(worker, name):
    worker.page.goto(f"/search?q={name.replace(' ', '+')}")
    worker.follow(worker.page.get_by_role("link", name=re.compile(name)))
    if "/children/" in worker.page.url:
        worker.follow(worker.page.get_by_role("link", name="Go to the open episode"))
    return re.search(r"/episodes/\d+", worker.page.url).group()


def test_three_who_went_together_are_seen(keys):
    police = keys("duty-inspector")
    page = police.page
    page.goto(f"{episode_of(police, 'Jade Okafor')}/together?act=sighted")
    police.write(page.get_by_label("Where the child was seen"), "By the pier")
    police.follow(page.get_by_role("button", name="Record it for each"))
    expect(page.locator(".notice")).to_contain_text("Each has it on their own record")


def test_a_pupil_misses_a_lesson_and_another_is_gone(keys):
    school = keys("school")
    page = school.page
    page.goto("/school")
    here = page.locator("li.pupil").filter(has=page.get_by_role("link", name="Was here and is gone"))
    gone = here.nth(1).get_by_role("link", name="Was here and is gone").get_attribute("href")
    page.goto(gone.replace("/gone", "/absence"))
    school.choose(page.get_by_label("Was not in a lesson, or in some"))
    school.choose(page.get_by_label("Yes", exact=True))
    school.write(page.get_by_label("What did the child say?"), "It was too loud.")
    school.follow(page.get_by_role("button", name="Write it down"))
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.goto(gone)
    school.choose(page.get_by_label("Only the day is known"))
    school.write(page.get_by_label("Where?"), "By the side gate")
    school.follow(page.get_by_role("button", name="Record that the child is gone"))
    expect(page).to_have_url(re.compile("/episodes/"))


def test_figures_and_a_report_are_read(keys):
    manager = keys("team-manager")
    page = manager.page
    page.goto("/figures")
    manager.choose(page.get_by_label("Since 1 April"))
    manager.follow(page.get_by_role("button", name="Show these figures"))
    expect(page.get_by_text("Interviews held within 72 hours").first).to_be_visible()
    page.goto("/figures/reports")
    manager.follow(page.locator("main a[href='/figures/reports/weekly']"))
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_what_was_known_is_read(keys):
    manager = keys("team-manager")
    page = manager.page
    page.goto(f"{episode_of(manager, 'Jade Okafor')}/as-known")
    manager.follow(page.locator("main form button"))
    expect(page.get_by_role("heading", name="What the record held then")).to_be_visible()


def test_a_child_chooses_and_says_it(demo, new_page):
    child = Keyboard(new_page(**PHONE))
    page = child.page
    page.goto(demo.child_link["path"])
    child.write(page.locator("#word"), demo.child_link["word"])
    child.follow(page.locator("main form button"))
    page.goto("/for-you/talk")
    for answer in ["Leila Farah", "At school", "Face to face"]:
        child.choose(page.get_by_label(answer))
    child.follow(page.get_by_role("button", name="Send it"))
    expect(page.get_by_text("Now we know what you would like.")).to_be_visible()
    page.goto("/for-you/tell")
    child.write(page.get_by_label("Your words"), "I went to see my gran.")
    child.follow(page.get_by_role("button", name="Send it"))
    expect(page.get_by_text("It is sent.")).to_be_visible()
    assert child.hidden == []
