# SPDX-License-Identifier: MIT
"""Steps that several browser tests take, in the words of the screens.

A journey is walked at two widths, its urgent acts also without scripts, and once without a mouse:

    @pytest.mark.parametrize("options", [DESKTOP, PHONE, {**PHONE, **WITHOUT_SCRIPTS}])
    def test_the_child_says_what_happened(signed_in, options):
        page = signed_in("social-worker", **options)
        …
        check_page(page)                       # axe, 320 px, large text, paper: see checks.py

    def test_the_same_by_keyboard(signed_in):
        keys = Keyboard(signed_in("social-worker"))    # see keyboard.py
        …
        assert keys.hidden == []

What a child or a carer reads is measured with `reading.age(reading.sentences(page))` (see reading.py).
"""

import datetime
import re

from playwright.sync_api import expect

from checks import check_page
from keyboard import Keyboard

__all__ = ["DESKTOP", "PHONE", "WITHOUT_SCRIPTS", "Keyboard", "check_page", "pick", "record", "report_missing",
           "report_newcomer"]

DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
WITHOUT_SCRIPTS = {"java_script_enabled": False}


def report_missing(page, urgent=False):
    """The guided report for the first resident who is at home; returns (name, address of the episode, taps)."""
    taps = 0
    page.goto("/report")
    home = page.locator("button.pick").filter(has_not_text=re.compile("under way|Reported already|not in the record"))
    name = home.first.inner_text().split(",")[0]
    home.first.click()
    taps += 1
    if urgent:
        page.get_by_role("button", name="In danger now").click()
        taps += 1
    else:
        page.get_by_role("button", name="Start first checks").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("What have you already checked?")
        for label in ["The building and the garden", "Their phone", "Friends"]:
            page.get_by_label(label).check()
            taps += 1
        page.get_by_role("button", name="Still not found").click()
        taps += 2
    page.get_by_label("Circumstances").fill("Not in their room at the ten o'clock round.")
    page.get_by_role("button", name="Next").click()
    page.get_by_role("button", name="Send the report").click()
    taps += 2
    expect(page.get_by_role("heading", level=1)).to_have_text(f"{name} is reported missing")
    address = page.get_by_role("link", name="Go to the episode").get_attribute("href")
    return name, address, taps


def report_newcomer(page, name, age, home):
    """Social care reports a child whom nobody knows, at their family's word; returns the address of the episode."""
    page.goto("/report")
    page.get_by_role("button", name="Somebody who is not in the record yet").click()
    page.get_by_label(re.compile("^Name")).fill(name)
    page.get_by_label("Or about how old").fill(age)
    page.get_by_label("Address").first.fill(home)
    page.get_by_role("button", name="Next").click()
    # Missing since: about ten in the evening before.
    since = page.locator("fieldset").filter(has_text="Missing since").first
    since.get_by_label("About", exact=True).check()
    since.get_by_label("Date").first.fill(yesterday().isoformat())
    since.get_by_label("Time").first.fill("22:00")
    page.get_by_label("Circumstances").fill("Did not come home from a friend's. Her mother rang at eleven.")
    page.get_by_role("button", name="Next").click()
    page.get_by_role("button", name="Send the report").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"{name} is reported missing")
    return page.get_by_role("link", name="Go to the episode").get_attribute("href")


def yesterday():
    return datetime.date.today() - datetime.timedelta(days=1)


def pick(page, label):
    """Chooses an answer as a person finds it: among buttons, or in a list where there are too many for buttons."""
    lists = page.locator("form#act select").filter(has=page.get_by_role("option", name=label, exact=True))
    if lists.count():
        lists.first.select_option(label=label)
    else:
        page.get_by_label(label, exact=True).first.check()


def record(page, episode, word, choose=None, write=None):
    """Fills in the form for an act and sends it."""
    page.goto(f"{episode}/add/{word}")
    for label in choose or []:
        pick(page, label)
    for label, text in (write or {}).items():
        # A choice may hold the same word.
        typed = page.locator("textarea, input:not([type=radio]):not([type=checkbox])")
        page.get_by_label(label).and_(typed).first.fill(text)
    page.locator("form#act button.btn").click()
    expect(page.locator(".notice").filter(has_text="Recorded:")).to_be_visible()
